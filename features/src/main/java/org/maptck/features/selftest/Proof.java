package org.maptck.features.selftest;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.features.KnownKills;
import org.maptck.reports.Catalogue;
import org.maptck.reports.Level;
import org.maptck.reports.Rule;

/// What known-bad implementations say of the rules.
public record Proof(Catalogue catalogue, List<Trial> trials) {
    public Proof {
        trials = List.copyOf(trials);
    }

    /// Known-bad implementations that nobody noticed who should have.
    public List<Trial> survivors() {
        return trials.stream().filter(trial -> !trial.caught()).toList();
    }

    /// What each rule killed of what breaks it, in the order of the document.
    public KnownKills kills() {
        var byRule = new LinkedHashMap<String, List<Rule.Kill>>();
        for (Rule rule : catalogue.rules()) {
            var killed = trials.stream().filter(trial -> trial.proves(rule.id())).toList();
            if (!killed.isEmpty()) {
                byRule.put(rule.id(), killed.stream().map(Trial::kill).toList());
            }
        }
        return new KnownKills(byRule);
    }

    /// Rules of a level, or of one before it, no scenario of which noticed anything.
    public List<Rule> unproven(Level level) {
        var proven = proven();
        return catalogue.rules().stream()
                .filter(rule -> level.includes(rule.level()) && !proven.contains(rule.id()))
                .toList();
    }

    /// The ids of the rules of which a scenario noticed something; that a liar is noticed proves
    /// none.
    public Set<String> proven() {
        var proven = new HashSet<String>();
        trials.stream()
                .filter(trial -> trial.bad() instanceof KnownBad.OfRule)
                .forEach(trial -> proven.addAll(trial.rules()));
        return proven;
    }
}
