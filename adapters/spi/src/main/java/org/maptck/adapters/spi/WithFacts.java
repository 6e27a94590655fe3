package org.maptck.adapters.spi;

import java.util.Map;

/// An implementation that can tell more of itself than an identity holds.
public interface WithFacts {
    /// What is known, by name; the same at every call.
    Map<String, String> facts();
}
