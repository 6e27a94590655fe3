package org.maptck.features.steps;

import org.maptck.model.Command;
import org.maptck.model.Mapping;

/// What becomes of a mapping.
@FunctionalInterface
public interface Remapping {
    /// The command that makes it so.
    Command of(Mapping mapping);
}
