package org.maptck.model.reference;

/// What a handle stands for.
sealed interface Descriptor {
    /// Nothing, or nothing any more.
    record Closed() implements Descriptor {}

    /// A map, and what its holder may do with it by system calls.
    record Open(ArrayMap map, boolean reads, boolean mayWrite) implements Descriptor {
        boolean writes() {
            return mayWrite && !map.frozen();
        }
    }
}
