package org.maptck.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes a baseline fit results.
///
/// A line that is a comment stays, and one whose scenario was not asked. A line of a scenario stays
/// while the scenario fails, a line of a rule while every scenario of it fails, else it gives way
/// to lines of those that do. What fails and is not named is added with what it said.
///
/// @param rules the rule of each scenario that was asked
/// @param failing why, by scenario, for those that fail
/// @param known scenarios whose failure was expected already
public record BaselineUpdate(
        Map<String, String> rules, Map<String, String> failing, Set<String> known) {
    /// The update that fits what these results say of one implementation.
    public static BaselineUpdate of(Results results, String implementation) {
        var update =
                new BaselineUpdate(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashSet<>());
        results.results().stream()
                .filter(result -> result.implementation().equals(implementation))
                .forEach(update::add);
        return update;
    }

    private void add(Result result) {
        switch (result.verdict()) {
            case FAIL -> fails(result);
            case EXPECTED_FAIL -> {
                fails(result);
                known.add(result.scenario());
            }
            case PASS, UNEXPECTED_PASS -> rules.put(result.scenario(), result.rule());
            case NOT_APPLICABLE, INCONCLUSIVE -> {}
        }
    }

    private void fails(Result result) {
        rules.put(result.scenario(), result.rule());
        String why = result.reason().isBlank() ? "differs" : result.reason().strip();
        failing.put(result.scenario(), Harmless.line(why));
    }

    /// The text of the baseline afterwards.
    ///
    /// @param text the text before, empty where there is none
    public String apply(String text) {
        var lines = new ArrayList<String>();
        var named = new HashSet<>(known);
        for (String line : text.lines().toList()) {
            keep(line, lines, named);
        }
        failing.forEach((scenario, why) -> {
            if (!named.contains(scenario)) {
                lines.add(scenario + "  " + why);
            }
        });
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private void keep(String line, List<String> lines, Set<String> named) {
        var words = line.strip().split("\\s+", 2);
        var scenarios =
                rules.entrySet().stream()
                        .filter(it ->
                                it.getKey().equals(words[0]) || it.getValue().equals(words[0]))
                        .map(Map.Entry::getKey)
                        .toList();
        if (failing.keySet().containsAll(scenarios)) {
            lines.add(line);
            named.addAll(scenarios);
            return;
        }
        for (String scenario : scenarios) {
            if (failing.containsKey(scenario)) {
                lines.add(scenario + "  " + words[words.length - 1]);
                named.add(scenario);
            }
        }
    }
}
