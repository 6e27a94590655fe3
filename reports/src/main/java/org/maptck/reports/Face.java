package org.maptck.reports;

import java.util.Locale;

/// The side from which a caller comes in.
public enum Face {
    /// User space, through system calls on a handle.
    SYSCALL,
    /// A BPF program that runs on a CPU.
    PROGRAM,
    /// User space, through a memory mapping.
    MEMORY;

    /// The name in tags and options.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
