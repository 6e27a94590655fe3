package org.maptck.features.selftest;

import java.util.ArrayList;
import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.reports.Level;
import org.maptck.reports.Rule;

/// A proof in lines of text: the rules in the order of the document, each with the known-bad
/// implementations that break it, the totals, and what is left unproven.
public final class ProofTable {
    private static final int NAME = 34;

    private ProofTable() {}

    /// What came of each known-bad implementation, and of all.
    public static List<String> trials(Proof proof) {
        var lines = new ArrayList<String>();
        for (Rule rule : proof.catalogue().rules()) {
            var own = proof.trials().stream().filter(trial -> breaks(trial, rule)).toList();
            if (!own.isEmpty()) {
                lines.add(rule.id() + "  " + scenarios(rule.scenarios().size()));
                own.forEach(trial -> lines.add(line(trial, rule)));
            }
        }
        for (Trial trial : proof.trials()) {
            switch (trial.bad()) {
                case KnownBad.OfRule bad when proof.catalogue().rule(bad.rule()).isEmpty() ->
                        lines.add(row(trial, "SURVIVES: there is no rule " + bad.rule()));
                case KnownBad.OfRule _ -> {}
                case KnownBad.Liar _, KnownBad.Crasher _ -> lines.add(liar(trial));
            }
        }
        lines.add("");
        int all = proof.trials().size();
        int missed = proof.survivors().size();
        lines.add(
                all
                        + " known-bad implementations, "
                        + (all - missed)
                        + " caught, "
                        + missed
                        + " not");
        return lines;
    }

    private static boolean breaks(Trial trial, Rule rule) {
        return trial.bad() instanceof KnownBad.OfRule bad && bad.rule().equals(rule.id());
    }

    private static String line(Trial trial, Rule rule) {
        long own = trial.killedBy(rule.id());
        return row(
                trial,
                own > 0
                        ? "killed by " + scenarios(own) + elsewhere(trial)
                        : trial.kills().isEmpty()
                                ? "SURVIVES every scenario"
                                : "SURVIVES its rule, killed by " + names(trial));
    }

    private static String elsewhere(Trial trial) {
        int others = trial.rules().size() - 1;
        return others > 0 ? ", and by " + others + " other rules" : "";
    }

    private static String names(Trial trial) {
        var rules = trial.rules();
        return String.join(", ", rules.subList(0, Math.min(3, rules.size())))
                + (rules.size() > 3 ? " and " + (rules.size() - 3) + " more" : "");
    }

    private static String liar(Trial trial) {
        String came =
                trial.bad() instanceof KnownBad.Crasher
                        ? "gave no answer in " + scenarios(trial.unanswered())
                        : "passes " + trial.passed().size() + " of " + scenarios(trial.asked());
        return row(trial, (trial.caught() ? "" : "SURVIVES: ") + came + examples(trial));
    }

    private static String examples(Trial trial) {
        return trial.caught()
                ? ""
                : ": " + String.join(", ", trial.passed().stream().limit(5).toList());
    }

    private static String row(Trial trial, String came) {
        String name = trial.bad().name();
        return "  " + name + " ".repeat(Math.max(1, NAME - name.length())) + came;
    }

    private static String scenarios(long count) {
        return count + (count == 1 ? " scenario" : " scenarios");
    }

    /// How many rules are proven, and each that is not.
    public static List<String> rules(Proof proof) {
        var lines = new ArrayList<String>();
        int all = proof.catalogue().rules().size();
        var unproven = proof.unproven(Level.OBSERVED);
        lines.add(all + " rules, " + (all - unproven.size()) + " proven");
        unproven.forEach(
                rule -> lines.add("  unproven: " + rule.id() + " (" + rule.level().id() + ")"));
        return lines;
    }
}
