package org.maptck.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.maptck.model.Implementation;
import org.maptck.model.Trace;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// What today's rules and the model say of answers that were given before.
///
/// @param results of every scenario, in the order of the suite
/// @param differences answers that the model does not permit on that platform, by scenario; without
///   those that a baseline knows of
public record Judgement(List<Result> results, Map<String, Equivalence.Difference> differences) {
    /// Judges a recording.
    ///
    /// @param recorded answers as it was answered
    /// @param traces what was answered to a scenario, if it was asked
    public static Judgement of(
            Suite suite, Implementation recorded, Function<String, Optional<Trace>> traces)
            throws IOException {
        var known = Baselines.shipped(recorded.identity());
        var results = new ArrayList<Result>();
        new SuiteRunner(suite, "recorded", recorded).run(raw -> results.add(known.judge(raw)));
        var platform = recorded.identity().platform();
        Map<String, Equivalence.Difference> differences = new LinkedHashMap<>();
        for (var result : results) {
            if (result.verdict() == Verdict.PASS || result.verdict() == Verdict.FAIL) {
                traces.apply(result.scenario())
                        .flatMap(trace -> Equivalence.difference(platform, trace))
                        .ifPresent(found -> differences.put(result.scenario(), found));
            }
        }
        return new Judgement(List.copyOf(results), differences);
    }

    /// The results with that verdict.
    public List<Result> with(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).toList();
    }

    /// Whether it agrees with the rules and with the model, as far as it was asked.
    public ExitCode exitCode() {
        if (!differences.isEmpty()
                || !with(Verdict.FAIL).isEmpty()
                || !with(Verdict.UNEXPECTED_PASS).isEmpty()) {
            return ExitCode.DIFFERS;
        }
        return with(Verdict.INCONCLUSIVE).isEmpty() ? ExitCode.CONFORMS : ExitCode.INCONCLUSIVE;
    }
}
