package org.maptck.adapters.process;

import java.util.EnumSet;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;

/// An implementation that declares something else than it offers, or does not forget.
record Pretender(Implementation right, Lie lie) implements Implementation {
    @Override
    public Identity identity() {
        var honest = right.identity();
        if (lie != Lie.UNDER_CLAIMS) {
            return honest;
        }
        var declared = EnumSet.copyOf(honest.capabilities());
        declared.remove(Capability.PERCPU);
        return new Identity(honest.name(), honest.version(), honest.platform(), declared);
    }

    @Override
    public Outcome apply(Command command) {
        boolean batch =
                command instanceof Command.LookupBatch
                        || command instanceof Command.UpdateBatch
                        || command instanceof Command.DeleteBatch;
        return lie == Lie.OVER_CLAIMS && batch
                ? new Outcome.Unsupported("batch commands")
                : right.apply(command);
    }

    @Override
    public void reset() {
        if (lie != Lie.NO_RESET) {
            right.reset();
        }
    }

    @Override
    public void close() {
        right.close();
    }
}
