package org.maptck.features;

import java.time.Duration;
import java.util.List;
import org.maptck.model.Command;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;

/// How many commands an implementation is asked at once: one to begin with, more while it is quick,
/// and few of one that takes its time, as what limits an exchange does not know how long it is.
public final class Pace {
    private static final long SOON = Duration.ofMillis(300).toNanos();

    private final Implementation implementation;
    private final int most;
    private int atOnce = 1;

    /// @param most commands at once
    public Pace(Implementation implementation, int most) {
        this.implementation = implementation;
        this.most = most;
    }

    /// Asks for the first of some commands; for at least one.
    public List<Outcome> begin(List<Command> commands) {
        int count = Math.min(atOnce, commands.size());
        long start = System.nanoTime();
        var outcomes = implementation.apply(commands.subList(0, count));
        long took = Math.max(1, System.nanoTime() - start);
        if (outcomes.size() != count) {
            throw new IllegalStateException(
                    outcomes.size() + " outcomes of " + count + " commands");
        }
        atOnce = Math.clamp(SOON * count / took, 1, Math.min(most, 2 * atOnce));
        return outcomes;
    }
}
