package org.maptck.reports;

import java.util.Locale;

/// Who says that a rule holds; each level contains those before it.
public enum Level {
    /// The document itself, `map_array.rst`.
    DOCUMENTED,
    /// Other published documentation.
    MANUAL,
    /// The kernel alone.
    OBSERVED;

    /// The name in tags and options.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a run at this level checks a rule of the other.
    public boolean includes(Level other) {
        return compareTo(other) >= 0;
    }
}
