package org.maptck.model;

import java.util.List;
import java.util.function.Predicate;

/// The outcomes that the specification permits for a command in a state.
public sealed interface Permitted {
    /// Whether the outcome is one of them.
    boolean permits(Outcome outcome);

    /// One of them, the one that Linux is seen to give.
    Outcome example();

    /// Just this one.
    record Only(Outcome example) implements Permitted {
        @Override
        public boolean permits(Outcome outcome) {
            return example.equals(outcome);
        }
    }

    /// Any of these, at least one.
    record OneOf(List<Outcome> outcomes) implements Permitted {
        public OneOf {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public boolean permits(Outcome outcome) {
            return outcomes.contains(outcome);
        }

        @Override
        public Outcome example() {
            return outcomes.getFirst();
        }
    }

    /// Whatever has a property, said in words.
    record Such(Outcome example, String property, Predicate<Outcome> test) implements Permitted {
        @Override
        public boolean permits(Outcome outcome) {
            return test.test(outcome);
        }
    }
}
