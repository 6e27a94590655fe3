package org.maptck.model.reference;

import org.maptck.model.Flags;

/// What a handle stands for.
sealed interface Descriptor {
    /// Nothing, or nothing any more.
    record Closed() implements Descriptor {}

    /// A map of maps.
    record Outer(OuterMap map) implements Descriptor {}

    /// A map, and what its holder may do with it by system calls.
    record Open(ArrayMap map, boolean reads, boolean mayWrite) implements Descriptor {
        /// One opened with those flags.
        static Open of(ArrayMap map, long flags) {
            return new Open(map, (flags & Flags.WRONLY) == 0, (flags & Flags.RDONLY) == 0);
        }

        boolean writes() {
            return mayWrite && !map.frozen();
        }
    }
}
