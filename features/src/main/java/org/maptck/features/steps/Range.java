package org.maptck.features.steps;

import org.maptck.model.MapSpec;

/// Which bytes of a value a program loads or stores at a time.
public sealed interface Range {
    /// The first 8, or the widest power of two that the value has room for.
    record Start() implements Range {}

    /// `width` bytes from `offset` on.
    record At(int offset, int width) implements Range {}

    /// Offset and width in a map.
    default At in(MapSpec spec) {
        return switch (this) {
            case At at -> at;
            case Start() ->
                    new At(0, (int) Math.min(8, Long.highestOneBit(Math.max(1, spec.valueSize()))));
        };
    }
}
