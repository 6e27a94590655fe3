package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maptck.features.Broken;
import org.maptck.features.Words;
import org.maptck.model.Command;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;

/// Whether an implementation answers as the model does, or as another implementation does.
///
/// Two implementations may answer differently where the model permits both answers.
public final class Agreement {
    private final Implementation subject;
    private final Optional<Implementation> other;
    private final ReferenceModel model;
    private final List<Outcome> outcomes = new ArrayList<>();
    private Optional<String> lacking = Optional.empty();

    /// An answer that is not permitted.
    ///
    /// @param before what was done and seen before it
    public record Difference(Trace before, Trace.Entry entry, Permitted permitted) {
        /// All commands, that with the difference last.
        public List<Command> commands() {
            var all = new ArrayList<>(before.commands());
            all.add(entry.command());
            return all;
        }

        /// What was done and seen, the difference last.
        public Trace trace() {
            var all = new ArrayList<>(before.entries());
            all.add(entry);
            return new Trace(all);
        }

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

    private Agreement(Implementation subject, Optional<Implementation> other) {
        this.subject = subject;
        this.other = other;
        this.model = new ReferenceModel(subject.identity().platform());
    }

    /// With the model.
    public static Agreement withModel(Implementation subject) {
        return new Agreement(subject, Optional.empty());
    }

    /// With another implementation.
    public static Agreement between(Implementation subject, Implementation other) {
        return new Agreement(subject, Optional.of(other));
    }

    /// Lets all do the commands, each from nothing on, until the first difference, or until an
    /// implementation is asked for more than it offers.
    ///
    /// @throws Broken where an implementation does not answer
    public Optional<Difference> difference(List<Command> commands) {
        reset();
        try {
            return compare(commands);
        } finally {
            reset();
        }
    }

    /// The first answer of a trace that a fresh model does not permit, as far as the trace was
    /// offered.
    public static Optional<Difference> difference(ReferenceModel model, Trace trace) {
        var before = new ArrayList<Trace.Entry>();
        for (Trace.Entry entry : trace.entries()) {
            var permitted = model.step(entry.command());
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

    private void reset() {
        model.reset();
        subject.reset();
        other.ifPresent(Implementation::reset);
    }

    /// How many of the commands of the last list were done.
    int done() {
        return outcomes.size();
    }

    /// What kept the last list from its end without being a difference.
    Optional<String> lacking() {
        return lacking;
    }

    private Optional<Difference> compare(List<Command> commands) {
        outcomes.clear();
        lacking = Optional.empty();
        for (Command command : commands) {
            var permitted = model.step(command);
            var outcome = ask(subject, command);
            var wanted = other.isPresent() ? wanted(other.get(), command, permitted) : permitted;
            if (outcome instanceof Outcome.Unsupported(var what)) {
                lacking = Optional.of(what);
                return Optional.empty();
            }
            outcomes.add(outcome);
            if (!wanted.permits(outcome)
                    && !(other.isPresent() && alike(permitted, wanted, outcome))) {
                return Optional.of(difference(commands, wanted));
            }
            model.settle(outcome);
        }
        return Optional.empty();
    }

    private static Permitted wanted(Implementation other, Command command, Permitted permitted) {
        var outcome = ask(other, command);
        return outcome instanceof Outcome.Unsupported ? permitted : new Permitted.Only(outcome);
    }

    private static boolean alike(Permitted permitted, Permitted wanted, Outcome outcome) {
        return permitted.permits(outcome) && permitted.permits(wanted.example());
    }

    private static Outcome ask(Implementation implementation, Command command) {
        try {
            return implementation.apply(command);
        } catch (RuntimeException silent) {
            throw new Broken(silent);
        }
    }

    private Difference difference(List<Command> commands, Permitted wanted) {
        var entries = new ArrayList<Trace.Entry>();
        for (int i = 0; i < outcomes.size(); i++) {
            entries.add(new Trace.Entry(commands.get(i), outcomes.get(i)));
        }
        var last = entries.removeLast();
        return new Difference(new Trace(entries), last, wanted);
    }
}
