package org.maptck.features.steps;

import org.maptck.model.Command;
import org.maptck.model.Mapping;

/// What is done with bytes of a mapping.
///
/// @param changes whether they are others afterwards
public record MemoryUse(boolean changes, Asked asked) {
    /// The command for a place, an offset in bytes.
    @FunctionalInterface
    public interface Asked {
        Command at(Mapping mapping, long offset);
    }
}
