package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.maptck.features.Suite;
import org.maptck.features.SuiteRunner;
import org.maptck.features.fuzz.Agreement.Difference;
import org.maptck.model.Command;
import org.maptck.model.Implementation;
import org.maptck.reports.Baseline;
import org.maptck.reports.Result;
import org.maptck.reports.Rule;
import org.maptck.reports.Verdict;

/// The rules that an implementation is seen to break: those whose scenarios fail on it.
public final class Suspects {
    private final Suite suite;
    private final List<Result> failures;

    private Suspects(Suite suite, List<Result> failures) {
        this.suite = suite;
        this.failures = failures;
    }

    /// Runs every scenario of the suite.
    ///
    /// @param known differences that are known, and no news
    public static Suspects of(Suite suite, Implementation implementation, Baseline known) {
        var failures = new ArrayList<Result>();
        new SuiteRunner(suite, "suspect", implementation)
                .run(result -> {
                    if (known.judge(result).verdict() == Verdict.FAIL) {
                        failures.add(result);
                    }
                });
        return new Suspects(suite, failures);
    }

    /// The rules that fail, those first whose failing scenario did at last what the difference did.
    public List<Rule> of(Difference difference) {
        var wanted = kinds(difference.entry().command());
        return failures.stream()
                .sorted(Comparator.comparing(failure -> !kinds(failure).equals(wanted)))
                .map(Result::rule)
                .distinct()
                .flatMap(id -> suite.catalogue().rule(id).stream())
                .toList();
    }

    private static Set<Class<?>> kinds(Result failure) {
        return failure.trace().entries().isEmpty()
                ? Set.of()
                : kinds(failure.trace().entries().getLast().command());
    }

    private static Set<Class<?>> kinds(Command command) {
        return switch (command) {
            case Command.Run(_, _, _, var steps, _) when steps.size() == 1 ->
                    Set.of(Command.Run.class, steps.getFirst().getClass());
            case Command.Enveloped(var inner, _) ->
                    Set.of(Command.Enveloped.class, inner.getClass());
            default -> Set.of(command.getClass());
        };
    }
}
