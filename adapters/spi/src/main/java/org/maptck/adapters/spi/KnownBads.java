package org.maptck.adapters.spi;

import java.util.List;
import java.util.ServiceLoader;

/// A collection of known-bad implementations.
public interface KnownBads {
    /// All of them, in a fixed order.
    List<KnownBad> all();

    /// The collections that [ServiceLoader] finds.
    static List<KnownBads> installed() {
        return ServiceLoader.load(KnownBads.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
