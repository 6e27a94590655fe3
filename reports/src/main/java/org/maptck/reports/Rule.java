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
/// @param kills known-bad implementations that break it and that a scenario of it noticed
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
        List<Scenario> scenarios,
        List<Kill> kills) {
    public Rule {
        sources = List.copyOf(sources);
        scenarios = List.copyOf(scenarios);
        kills = List.copyOf(kills);
    }

    /// A rule that has not been put to the proof.
    public Rule(
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
        this(id, sentence, level, sources, note, faces, types, since, until, scenarios, List.of());
    }

    /// The same rule with other scenarios.
    public Rule with(List<Scenario> others) {
        return new Rule(
                id, sentence, level, sources, note, faces, types, since, until, others, kills);
    }

    /// The same rule with those kills.
    public Rule killing(List<Kill> noticed) {
        return new Rule(
                id, sentence, level, sources, note, faces, types, since, until, scenarios, noticed);
    }

    /// Whether it has noticed an implementation that breaks it; a rule that has not is unproven.
    public boolean proven() {
        return !kills.isEmpty();
    }

    /// A known-bad implementation that a rule noticed.
    ///
    /// @param knownBad its name, as in `faulty:NAME`
    /// @param what what it does wrong, in one sentence
    public record Kill(String knownBad, String what) {}

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
