package org.maptck.adapters.linux;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Runs of many steps as several programs, one after the other: the verifier's work grows faster
/// than a program does. Where one of them does not load, none is run.
record Pieces(ProgramFace programs) {
    /// The most steps of a piece.
    private static final int STEPS = 64;

    private record Piece(Program program, long descriptor) {}

    /// Whether a run is better done like this.
    static boolean suit(Command.Run run) {
        return run.steps().size() > STEPS && run.repeat() == 1;
    }

    /// What a run comes to, if that can be said without all of it in one program.
    Optional<Outcome> run(Command.Run run) {
        var parts = parts(run.steps());
        parts.forEach(programs::compile);
        var pieces = new ArrayList<Piece>();
        try {
            for (var part : parts) {
                var program = programs.compile(part);
                long descriptor = programs.load(program, run.loading());
                if (descriptor < 0) {
                    return refusal(run);
                }
                pieces.add(new Piece(program, descriptor));
            }
            return Optional.of(inOrder(run, pieces));
        } finally {
            pieces.forEach(it -> programs.close(it.descriptor()));
        }
    }

    private static List<List<Step>> parts(List<Step> steps) {
        var parts = new ArrayList<List<Step>>();
        for (int start = 0; start < steps.size(); start += STEPS) {
            parts.add(steps.subList(start, Math.min(start + STEPS, steps.size())));
        }
        return parts;
    }

    /// Why the whole does not load: what is wrong with the first step of a template is wrong with
    /// all of them.
    private Optional<Outcome> refusal(Command.Run run) {
        var program = programs.compile(different(run.steps()));
        long descriptor = programs.load(program, run.loading());
        programs.close(descriptor);
        return descriptor < 0 ? Optional.of(ErrnoNumbers.refused(descriptor)) : Optional.empty();
    }

    private static List<Step> different(List<Step> steps) {
        var templates = new HashSet<Long>();
        return steps.stream()
                .filter(step -> {
                    long template = Template.of(step);
                    return template == Template.NONE || templates.add(template);
                })
                .toList();
    }

    private Outcome inOrder(Command.Run run, List<Piece> pieces) {
        var seen = new ArrayList<Outcome>();
        for (var piece : pieces) {
            var outcome = programs.execute(run, piece.program(), piece.descriptor());
            if (!(outcome instanceof Outcome.Ran(var steps))) {
                return outcome;
            }
            seen.addAll(steps);
        }
        return new Outcome.Ran(seen);
    }
}
