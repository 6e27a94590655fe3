package org.maptck.features.steps;

import java.util.Optional;
import org.maptck.model.Errno;

/// How a scenario says that a command ends.
public sealed interface Judgement {
    /// With what was asked for.
    record Success() implements Judgement {}

    /// With this errno, or with some errno where none is named.
    record Refusal(Optional<Errno> errno) implements Judgement {
        boolean names(Errno other) {
            return errno.isEmpty() || errno.get() == other;
        }

        String words() {
            return errno.map(Errno::name).orElse("a refusal");
        }
    }
}
