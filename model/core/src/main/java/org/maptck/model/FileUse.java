package org.maptck.model;

import java.util.Locale;

/// What can be tried with the descriptor of a map as if it were a file.
public enum FileUse {
    /// `read(2)` of 8 bytes.
    READ,
    /// `write(2)` of 8 bytes.
    WRITE,
    /// `lseek(2)` to the beginning.
    SEEK,
    /// `poll(2)` for all there is: the events that came.
    POLL;

    /// The name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
