package org.maptck.adapters.spi;

/// An implementation whose answers depend on the scenario that asks.
public interface ByScenario {
    /// Says which scenario asks from now on, after a reset.
    void begin(String scenario);
}
