package org.maptck.adapters.faulty;

import java.util.Optional;
import org.maptck.model.MapSpec;

/// Descriptions of maps with one field changed.
final class Specs {
    private Specs() {}

    static MapSpec valueSize(MapSpec spec, long size) {
        return of(spec, size, spec.maxEntries(), spec.lock());
    }

    static MapSpec entries(MapSpec spec, long entries) {
        return of(spec, spec.valueSize(), entries, spec.lock());
    }

    /// The same for every program.
    static MapSpec shared(MapSpec spec) {
        return new MapSpec(
                spec.type(),
                spec.keySize(),
                spec.valueSize(),
                spec.maxEntries(),
                spec.flags(),
                spec.name(),
                spec.numaNode(),
                spec.mapExtra(),
                spec.lock(),
                Optional.empty());
    }

    static MapSpec lock(MapSpec spec, Optional<Integer> lock) {
        return of(spec, spec.valueSize(), spec.maxEntries(), lock);
    }

    private static MapSpec of(MapSpec spec, long size, long entries, Optional<Integer> lock) {
        return new MapSpec(
                spec.type(),
                spec.keySize(),
                size,
                entries,
                spec.flags(),
                spec.name(),
                spec.numaNode(),
                spec.mapExtra(),
                lock,
                spec.exclusive());
    }
}
