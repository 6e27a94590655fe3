package org.maptck.model;

import java.util.Locale;

/// A descriptor that a caller hands over where it has no handle for it.
public enum ForeignDescriptor {
    /// The number 0, which stands for no descriptor.
    NONE,
    /// A number that no descriptor has.
    CLOSED,
    /// A descriptor of something that nobody asks for there: of a further array map.
    OTHER;

    /// The name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
