package org.maptck.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maptck.model.MapType;
import org.maptck.model.Version;

/// A rule as the page shows it.
record RuleView(Rule rule, Grid grid, RunHeader header) {
    /// The verdict of one implementation, at its place among the others.
    record Mark(int number, String implementation, VerdictView verdict) {}

    record ScenarioView(String title, List<ProseView> prose, List<EvidenceView> evidence) {}

    String id() {
        return rule.id();
    }

    String sentence() {
        return Harmless.line(rule.sentence());
    }

    String level() {
        return rule.level().id();
    }

    String note() {
        return Harmless.line(rule.note());
    }

    List<String> sources() {
        return rule.sources().stream().map(Harmless::line).toList();
    }

    Optional<Version> since() {
        return rule.since();
    }

    Optional<Version> until() {
        return rule.until();
    }

    String faces() {
        return rule.faces().stream().sorted().map(Face::id).collect(Collectors.joining(" "));
    }

    String types() {
        return rule.types().stream()
                .sorted(Comparator.naturalOrder())
                .map(MapType::name)
                .map(name -> "BPF_MAP_TYPE_" + name)
                .collect(Collectors.joining(" "));
    }

    List<Mark> marks() {
        var implementations = grid.implementations();
        return java.util.stream.IntStream.range(0, implementations.size())
                .mapToObj(i -> mark(i, implementations.get(i)))
                .toList();
    }

    private Mark mark(int number, String implementation) {
        var verdict = VerdictView.of(grid.verdict(implementation, rule.id()));
        return new Mark(number, Harmless.line(implementation), verdict);
    }

    /// Verdicts by the number of the implementation, for the filter: `0:pass 1:fail`.
    String filter() {
        return marks().stream()
                .map(mark -> mark.number() + ":" + mark.verdict().word())
                .collect(Collectors.joining(" "));
    }

    List<ScenarioView> scenarios() {
        return rule.scenarios().stream().map(this::scenario).toList();
    }

    private ScenarioView scenario(Rule.Scenario scenario) {
        var evidence =
                grid.implementations().stream()
                        .flatMap(it -> grid.of(it, rule.id(), scenario.id()).stream())
                        .map(result -> EvidenceView.of(header, result))
                        .toList();
        return new ScenarioView(
                Harmless.line(scenario.title()), ProseView.of(scenario.steps()), evidence);
    }
}
