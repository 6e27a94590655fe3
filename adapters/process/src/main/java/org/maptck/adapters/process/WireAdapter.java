package org.maptck.adapters.process;

import java.util.Optional;
import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.adapters.spi.Limits;
import org.maptck.model.Implementation;

/// What the kinds at the other end of a wire have in common.
abstract sealed class WireAdapter implements Adapter
        permits ProcessAdapter, TcpAdapter, UnixAdapter {
    @Override
    public final boolean offeredByDefault() {
        return false;
    }

    @Override
    public final Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public final boolean sideBySide() {
        return true;
    }

    @Override
    public final Implementation open(String argument) throws CannotOpen {
        return open(argument, Limits.USUAL);
    }

    @Override
    public final Implementation open(String argument, Limits limits) throws CannotOpen {
        return Remote.open(kind() + ":" + argument, door(argument), limits);
    }

    /// Where it is.
    abstract Connection.Door door(String argument) throws CannotOpen;

    /// A complaint about the argument.
    final CannotOpen wanted(String argument, String wanted) {
        return new CannotOpen("adapter '" + kind() + ":" + argument + "', wanted " + wanted);
    }
}
