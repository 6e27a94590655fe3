package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maptck.features.Words;
import org.maptck.features.fuzz.Agreement.Difference;
import org.maptck.features.fuzz.Phrases.Phrase;
import org.maptck.features.steps.CommandSteps;
import org.maptck.json.Json;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Handle;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.reports.Rule;

/// A difference as a scenario in the phrases of the rules. What no phrase says is said in JSON.
public final class ScenarioText {
    private static final int SHOWN = 60;
    private static final String QUOTES = "\"\"\"";

    private final Phrases phrases;
    private final List<String> lines = new ArrayList<>();
    private String keyword = "Given";
    private String last = "";

    private ScenarioText(Platform platform) {
        phrases = new Phrases(platform);
    }

    /// A feature file of one rule and one scenario, which fails on who answered so.
    ///
    /// @param rule the rule that is most likely broken, if any is known
    /// @param note where the difference comes from, in one line
    public static String feature(
            Difference difference, Platform platform, Optional<Rule> rule, String note) {
        var head = new ArrayList<String>();
        head.add("Feature: Found by maptck fuzz");
        head.add("");
        head.add("  @rule:" + rule.map(Rule::id).orElse("fuzz.found") + tags(rule));
        head.add("  Rule: " + rule.map(Rule::sentence).orElse("A map answers as the model does"));
        rule.map(Rule::sources)
                .orElse(List.of("the reference model"))
                .forEach(source -> head.add("    Source: " + source));
        head.add("    Note: " + note);
        head.add("");
        head.add("    Scenario: " + title(difference));
        var text = new ScenarioText(platform);
        text.steps(difference);
        text.lines.forEach(line -> head.add("      " + line));
        return String.join("\n", head) + "\n";
    }

    private static String tags(Optional<Rule> rule) {
        return " @" + rule.map(it -> it.level().id()).orElse("observed");
    }

    private static String title(Difference difference) {
        var kind =
                difference
                        .entry()
                        .command()
                        .getClass()
                        .getSimpleName()
                        .replaceAll("(?<=.)[A-Z]", "-$0");
        var wanted =
                switch (difference.permitted()) {
                    case Permitted.Only(var outcome) -> Words.of(outcome);
                    case Permitted.OneOf _, Permitted.Such _ -> "what the model permits";
                };
        var shown = wanted.length() > SHOWN ? "what the model answers" : wanted;
        return kind.toLowerCase(Locale.ROOT) + " gives " + shown;
    }

    /// The steps of a scenario that does these commands and expects nothing.
    static String steps(Trace trace, Platform platform) {
        var text = new ScenarioText(platform);
        trace.entries().forEach(entry -> text.done(entry.command(), entry.outcome(), false));
        return text.lines.stream()
                .map(line -> "      " + line + "\n")
                .collect(Collectors.joining());
    }

    private void steps(Difference difference) {
        for (var entry : difference.before().entries()) {
            done(entry.command(), entry.outcome(), false);
        }
        var command = difference.entry().command();
        boolean said = done(command, difference.permitted().example(), true);
        expectation(command, difference.permitted(), difference.entry().outcome(), said);
    }

    /// Prints a command; whether a phrase said it.
    private boolean done(Command command, Outcome outcome, boolean last) {
        var phrase = phrase(command, outcome, last);
        phrase.ifPresentOrElse(
                this::add, () -> add("this is done:", List.of(Json.COMMAND.encode(command))));
        phrases.note(command, outcome, phrase.isPresent());
        return phrase.isPresent();
    }

    private Optional<Phrase> phrase(Command command, Outcome outcome, boolean last) {
        if (command instanceof Command.Create c && outcome instanceof Outcome.Done && !last) {
            var existing = Phrases.existing(c);
            if (existing.isPresent()) {
                return existing;
            }
        }
        keyword = "When";
        return phrases.of(command);
    }

    private void add(Phrase phrase) {
        line(phrase.words());
        for (var row : phrase.rows()) {
            lines.add("  | " + String.join(" | ", cells(row)) + " |");
        }
    }

    private static List<String> cells(List<String> row) {
        return row.stream().map(cell -> cell.replace("|", "\\|")).toList();
    }

    private void add(String words, List<String> document) {
        line(words);
        lines.add("  " + QUOTES);
        document.forEach(text -> lines.add("  " + text));
        lines.add("  " + QUOTES);
    }

    private void line(String words) {
        lines.add((keyword.equals(last) ? "And" : keyword) + " " + words);
        last = keyword;
    }

    private void expectation(Command command, Permitted permitted, Outcome got, boolean said) {
        keyword = "Then";
        switch (permitted) {
            case Permitted.Only(var outcome) ->
                    exactly(seen(command, outcome, said), seen(command, got, said));
            case Permitted.OneOf(var outcomes) ->
                    add(
                            "it answers:",
                            outcomes.stream()
                                    .map(it -> Json.OUTCOME.encode(seen(command, it, said)))
                                    .toList());
            case Permitted.Such _ -> add("it answers:", List.of(CommandSteps.AS_THE_MODEL));
        }
    }

    /// What an expectation looks at: of a program that a phrase ran, what its one step saw.
    private static Outcome seen(Command command, Outcome outcome, boolean said) {
        return said
                        && command instanceof Command.Run
                        && outcome instanceof Outcome.Ran(var steps)
                        && steps.size() == 1
                ? steps.getFirst()
                : outcome;
    }

    private void exactly(Outcome wanted, Outcome got) {
        words(wanted, got)
                .ifPresentOrElse(
                        this::line, () -> add("it answers:", List.of(Json.OUTCOME.encode(wanted))));
    }

    /// A phrase that holds for the one and not for the other.
    private Optional<String> words(Outcome wanted, Outcome got) {
        return switch (wanted) {
            case Outcome.Done _ when got instanceof Outcome.Refused -> Optional.of("it succeeds");
            case Outcome.Refused(var errno) when !refused(got, errno) ->
                    Optional.of("it is refused with " + errno);
            case Outcome.Absent _ -> Optional.of("it finds no value");
            case Outcome.Returned(long number) -> Optional.of("it gives the number " + number);
            case Outcome.Found(var bytes) when phrases.knows(Handle.A) ->
                    Phrases.bytes(bytes).map("it finds "::concat);
            case Outcome.Done _,
                    Outcome.Refused _,
                    Outcome.Found _,
                    Outcome.Filled _,
                    Outcome.Batched _,
                    Outcome.Described _,
                    Outcome.Informed _,
                    Outcome.Printed _,
                    Outcome.Ran _,
                    Outcome.Visited _,
                    Outcome.Raced _,
                    Outcome.Unsupported _ ->
                    Optional.empty();
        };
    }

    private static boolean refused(Outcome outcome, Errno errno) {
        return outcome instanceof Outcome.Ran(var steps)
                ? steps.stream().anyMatch(step -> refused(step, errno))
                : outcome.refusal().filter(errno::equals).isPresent();
    }
}
