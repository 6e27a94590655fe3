package org.maptck.features.steps;

import org.maptck.model.Errno;

/// How a scenario names the refusal that it expects.
public sealed interface Refusal {
    /// Some errno.
    record Any() implements Refusal {}

    /// Just this one.
    record With(Errno errno) implements Refusal {}

    /// Whether an errno is meant.
    default boolean names(Errno errno) {
        return switch (this) {
            case Any() -> true;
            case With(var wanted) -> wanted == errno;
        };
    }

    /// In words.
    default String words() {
        return switch (this) {
            case Any() -> "a refusal";
            case With(var wanted) -> wanted.name();
        };
    }
}
