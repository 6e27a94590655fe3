package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maptck.features.Words;
import org.maptck.model.Command;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.TraceText;

/// One list of commands, done by several implementations, step by step.
///
/// @param lines what to show
/// @param differs whether any of them answered what the model does not permit on its platform
/// @param silent whether any of them did not answer
public record SideBySide(List<String> lines, boolean differs, boolean silent) {
    /// Lets each do the commands from nothing on.
    public static SideBySide of(List<Command> commands, Map<String, Implementation> all) {
        var columns = new LinkedHashMap<String, List<Answer>>();
        all.forEach((name, implementation) -> columns.put(name, answers(commands, implementation)));
        int width = all.keySet().stream().mapToInt(String::length).max().orElse(0);
        var lines = new ArrayList<String>();
        for (int i = 0; i < commands.size(); i++) {
            lines.add((i + 1) + "  " + TraceText.of(commands.get(i)));
            int step = i;
            columns.forEach((name, answers) -> {
                if (step < answers.size()) {
                    lines.addAll(lines(name, width, answers.get(step)));
                }
            });
        }
        var answers = columns.values().stream().flatMap(List::stream).toList();
        return new SideBySide(
                lines,
                answers.stream().anyMatch(answer -> answer.kind() == Kind.DIFFERS),
                answers.stream().anyMatch(answer -> answer.kind() == Kind.SILENT));
    }

    private enum Kind {
        PERMITTED,
        DIFFERS,
        /// After a difference, where nothing is said about what must come.
        AFTERWARDS,
        NOT_OFFERED,
        SILENT
    }

    private record Answer(Kind kind, String words, String wanted) {
        Answer afterwards() {
            return new Answer(Kind.AFTERWARDS, words, "");
        }
    }

    private static List<String> lines(String name, int width, Answer answer) {
        var padded = name + " ".repeat(width - name.length());
        return switch (answer.kind()) {
            case PERMITTED, AFTERWARDS, NOT_OFFERED ->
                    List.of("     " + padded + "  " + answer.words());
            case DIFFERS ->
                    List.of(
                            "  \u2260  " + padded + "  " + answer.words(),
                            "     " + " ".repeat(width) + "  expected " + answer.wanted());
            case SILENT -> List.of("  !  " + padded + "  no answer: " + answer.words());
        };
    }

    /// The answers, up to one that leaves open what comes after it.
    private static List<Answer> answers(List<Command> commands, Implementation implementation) {
        var answers = new ArrayList<Answer>();
        try (var model = new ReferenceModel(implementation.identity().platform())) {
            boolean judged = true;
            implementation.reset();
            for (Command command : commands) {
                var permitted = model.step(command);
                var outcome = implementation.apply(command);
                var answer = answer(permitted, outcome);
                answers.add(judged ? answer : answer.afterwards());
                judged &= answer.kind() == Kind.PERMITTED;
                if (outcome instanceof Outcome.Unsupported) {
                    break;
                }
                model.settle(outcome);
            }
            implementation.reset();
        } catch (RuntimeException silent) {
            answers.add(new Answer(Kind.SILENT, String.valueOf(silent.getMessage()), ""));
        }
        return answers;
    }

    private static Answer answer(Permitted permitted, Outcome outcome) {
        var kind =
                outcome instanceof Outcome.Unsupported
                        ? Kind.NOT_OFFERED
                        : permitted.permits(outcome) ? Kind.PERMITTED : Kind.DIFFERS;
        var wanted =
                switch (permitted) {
                    case Permitted.Only(var only) -> TraceText.of(only);
                    case Permitted.OneOf _, Permitted.Such _ -> Words.of(permitted);
                };
        return new Answer(kind, TraceText.of(outcome), wanted);
    }
}
