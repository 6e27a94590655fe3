package org.maptck.model;

import java.util.Locale;

/// How a program is handed over: its type and flags.
public enum Loading {
    /// `BPF_PROG_TYPE_SCHED_CLS`.
    CLASSIFIER,
    /// The same with `BPF_F_STRICT_ALIGNMENT`: no misaligned load or store loads.
    STRICT,
    /// `BPF_PROG_TYPE_SOCKET_FILTER`: its packet begins after the Ethernet header, and it does not
    /// load with a map that has a lock.
    SOCKET_FILTER,
    /// `BPF_PROG_TYPE_SYSCALL` with `BPF_F_SLEEPABLE`: its packet is its context.
    SLEEPABLE;

    /// The name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
