package org.maptck.adapters.faulty;

import org.maptck.model.Command;
import org.maptck.model.Outcome;

/// What a faulty implementation does with a command, having the right one at its hand.
@FunctionalInterface
interface Fault {
    /// No fault at all.
    Fault NONE = (command, right) -> right.apply(command);

    Outcome apply(Command command, Right right);

    /// This fault over another one.
    default Fault over(Fault other) {
        return (command, right) -> apply(command, right.behind(other));
    }
}
