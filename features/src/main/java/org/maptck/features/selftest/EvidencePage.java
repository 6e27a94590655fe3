package org.maptck.features.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.reports.Level;
import org.maptck.reports.Rule;

/// The page that shows what the rules are worth: which known-bad implementations each has killed,
/// what became of those that lie, and which mutants of the model no kernel contradicts.
public final class EvidencePage {
    private final Proof proof;
    private final Mutants mutants;
    private final List<String> lines = new ArrayList<>();

    private EvidencePage(Proof proof, Mutants mutants) {
        this.proof = proof;
        this.mutants = mutants;
    }

    /// The page, in Markdown.
    public static String of(Proof proof, Mutants mutants) {
        var page = new EvidencePage(proof, mutants);
        page.head();
        page.rules();
        page.liars();
        page.mutations();
        return String.join("\n", page.lines) + "\n";
    }

    private void head() {
        int bad = proof.trials().size();
        int rules = proof.catalogue().rules().size();
        lines.add("# Evidence");
        lines.add("");
        lines.add(
                "Made by `maptck selftest --page docs/evidence.md`, and compared by the build with"
                        + " what it sees.");
        lines.add("");
        lines.add("| what | seen |");
        lines.add("|---|---|");
        row("known-bad implementations", bad);
        row("of these caught by the rule that they break", bad - proof.survivors().size());
        row("rules", rules);
        row(
                "of these proven by a known-bad implementation that they kill",
                rules - proof.unproven(Level.OBSERVED).size());
        var all = mutants.all();
        row("mutants of the model", all.all());
        row(
                "of these contradicted by the recorded answers of a kernel",
                all.killed() + percent(all));
    }

    private void row(Object... cells) {
        lines.add(
                List.of(cells).stream()
                        .map(cell -> cell.toString().replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private static String percent(Mutants.Count count) {
        return String.format(
                Locale.ROOT, " (%.1f %%)", 100.0 * count.killed() / Math.max(1, count.all()));
    }

    private void rules() {
        title("What each rule killed");
        lines.add("| rule | level | scenarios | known-bad implementations |");
        lines.add("|---|---|---|---|");
        var kills = proof.kills().byRule();
        for (Rule rule : proof.catalogue().rules()) {
            var names =
                    kills.getOrDefault(rule.id(), List.of()).stream()
                            .map(kill -> "`" + kill.knownBad() + "`")
                            .collect(Collectors.joining(", "));
            row(
                    "`" + rule.id() + "`",
                    rule.level().id(),
                    rule.scenarios().size(),
                    names.isEmpty() ? "**unproven**" : names);
        }
    }

    private void title(String words) {
        lines.add("");
        lines.add("## " + words);
        lines.add("");
    }

    private void liars() {
        title("Implementations that lie");
        lines.add(
                "They do not break one rule, but answer without a map, or do not answer. No scenario"
                        + " may pass them.");
        lines.add("");
        lines.add("| implementation | what it does | verdict |");
        lines.add("|---|---|---|");
        for (Trial trial : proof.trials()) {
            switch (trial.bad()) {
                case KnownBad.OfRule _ -> {}
                case KnownBad.Liar(var name, var what, _) ->
                        row("`" + name + "`", what, trial.caught() ? "passes none" : "**passes**");
                case KnownBad.Crasher(var name, var what, _) ->
                        row(
                                "`" + name + "`",
                                what,
                                trial.caught() ? "inconclusive" : "**unnoticed**");
            }
        }
    }

    private void mutations() {
        title("Mutants of the model");
        lines.add(
                "`./mvnw -Pmutation -pl features -am test-compile"
                        + " org.pitest:pitest-maven:mutationCoverage` changes one place of the model"
                        + " at a time, and asks it for the answers that kernels were recorded to"
                        + " give. A mutant that they do not contradict needs a reason.");
        lines.add("");
        lines.add("| class | mutants | contradicted |");
        lines.add("|---|---|---|");
        mutants.classes()
                .forEach((name, count) ->
                        row("`" + name + "`", count.all(), count.killed() + percent(count)));
        lines.add("");
        lines.add("| survivor | why it lives |");
        lines.add("|---|---|");
        mutants.survivors().forEach(one -> row("`" + one.place() + "`", one.why()));
    }
}
