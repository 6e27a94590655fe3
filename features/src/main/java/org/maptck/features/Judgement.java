package org.maptck.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maptck.features.fuzz.Agreement;
import org.maptck.model.Capability;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// What today's rules and the model say of answers that were given before.
///
/// @param results of every scenario, in the order of the suite
/// @param differences answers that the model does not permit on that platform, by scenario; without
///   those that a baseline knows of
public record Judgement(List<Result> results, Map<String, Agreement.Difference> differences) {
    /// Judges a recording. What it does not hold is inconclusive, also where what was asked did not
    /// declare what the scenario needs: a recording holds an empty trace where that was looked at.
    ///
    /// @param recorded answers as it was answered
    /// @param traces what was answered to a scenario, if it was asked
    public static Judgement of(
            Suite suite, Implementation recorded, Function<String, Optional<Trace>> traces)
            throws IOException {
        var known = Baselines.shipped(recorded);
        var results = new ArrayList<Result>();
        var unasked = unasked(suite, recorded.identity());
        new SuiteRunner(suite, "recorded", recorded)
                .run(raw -> {
                    boolean held = traces.apply(raw.scenario()).isPresent();
                    results.add(
                            held || !unasked.contains(raw.scenario())
                                    ? known.judge(raw)
                                    : raw.as(Verdict.INCONCLUSIVE, "is not recorded"));
                });
        var platform = recorded.identity().platform();
        Map<String, Agreement.Difference> differences = new LinkedHashMap<>();
        for (var result : results) {
            if (result.verdict() == Verdict.PASS || result.verdict() == Verdict.FAIL) {
                traces.apply(result.scenario())
                        .flatMap(trace -> difference(platform, trace))
                        .ifPresent(found -> differences.put(result.scenario(), found));
            }
        }
        return new Judgement(List.copyOf(results), differences);
    }

    /// The scenarios that hold on the platform, and that only a capability kept from being asked.
    private static Set<String> unasked(Suite suite, Identity identity) {
        return suite.scenarios().stream()
                .filter(scenario -> scenario.notApplicable(identity).isPresent())
                .filter(scenario -> scenario.notApplicable(offeringAll(identity)).isEmpty())
                .map(scenario -> scenario.text().id())
                .collect(Collectors.toSet());
    }

    private static Identity offeringAll(Identity identity) {
        return new Identity(
                identity.name(),
                identity.version(),
                identity.platform(),
                EnumSet.allOf(Capability.class));
    }

    private static Optional<Agreement.Difference> difference(Platform platform, Trace trace) {
        try (var model = new ReferenceModel(platform)) {
            return Agreement.difference(model, trace);
        }
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
