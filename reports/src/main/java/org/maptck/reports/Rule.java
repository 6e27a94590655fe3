package org.maptck.reports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maptck.model.MapType;
import org.maptck.model.Version;

/// One normative sentence and its scenarios.
///
/// @param id permanent, dotted, as in `array.update.noexist`
/// @param sentence the rule in our own words
/// @param sources who says so: document and section, or file and function
/// @param note what a reader should know besides; may be empty
/// @param since the first kernel that it holds for, if not always
/// @param until the last kernel that it holds for, if it ended
public record Rule(
        String id,
        String sentence,
        Level level,
        List<String> sources,
        String note,
        Set<Face> faces,
        Set<MapType> types,
        Optional<Version> since,
        Optional<Version> until,
        List<Scenario> scenarios) {
    public Rule {
        sources = List.copyOf(sources);
        scenarios = List.copyOf(scenarios);
    }

    /// The same rule with other scenarios.
    public Rule with(List<Scenario> others) {
        return new Rule(id, sentence, level, sources, note, faces, types, since, until, others);
    }

    /// One example of a rule, as a reader sees it.
    ///
    /// @param id the rule's id, a slash, and the slug of the title
    /// @param steps the steps in prose, keyword included, tables as lines of their own
    public record Scenario(
            String id, String title, Level level, Set<Face> faces, List<String> steps) {
        public Scenario {
            steps = List.copyOf(steps);
        }
    }
}
