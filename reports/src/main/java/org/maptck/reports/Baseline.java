package org.maptck.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Known differences, by rule or scenario id, each with a reason or a link. What they name runs,
/// and must fail.
public record Baseline(Map<String, String> reasons) {
    /// No known difference.
    public static final Baseline EMPTY = new Baseline(Map.of());

    private static final String COMMENT = "#";

    public Baseline {
        reasons = Map.copyOf(reasons);
    }

    /// The baseline of a text: a line an id, white space, and a reason; lines that begin with `#`
    /// and empty ones say nothing.
    ///
    /// @param name what a complaint calls the text
    /// @throws BadBaseline naming the line
    public static Baseline read(String name, String text) throws BadBaseline {
        var reasons = new LinkedHashMap<String, String>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !line.startsWith(COMMENT)) {
                add(reasons, line, name + ":" + number);
            }
        }
        return new Baseline(reasons);
    }

    private static void add(Map<String, String> reasons, String line, String place)
            throws BadBaseline {
        var words = List.of(line.split("\\s+", 2));
        if (words.size() < 2) {
            throw new BadBaseline(
                    place + ": '" + line + "' has no reason, wanted an id and a reason or link");
        }
        if (reasons.put(words.getFirst(), words.getLast()) != null) {
            throw new BadBaseline(place + ": '" + words.getFirst() + "' stands there twice");
        }
    }

    /// Demands that each line names a rule or scenario of the catalogue.
    ///
    /// @throws BadBaseline naming the first that does not
    public void checkAgainst(Catalogue catalogue, String name) throws BadBaseline {
        for (String id : reasons.keySet()) {
            if (catalogue.rules().stream().noneMatch(rule -> names(id, rule))) {
                throw new BadBaseline(name + ": '" + id + "' is no rule or scenario, wanted one");
            }
        }
    }

    private static boolean names(String id, Rule rule) {
        return rule.id().equals(id) || rule.scenarios().stream().anyMatch(s -> s.id().equals(id));
    }

    /// The result in the light of what was known: a failure that is named was expected, a pass that
    /// is named was not.
    public Result judge(Result result) {
        var reason = reason(result);
        if (reason.isEmpty()) {
            return result;
        }
        return switch (result.verdict()) {
            case FAIL -> result.as(Verdict.EXPECTED_FAIL, reason.get());
            case PASS -> result.as(Verdict.UNEXPECTED_PASS, "listed as: " + reason.get());
            case NOT_APPLICABLE, EXPECTED_FAIL, INCONCLUSIVE, UNEXPECTED_PASS -> result;
        };
    }

    /// Whether a line is about a rule or one of its scenarios.
    public boolean mentions(String rule) {
        return reasons.keySet().stream()
                .anyMatch(id -> id.equals(rule) || id.startsWith(rule + "/"));
    }

    private Optional<String> reason(Result result) {
        return Optional.ofNullable(reasons.get(result.scenario()))
                .or(() -> Optional.ofNullable(reasons.get(result.rule())));
    }
}
