package org.maptck.reports;

import java.util.List;
import java.util.Map;

/// What a run found.
///
/// @param complete whether the run came to its end
public record Results(RunHeader header, List<Result> results, boolean complete) {
    public Results {
        results = List.copyOf(results);
    }

    /// How often each verdict was given to an implementation.
    public Map<Verdict, Integer> counts(String implementation) {
        var counts = new java.util.EnumMap<Verdict, Integer>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        for (Result result : results) {
            if (result.implementation().equals(implementation)) {
                counts.merge(result.verdict(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
