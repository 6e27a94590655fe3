package org.maptck.reports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How often each verdict was given to one implementation; every report counts by this.
///
/// @param rules rules by the gravest verdict of their scenarios
/// @param scenarios scenarios by verdict
/// @param rulesNotRun selected rules without any result, as in a run that was killed
/// @param scenariosNotRun selected scenarios without a result
public record Tally(
        String implementation,
        Map<Verdict, Integer> rules,
        Map<Verdict, Integer> scenarios,
        int rulesNotRun,
        int scenariosNotRun) {

    /// The tallies of all implementations, in the order of the header.
    public static List<Tally> of(Results results) {
        var grid = new Grid(results);
        return grid.implementations().stream().map(one -> of(results, grid, one)).toList();
    }

    private static Tally of(Results results, Grid grid, String implementation) {
        var rules = new EnumMap<Verdict, Integer>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            rules.put(verdict, 0);
        }
        for (String rule : grid.rules(implementation)) {
            grid.verdict(implementation, rule).ifPresent(v -> rules.merge(v, 1, Integer::sum));
        }
        int rulesNotRun = 0;
        int scenariosNotRun = 0;
        for (Rule rule : results.header().catalogue().rules()) {
            var selected = selected(results.header(), rule);
            long missing =
                    selected.stream()
                            .filter(it -> grid.of(implementation, rule.id(), it.id()).isEmpty())
                            .count();
            scenariosNotRun += (int) missing;
            boolean none = grid.of(implementation, rule.id()).isEmpty();
            rulesNotRun += none && missing > 0 ? 1 : 0;
        }
        return new Tally(
                implementation,
                rules,
                results.counts(implementation),
                rulesNotRun,
                scenariosNotRun);
    }

    private static List<Rule.Scenario> selected(RunHeader header, Rule rule) {
        return rule.scenarios().stream()
                .filter(scenario -> header.level().includes(scenario.level()))
                .toList();
    }

    /// Rules whose gravest verdict is this one.
    public int rules(Verdict verdict) {
        return rules.getOrDefault(verdict, 0);
    }

    /// Scenarios with this verdict.
    public int scenarios(Verdict verdict) {
        return scenarios.getOrDefault(verdict, 0);
    }

    /// All rules that were to be checked: the denominator.
    public int ruleCount() {
        return sum(rules) + rulesNotRun;
    }

    /// All scenarios that were to be run: the denominator.
    public int scenarioCount() {
        return sum(scenarios) + scenariosNotRun;
    }

    private static int sum(Map<Verdict, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
