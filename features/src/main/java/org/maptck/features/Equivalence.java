package org.maptck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maptck.model.Command;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;

/// Whether an implementation answers as the model does.
public final class Equivalence {
    private Equivalence() {}

    /// An answer that the model does not permit.
    ///
    /// @param before what was done and seen before it
    public record Difference(Trace before, Trace.Entry entry, Permitted permitted) {
        @Override
        public String toString() {
            return Words.of(before)
                    + entry.command()
                    + "\n  expected "
                    + Words.of(permitted)
                    + "\n  got "
                    + Words.of(entry.outcome());
        }
    }

    /// Lets both do the commands, each from nothing on, until the first difference, or until the
    /// implementation is asked for more than it offers.
    public static Optional<Difference> difference(
            Implementation implementation, List<Command> commands) {
        try (var model = new ReferenceModel(implementation.identity().platform())) {
            implementation.reset();
            return compare(model, implementation::apply, commands);
        } finally {
            implementation.reset();
        }
    }

    /// The first answer of a trace that the model, on that platform, does not permit.
    public static Optional<Difference> difference(Platform platform, Trace trace) {
        try (var model = new ReferenceModel(platform)) {
            return difference(model, trace);
        }
    }

    /// The first answer of a trace that a fresh model does not permit.
    static Optional<Difference> difference(ReferenceModel model, Trace trace) {
        var answers = trace.entries().stream().map(Trace.Entry::outcome).iterator();
        return compare(model, _ -> answers.next(), trace.commands());
    }

    private static Optional<Difference> compare(
            ReferenceModel model, Function<Command, Outcome> asked, List<Command> commands) {
        var before = new ArrayList<Trace.Entry>();
        for (Command command : commands) {
            var permitted = model.step(command);
            var entry = new Trace.Entry(command, asked.apply(command));
            if (entry.outcome() instanceof Outcome.Unsupported) {
                return Optional.empty();
            }
            if (!permitted.permits(entry.outcome())) {
                return Optional.of(new Difference(new Trace(before), entry, permitted));
            }
            model.settle(entry.outcome());
            before.add(entry);
        }
        return Optional.empty();
    }
}
