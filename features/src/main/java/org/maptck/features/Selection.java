package org.maptck.features;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.maptck.reports.Face;
import org.maptck.reports.Level;

/// Which scenarios are wanted.
///
/// @param face only those seen from that side, if given
/// @param tags a tag expression; empty for all
/// @param ids rules or scenarios by id, or by the dotted or slashed beginning of it; empty for all
public record Selection(Level level, Optional<Face> face, String tags, List<String> ids)
        implements Predicate<Scenario> {
    public Selection {
        ids = List.copyOf(ids);
        parse(tags);
    }

    /// All scenarios of a level.
    public static Selection of(Level level) {
        return new Selection(level, Optional.empty(), "", List.of());
    }

    @Override
    public boolean test(Scenario scenario) {
        return level.includes(scenario.text().level())
                && face.map(scenario.text().faces()::contains).orElse(true)
                && parse(tags).evaluate(scenario.tags())
                && (ids.isEmpty() || ids.stream().anyMatch(id -> begins(scenario, id)));
    }

    /// Whether a feature file can hold a scenario of the level: parsing the others would only take
    /// time.
    boolean concerns(String text) {
        return Arrays.stream(Level.values())
                .anyMatch(other -> level.includes(other) && text.contains("@" + other.id()));
    }

    /// In words, for the head of a report.
    public String words() {
        return "level "
                + level.id()
                + face.map(f -> ", face " + f.id()).orElse("")
                + (tags.isEmpty() ? "" : ", tags " + tags)
                + (ids.isEmpty() ? "" : ", ids " + String.join(" ", ids));
    }

    private static boolean begins(Scenario scenario, String id) {
        String full = scenario.text().id();
        return full.equals(id) || full.startsWith(id + ".") || full.startsWith(id + "/");
    }

    /// @throws IllegalArgumentException saying what is wrong with the expression
    private static Expression parse(String tags) {
        try {
            return TagExpressionParser.parse(tags);
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(
                    "tag expression '"
                            + tags
                            + "', wanted tags joined by and, or, not: "
                            + String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
