package org.maptck.reports;

import java.util.List;
import java.util.Map;

/// What a run found.
///
/// @param complete whether the run came to its end
/// @param diagnoses what failures look like, where they look like anything known
public record Results(
        RunHeader header, List<Result> results, boolean complete, List<Diagnosis> diagnoses) {
    public Results {
        results = List.copyOf(results);
        diagnoses = List.copyOf(diagnoses);
    }

    /// Results without a diagnosis.
    public Results(RunHeader header, List<Result> results, boolean complete) {
        this(header, results, complete, List.of());
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
