package org.maptck.adapters.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Runs of many steps as several programs, one after the other: the verifier's work grows faster
/// than a program does. Where one of them does not load, none is run, and it is left to the whole
/// to say why.
record Pieces(ProgramFace programs) {
    /// The most steps of a piece.
    private static final int STEPS = 64;

    /// A piece that is loaded, unless its descriptor is negative.
    private record Piece(Program program, long descriptor) {}

    /// Whether a run is better done like this.
    static boolean suit(Command.Run run) {
        return run.steps().size() > STEPS && run.repeat() == 1;
    }

    /// What a run comes to, unless a piece does not load.
    Optional<Outcome> run(Command.Run run) {
        var parts = parts(run.steps());
        parts.forEach(programs::compile);
        var pieces = new ArrayList<Piece>();
        try {
            for (var part : parts) {
                var program = programs.compile(part);
                pieces.add(new Piece(program, programs.load(program, run.loading())));
            }
            return pieces.stream().allMatch(it -> it.descriptor() >= 0)
                    ? Optional.of(inOrder(run, pieces))
                    : Optional.empty();
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
