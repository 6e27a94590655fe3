package org.maptck.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /// Why an implementation could not be asked, with how many scenarios each reason took.
    static Map<String, Integer> notApplicable(Results results, String implementation) {
        var reasons = new LinkedHashMap<String, Integer>();
        for (Result result : results.results()) {
            if (result.implementation().equals(implementation)
                    && result.verdict() == Verdict.NOT_APPLICABLE) {
                reasons.merge(result.reason(), 1, Integer::sum);
            }
        }
        return reasons;
    }
}
