package org.maptck.features.steps;

import org.maptck.model.Platform;

/// Which CPU's slot of a per-CPU value a program asks for.
public sealed interface Slot {
    /// That of the CPU it runs on.
    record Own() implements Slot {}

    /// That of a CPU by its number.
    record Of(long cpu) implements Slot {}

    /// That of the number after the highest possible one, where there is none.
    record PastLast() implements Slot {}

    /// The CPU number; -1 for the caller's own.
    default long cpu(Platform platform) {
        return switch (this) {
            case Own() -> -1;
            case Of(long number) -> number;
            case PastLast() -> platform.cpuIdLimit();
        };
    }
}
