package org.maptck.adapters.spi;

import java.util.Optional;
import org.maptck.model.Implementation;

/// A kind of implementation that can be addressed. Adapters are found by [java.util.ServiceLoader];
/// none knows another.
public interface Adapter {
    /// The first word of an address, as in `kind:argument`.
    String kind();

    /// What it puts beside the model, in one line.
    String summary();

    /// Whether a run without `-a` takes it, with an empty argument, wherever it can be had.
    boolean offeredByDefault();

    /// Why this machine does not offer it, in one line; empty where it does.
    Optional<String> missing();

    /// Starts an implementation.
    ///
    /// @param argument what follows `kind:`, or empty
    /// @throws CannotOpen where it does not start
    Implementation open(String argument) throws CannotOpen;

    /// Starts an implementation that has limits; one that runs in this process has none.
    ///
    /// @throws CannotOpen where it does not start
    default Implementation open(String argument, Limits limits) throws CannotOpen {
        return open(argument);
    }

    /// Whether several of its implementations can be at work side by side, none noticing another.
    default boolean sideBySide() {
        return false;
    }
}
