package org.maptck.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a reader of results wants to see first.
final class Findings {
    private Findings() {}

    /// A result that needs a look, with the rule that it is about.
    record Finding(Optional<Rule> rule, Result result) {
        /// Title of the scenario, or its id where the catalogue lacks it.
        String title() {
            return rule.stream()
                    .flatMap(it -> it.scenarios().stream())
                    .filter(it -> it.id().equals(result.scenario()))
                    .map(Rule.Scenario::title)
                    .findFirst()
                    .orElse(result.scenario());
        }
    }

    /// Failures, unexpected passes and open questions, in the order of the rules.
    static List<Finding> of(Results results) {
        var findings = new ArrayList<Finding>();
        var grid = new Grid(results);
        for (String implementation : grid.implementations()) {
            for (Result result : grid.ordered(results.header().catalogue(), implementation)) {
                if (result.verdict().compareTo(Verdict.INCONCLUSIVE) >= 0) {
                    var rule = results.header().catalogue().rule(result.rule());
                    findings.add(new Finding(rule, result));
                }
            }
        }
        return findings;
    }

    /// How many scenarios an implementation could not be asked, and why, where there are any.
    static Optional<String> notApplicable(Results results, String implementation) {
        var reasons = new LinkedHashMap<String, Integer>();
        for (Result result : results.results()) {
            if (result.implementation().equals(implementation)
                    && result.verdict() == Verdict.NOT_APPLICABLE) {
                reasons.merge(result.reason(), 1, Integer::sum);
            }
        }
        int count = reasons.values().stream().mapToInt(Integer::intValue).sum();
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "not applicable: %d of its scenarios (%s)".formatted(count, each(reasons)));
    }

    /// How many scenarios an implementation passed with something to be said of it, and what, where
    /// there are any.
    static Optional<String> remarks(Results results, String implementation) {
        var remarks = new LinkedHashMap<String, Integer>();
        for (Result result : results.results()) {
            if (result.implementation().equals(implementation)
                    && result.verdict() == Verdict.PASS
                    && !result.reason().isEmpty()) {
                remarks.merge(result.reason(), 1, Integer::sum);
            }
        }
        return remarks.isEmpty()
                ? Optional.empty()
                : Optional.of("passed scenarios (%s)".formatted(each(remarks)));
    }

    private static String each(Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .collect(Collectors.joining("; "));
    }
}
