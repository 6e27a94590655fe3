package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maptck.features.Broken;
import org.maptck.features.Pace;
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
    private final Asked subject;
    private final Optional<Asked> other;
    private final ReferenceModel model;

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

    private record Asked(Implementation implementation, Pace pace) {
        static Asked of(Implementation implementation) {
            return new Asked(implementation, new Pace(implementation));
        }

        /// Does the commands from nothing on, and leaves nothing.
        List<Outcome> answers(List<Command> commands) {
            try {
                implementation.reset();
                var outcomes = pace.all(commands);
                implementation.reset();
                return outcomes;
            } catch (RuntimeException silent) {
                implementation.reset();
                throw new Broken(silent);
            }
        }
    }

    private Agreement(Implementation subject, Optional<Implementation> other) {
        this.subject = Asked.of(subject);
        this.other = other.map(Asked::of);
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

    /// What was answered to a list of commands, from nothing on.
    ///
    /// @param others what the other implementation answered, if there is one
    record Answers(List<Command> commands, List<Outcome> outcomes, List<Outcome> others) {}

    /// How a list compares.
    ///
    /// @param done how many of its commands were compared
    /// @param lacking what kept it from its end without being a difference
    record Comparison(int done, Optional<String> lacking, Optional<Difference> difference) {}

    /// Lets all do the commands, each from nothing on, until the first difference, or until an
    /// implementation is asked for more than it offers.
    ///
    /// @throws Broken where an implementation does not answer
    public Optional<Difference> difference(List<Command> commands) {
        return compared(answers(commands)).difference();
    }

    /// Lets the implementations do the commands.
    ///
    /// @throws Broken where one does not answer
    Answers answers(List<Command> commands) {
        return new Answers(
                commands,
                subject.answers(commands),
                other.map(it -> it.answers(commands)).orElse(List.of()));
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

    /// Compares what was answered with what the model permits. It asks no implementation, so that
    /// they may go on meanwhile.
    Comparison compared(Answers answers) {
        model.reset();
        var outcomes = answers.outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            var permitted = model.step(answers.commands().get(i));
            var outcome = outcomes.get(i);
            if (outcome instanceof Outcome.Unsupported(var what)) {
                return new Comparison(i, Optional.of(what), Optional.empty());
            }
            var wanted = other.isPresent() ? wanted(answers.others().get(i), permitted) : permitted;
            if (!wanted.permits(outcome)
                    && !(other.isPresent() && alike(permitted, wanted, outcome))) {
                return new Comparison(
                        i + 1, Optional.empty(), Optional.of(difference(answers, i, wanted)));
            }
            model.settle(outcome);
        }
        return new Comparison(outcomes.size(), Optional.empty(), Optional.empty());
    }

    private static Permitted wanted(Outcome other, Permitted permitted) {
        return other instanceof Outcome.Unsupported ? permitted : new Permitted.Only(other);
    }

    private static boolean alike(Permitted permitted, Permitted wanted, Outcome outcome) {
        return permitted.permits(outcome) && permitted.permits(wanted.example());
    }

    private static Difference difference(Answers answers, int place, Permitted wanted) {
        var entries = new ArrayList<Trace.Entry>();
        for (int i = 0; i <= place; i++) {
            entries.add(new Trace.Entry(answers.commands().get(i), answers.outcomes().get(i)));
        }
        var last = entries.removeLast();
        return new Difference(new Trace(entries), last, wanted);
    }
}
