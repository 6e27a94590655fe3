package org.maptck.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Results by implementation, rule and scenario.
final class Grid {
    private record Cell(String implementation, String rule) {}

    private final List<String> implementations;
    private final Map<Cell, List<Result>> cells = new HashMap<>();

    Grid(Results results) {
        var addresses = new LinkedHashSet<>(results.header().subjects().keySet());
        for (Result result : results.results()) {
            addresses.add(result.implementation());
            var cell = new Cell(result.implementation(), result.rule());
            cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(result);
        }
        implementations = List.copyOf(addresses);
    }

    /// The addresses, in the order of the header.
    List<String> implementations() {
        return implementations;
    }

    List<Result> of(String implementation, String rule) {
        return cells.getOrDefault(new Cell(implementation, rule), List.of());
    }

    List<Result> of(String implementation, String rule, String scenario) {
        return of(implementation, rule).stream()
                .filter(result -> result.scenario().equals(scenario))
                .toList();
    }

    /// The gravest verdict of a rule's scenarios; nothing where none was run.
    Optional<Verdict> verdict(String implementation, String rule) {
        return of(implementation, rule).stream().map(Result::verdict).reduce(Verdict::and);
    }

    /// All results of an implementation, in the order of the rules.
    List<Result> ordered(Catalogue catalogue, String implementation) {
        return rules(catalogue, implementation).stream()
                .flatMap(rule -> of(implementation, rule).stream())
                .toList();
    }

    /// Rules with a result for that implementation, in their order, unknown rules last.
    List<String> rules(Catalogue catalogue, String implementation) {
        var rules = new LinkedHashSet<>(catalogue.rules().stream().map(Rule::id).toList());
        rules.addAll(rules(implementation));
        return rules.stream().filter(rule -> !of(implementation, rule).isEmpty()).toList();
    }

    /// Rules with a result for that implementation.
    List<String> rules(String implementation) {
        return cells.keySet().stream()
                .filter(cell -> cell.implementation().equals(implementation))
                .map(Cell::rule)
                .sorted()
                .toList();
    }
}
