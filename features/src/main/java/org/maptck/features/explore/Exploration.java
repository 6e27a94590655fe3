package org.maptck.features.explore;

import java.util.List;
import org.maptck.features.fuzz.Agreement;

/// What an exploration came to.
///
/// @param states states of the model that were reached
/// @param transitions commands, each in one of those states
/// @param seen how many of them the implementation answered at all
/// @param known how many it answered as a baseline says that it wrongly does
/// @param wrong how many it answered as the model does not permit
/// @param examples the first of the wrong ones
public record Exploration(
        int states,
        long transitions,
        long seen,
        long known,
        long wrong,
        List<Agreement.Difference> examples) {
    public Exploration {
        examples = List.copyOf(examples);
    }

    /// In one line.
    public String summary() {
        return "%d states, %d transitions, %d of them seen (%.2f %%), %d known differences, %d others"
                .formatted(states, transitions, seen, 100.0 * seen / transitions, known, wrong);
    }
}
