package org.maptck.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maptck.model.MapType;
import org.maptck.model.Version;

/// A rule as the page shows it.
record RuleView(Rule rule, Grid grid, RunHeader header, PackedTraces traces) {
    /// The verdict of one implementation, at its place among the others.
    record Mark(int number, String implementation, VerdictView verdict) {}

    /// @param higher the level of the scenario where it is not that of its rule, else empty
    /// @param open whether its steps are shown without being asked for
    record ScenarioView(
            String id,
            String title,
            String higher,
            boolean open,
            List<ProseView> prose,
            List<EvidenceView> evidence) {}

    /// So many scenarios of a rule show their steps at once.
    private static final int SHOWN = 2;

    String id() {
        return rule.id();
    }

    String sentence() {
        return Harmless.prose(rule.sentence());
    }

    String level() {
        return rule.level().id();
    }

    String note() {
        return Harmless.prose(rule.note());
    }

    List<String> sources() {
        return rule.sources().stream().map(Harmless::prose).toList();
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
        return IntStream.range(0, implementations.size())
                .mapToObj(i -> mark(i, implementations.get(i)))
                .toList();
    }

    private Mark mark(int number, String implementation) {
        var verdict = VerdictView.of(grid.verdict(implementation, rule.id()));
        return new Mark(number, Harmless.line(implementation), verdict);
    }

    /// A known-bad implementation that the rule noticed, and the command that shows it.
    record KillView(String what, String again) {}

    boolean isProven() {
        return rule.proven();
    }

    /// Whether a wrong implementation is known to be noticed, in words.
    String proof() {
        return rule.proven() ? "proven, " + rule.kills().size() + " killed" : "unproven";
    }

    List<KillView> kills() {
        return rule.kills().stream()
                .map(it ->
                        new KillView(
                                Harmless.prose(it.what()),
                                Reproduction.of("faulty:" + it.knownBad(), rule)))
                .toList();
    }

    /// The command that asks all implementations again.
    String again() {
        return Reproduction.of(grid.implementations(), rule.id(), header.level());
    }

    /// Verdicts by the number of the implementation, for the filter: `0:pass 1:fail`.
    String filter() {
        return marks().stream()
                .map(mark -> mark.number() + ":" + mark.verdict().word())
                .collect(Collectors.joining(" "));
    }

    List<ScenarioView> scenarios() {
        return IntStream.range(0, rule.scenarios().size())
                .mapToObj(i -> scenario(rule.scenarios().get(i), i < SHOWN))
                .toList();
    }

    private ScenarioView scenario(Rule.Scenario scenario, boolean shown) {
        var results =
                grid.implementations().stream()
                        .flatMap(it -> grid.of(it, rule.id(), scenario.id()).stream())
                        .toList();
        var evidence = EvidenceView.of(results, header.level(), traces);
        return new ScenarioView(
                scenario.id(),
                Harmless.line(scenario.title()),
                scenario.level() == rule.level() ? "" : scenario.level().id(),
                shown || evidence.stream().anyMatch(EvidenceView::grave),
                ProseView.of(scenario.steps()),
                evidence);
    }
}
