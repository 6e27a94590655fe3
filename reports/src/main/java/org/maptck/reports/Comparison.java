package org.maptck.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What changed from one run to the next, scenario by scenario; the same implementation is one of
/// the same address.
///
/// @param regressions scenarios that were good and are not any more
/// @param fixes scenarios that were not good and are now
/// @param undeclared scenarios that were asked before and no longer can or were
/// @param added scenarios with no result before that are not good now
public record Comparison(
        List<Change> regressions, List<Change> fixes, List<Change> undeclared, List<Change> added) {
    /// What a scenario came to before and after; nothing where it has no result.
    public record Change(
            String implementation,
            String scenario,
            Optional<Verdict> before,
            Optional<Verdict> after) {
        /// One line for a reader.
        public String line() {
            return "%s  %s: %s, before %s"
                    .formatted(
                            Harmless.line(implementation),
                            Harmless.line(scenario),
                            word(after),
                            word(before));
        }

        private static String word(Optional<Verdict> verdict) {
            return verdict.map(Verdict::id).orElse("not run");
        }
    }

    private record Key(String implementation, String scenario) {}

    /// Compares two runs. A scenario counts with its gravest verdict.
    public static Comparison of(Results before, Results after) {
        var was = verdicts(before);
        var is = verdicts(after);
        var comparison =
                new Comparison(
                        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        was.keySet().forEach(key -> comparison.sort(change(key, was, is)));
        is.keySet().stream()
                .filter(key -> !was.containsKey(key))
                .forEach(key -> comparison.sort(change(key, was, is)));
        return comparison;
    }

    private static Map<Key, Verdict> verdicts(Results results) {
        var verdicts = new LinkedHashMap<Key, Verdict>();
        for (Result result : results.results()) {
            var key = new Key(result.implementation(), result.scenario());
            verdicts.merge(key, result.verdict(), Verdict::and);
        }
        return verdicts;
    }

    private static Change change(Key key, Map<Key, Verdict> was, Map<Key, Verdict> is) {
        return new Change(
                key.implementation(),
                key.scenario(),
                Optional.ofNullable(was.get(key)),
                Optional.ofNullable(is.get(key)));
    }

    private void sort(Change change) {
        boolean wasBad = change.before().filter(Comparison::bad).isPresent();
        boolean isBad = change.after().filter(Comparison::bad).isPresent();
        boolean asked = change.after().filter(it -> it != Verdict.NOT_APPLICABLE).isPresent();
        if (isBad && !wasBad) {
            (change.before().isPresent() ? regressions : added).add(change);
        } else if (wasBad && !isBad && asked) {
            fixes.add(change);
        } else if (change.before().filter(it -> it != Verdict.NOT_APPLICABLE).isPresent()
                && !asked) {
            undeclared.add(change);
        }
    }

    private static boolean bad(Verdict verdict) {
        return switch (verdict) {
            case FAIL, UNEXPECTED_PASS, INCONCLUSIVE -> true;
            case PASS, EXPECTED_FAIL, NOT_APPLICABLE -> false;
        };
    }

    /// Whether something is worse than before: a regression, or a new scenario that is not good.
    public boolean worse() {
        return !regressions.isEmpty() || !added.isEmpty();
    }

    /// The changes in lines, the worst first, and a last line with the counts.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        regressions.forEach(it -> lines.add("regression  " + it.line()));
        added.forEach(it -> lines.add("new         " + it.line()));
        undeclared.forEach(it -> lines.add("undeclared  " + it.line()));
        fixes.forEach(it -> lines.add("fix         " + it.line()));
        lines.add(
                "%d regressions, %d new that are not good, %d newly undeclared, %d fixes"
                        .formatted(
                                regressions.size(), added.size(), undeclared.size(), fixes.size()));
        return lines;
    }
}
