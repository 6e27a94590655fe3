package org.maptck.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.maptck.reports.Rule;

/// What must hold of the rules themselves, so that a reader and a baseline can rely on them.
public final class Lint {
    private static final Pattern ID =
            Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
    private static final Pattern WISH = Pattern.compile("(?i)\\b(should|must|test that|verify)\\b");

    private final List<String> problems = new ArrayList<>();

    private Lint() {}

    /// Every problem of a suite, a line each; empty where there is none.
    public static List<String> of(Suite suite) {
        var lint = new Lint();
        lint.rules(suite);
        lint.scenarios(suite);
        return lint.problems;
    }

    private void rules(Suite suite) {
        Set<String> ids = new HashSet<>();
        Set<String> sentences = new HashSet<>();
        for (Rule rule : suite.catalogue().rules()) {
            demand(ID.matcher(rule.id()).matches(), rule.id(), "wanted an id of dotted slugs");
            demand(ids.add(rule.id()), rule.id(), "id given twice");
            demand(sentences.add(rule.sentence()), rule.id(), "sentence given twice");
            demand(!rule.sources().isEmpty(), rule.id(), "no Source: line, wanted who says so");
            demand(!rule.scenarios().isEmpty(), rule.id(), "no scenario, wanted one");
            demand(
                    rule.scenarios().stream().anyMatch(s -> s.level() == rule.level()),
                    rule.id(),
                    "no scenario at its own level " + rule.level().id());
        }
    }

    private void scenarios(Suite suite) {
        Set<String> ids = new HashSet<>();
        for (Scenario scenario : suite.scenarios()) {
            var id = scenario.text().id();
            demand(ids.add(id), id, "id given twice, wanted another title");
            demand(!WISH.matcher(scenario.text().title()).find(), id, "title states no fact");
            demand(step(scenario, "When ", "Given "), id, "no step that does something");
            demand(step(scenario, "Then "), id, "no step that demands something");
        }
    }

    private static boolean step(Scenario scenario, String... keywords) {
        return scenario.text().steps().stream()
                .anyMatch(step -> List.of(keywords).stream().anyMatch(step::startsWith));
    }

    private void demand(boolean holds, String where, String what) {
        if (!holds) {
            problems.add(where + ": " + what);
        }
    }
}
