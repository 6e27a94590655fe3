package org.maptck.features.selftest;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.reports.Rule;

/// What came of one known-bad implementation.
///
/// @param kills scenarios that failed on it and pass on the right implementation
/// @param asked how many scenarios it was asked
/// @param passed scenarios that it passed, by id
/// @param unanswered how many scenarios it left without an answer
public record Trial(
        KnownBad bad, List<Kill> kills, int asked, List<String> passed, int unanswered) {
    /// A scenario that noticed, by the ids of its rule and of itself.
    public record Kill(String rule, String scenario) {}

    public Trial {
        kills = List.copyOf(kills);
        passed = List.copyOf(passed);
    }

    /// Whether it was noticed by whom it should be.
    public boolean caught() {
        return switch (bad) {
            case KnownBad.OfRule(_, var rule, _, _, _) -> killedBy(rule) > 0;
            case KnownBad.Liar _ -> asked > 0 && passed.isEmpty();
            case KnownBad.Crasher _ -> unanswered > 0;
        };
    }

    /// Whether it breaks that rule, and the rule noticed.
    boolean proves(String rule) {
        return bad instanceof KnownBad.OfRule broken && broken.rule().equals(rule) && caught();
    }

    Rule.Kill kill() {
        return new Rule.Kill(bad.name(), bad.what());
    }

    /// How many scenarios of a rule noticed.
    public long killedBy(String rule) {
        return kills.stream().filter(kill -> kill.rule().equals(rule)).count();
    }

    /// The rules that noticed, in the order of the document.
    public List<String> rules() {
        return kills.stream().map(Kill::rule).distinct().toList();
    }
}
