package org.maptck.features.steps;

import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.PinName;

/// What a further descriptor of a map is made from.
public sealed interface Source {
    /// Another descriptor.
    record Copy(Handle map) implements Source {}

    /// The id that a descriptor's map told.
    record Id(Handle map) implements Source {}

    /// A name.
    record Pinned(PinName name) implements Source {}

    /// What is in a map of maps.
    record Inner(Handle outer, long index) implements Source {}

    /// The command that makes it.
    ///
    /// @throws IllegalArgumentException for a copy with flags
    default Command opening(Handle map, long flags) {
        return switch (this) {
            case Copy(var original) when flags == 0 -> new Command.Duplicate(original, map);
            case Copy _ -> throw new IllegalArgumentException("a copy takes no flags");
            case Id(var known) -> new Command.OpenById(map, known, flags);
            case Inner(var outer, long index) -> new Command.OpenInner(map, outer, index);
            case Pinned(var name) -> new Command.OpenPin(map, name, flags);
        };
    }
}
