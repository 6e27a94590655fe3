package org.maptck.features.selftest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.maptck.features.Scenario;
import org.maptck.features.Suite;
import org.maptck.features.SuiteRunner;
import org.maptck.model.Implementation;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// What the right implementation makes of the scenarios, on each platform that is asked for.
final class Right {
    private final Suite suite;
    private final Map<Platform, Map<String, Result>> byPlatform = new ConcurrentHashMap<>();

    Right(Suite suite) {
        this.suite = suite;
    }

    /// Whether a scenario fails on it as well, so that its failing elsewhere proves nothing.
    boolean fails(String scenario, Platform platform) {
        var result = results(platform).get(scenario);
        return result != null && result.verdict() == Verdict.FAIL;
    }

    /// What a part of the suite comes to on an implementation.
    ///
    /// A scenario is a function of the answers that it gets: where an implementation answers all of
    /// its commands as the right one does, the verdict is that of the right one, and the scenario
    /// is not run once more.
    ///
    /// @param repeatable whether the implementation has no memory of the scenarios before
    List<Result> judge(Suite part, Implementation implementation, boolean repeatable) {
        var known = repeatable ? alike(part, implementation) : Map.<String, Result>of();
        var open = part.only(scenario -> !known.containsKey(scenario.text().id()));
        var results = new ArrayList<>(known.values());
        if (!open.scenarios().isEmpty()) {
            new SuiteRunner(open, "subject", implementation).run(results::add);
        }
        return results;
    }

    private Map<String, Result> alike(Suite part, Implementation implementation) {
        var identity = implementation.identity();
        var right = results(identity.platform());
        var alike = new HashMap<String, Result>();
        for (Scenario scenario : part.scenarios()) {
            var result = right.get(scenario.text().id());
            if (result != null
                    && scenario.notApplicable(identity).isEmpty()
                    && answersAlike(implementation, result.trace())) {
                alike.put(result.scenario(), result);
            }
        }
        return alike;
    }

    /// Whether it answers every command of a trace as the trace does; a trace that was too long to
    /// keep says nothing.
    private static boolean answersAlike(Implementation implementation, Trace trace) {
        try {
            return !trace.entries().isEmpty()
                    && trace.entries().stream()
                            .allMatch(e -> implementation.apply(e.command()).equals(e.outcome()));
        } catch (RuntimeException _) {
            return false;
        } finally {
            implementation.reset();
        }
    }

    private Map<String, Result> results(Platform platform) {
        return byPlatform.computeIfAbsent(platform, this::run);
    }

    private Map<String, Result> run(Platform platform) {
        var results = new HashMap<String, Result>();
        try (var model = new ReferenceModel(platform)) {
            new SuiteRunner(suite, "model", model)
                    .run(result -> results.put(result.scenario(), result));
        }
        return results;
    }
}
