package org.maptck.adapters.faulty;

import java.util.function.Supplier;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;

/// An implementation with a fault.
final class Faulty implements Implementation {
    private final Identity identity;
    private final Implementation right;
    private final Supplier<Fault> faults;
    private final Ledger ledger = new Ledger();
    private Fault fault;

    /// @param identity who it says that it is
    /// @param right what it would be without the fault
    /// @param faults a fault without a past, whenever one is needed
    Faulty(Identity identity, Implementation right, Supplier<Fault> faults) {
        this.identity = identity;
        this.right = right;
        this.faults = faults;
        this.fault = faults.get();
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Outcome apply(Command command) {
        var outcome = fault.apply(command, new Right(right::apply, ledger, identity.platform()));
        ledger.note(command, outcome);
        return outcome;
    }

    @Override
    public void reset() {
        right.reset();
        ledger.clear();
        fault = faults.get();
    }

    @Override
    public void close() {
        right.close();
    }
}
