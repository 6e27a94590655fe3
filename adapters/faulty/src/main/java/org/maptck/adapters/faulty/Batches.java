package org.maptck.adapters.faulty;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Batched;

/// Outcomes of batches with something changed.
final class Batches {
    private Batches() {}

    static Outcome map(Outcome outcome, UnaryOperator<Batched> change) {
        return outcome instanceof Batched b ? change.apply(b) : outcome;
    }

    /// Callers of a kind of batch see something else.
    static <C extends Command> Fault see(Class<C> kind, UnaryOperator<Batched> change) {
        return Faults.see(kind, (_, outcome) -> map(outcome, change));
    }

    static Batched refusal(Batched b, Optional<Errno> refusal) {
        return new Batched(refusal, b.count(), b.keys(), b.values(), b.cursor());
    }

    static Batched counted(Batched b, long count) {
        return new Batched(b.refusal(), count, b.keys(), b.values(), b.cursor());
    }
}
