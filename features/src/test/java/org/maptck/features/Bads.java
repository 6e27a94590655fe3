package org.maptck.features;

import org.maptck.adapters.spi.KnownBad;
import org.maptck.features.selftest.Selftest;

/// The known-bad implementations by their names.
public final class Bads {
    private Bads() {}

    /// The one of that name.
    public static KnownBad named(String name) {
        return Selftest.installed().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
