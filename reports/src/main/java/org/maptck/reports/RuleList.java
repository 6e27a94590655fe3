package org.maptck.reports;

import java.util.stream.Collectors;
import org.maptck.json.Json;

/// The catalogue as text: a line a rule, whole rules, or JSON.
public final class RuleList {
    private RuleList() {}

    /// How rules are listed.
    public enum Format {
        /// For a reader.
        TEXT,
        /// For a program: the catalogue as it stands in the header of a results file.
        JSON
    }

    /// A line a rule below its chapter, with the numbers of its scenarios and of its kills.
    public static String lines(Catalogue catalogue) {
        var text = new StringBuilder();
        for (var chapter : catalogue.chapters()) {
            text.append(chapter.title()).append('\n');
            for (Rule rule : chapter.rules()) {
                text.append(
                        "  %-34s %-10s %3d  %-8s  %s%n"
                                .formatted(
                                        rule.id(),
                                        rule.level().id(),
                                        rule.scenarios().size(),
                                        rule.proven() ? rule.kills().size() : "unproven",
                                        rule.sentence()));
            }
        }
        return text.append(total(catalogue)).toString();
    }

    /// Each rule whole, with its scenarios.
    public static String whole(Catalogue catalogue) {
        return catalogue.rules().stream().map(RuleList::whole).collect(Collectors.joining("\n"))
                + total(catalogue);
    }

    /// The catalogue in JSON.
    public static String json(Catalogue catalogue) {
        return Json.write(it -> it.value(catalogue, CatalogueForms.CATALOGUE)) + "\n";
    }

    private static String whole(Rule rule) {
        var text = new StringBuilder(rule.id() + "\n  " + rule.sentence() + ".\n");
        text.append("  level   ").append(rule.level().id()).append('\n');
        rule.sources().forEach(s -> text.append("  source  ").append(s).append('\n'));
        rule.since().ifPresent(v -> text.append("  since   ").append(v).append('\n'));
        rule.until().ifPresent(v -> text.append("  until   ").append(v).append('\n'));
        if (!rule.note().isEmpty()) {
            text.append("  note    ").append(rule.note()).append('\n');
        }
        text.append("  proof   ").append(proof(rule)).append('\n');
        for (var kill : rule.kills()) {
            text.append("    ").append(kill.knownBad()).append(": ").append(kill.what());
            text.append('\n');
        }
        for (var scenario : rule.scenarios()) {
            text.append("\n  Scenario: ").append(scenario.title()).append('\n');
            scenario.steps().forEach(step -> text.append("    ").append(step).append('\n'));
        }
        return text.toString();
    }

    private static String proof(Rule rule) {
        return switch (rule.kills().size()) {
            case 0 -> "unproven: it has killed no known-bad implementation";
            case 1 -> "it kills 1 known-bad implementation";
            default -> "it kills " + rule.kills().size() + " known-bad implementations";
        };
    }

    private static String total(Catalogue catalogue) {
        var rules = catalogue.rules();
        int scenarios = rules.stream().mapToInt(rule -> rule.scenarios().size()).sum();
        long proven = rules.stream().filter(Rule::proven).count();
        int kills = rules.stream().mapToInt(rule -> rule.kills().size()).sum();
        return "\n%d rules, %d scenarios; %d rules proven by %d known-bad implementations%n"
                .formatted(rules.size(), scenarios, proven, kills);
    }
}
