package org.maptck.features;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.maptck.model.Command;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;

/// How many commands an implementation is asked at once: one to begin with, more while it is quick,
/// and few of one that takes its time, as what limits an exchange does not know how long it is.
public final class Pace {
    private static final long SOON = Duration.ofMillis(300).toNanos();

    private static final int MOST = 64;

    private final Implementation implementation;
    private int atOnce = 1;

    /// Beginning with one command.
    public Pace(Implementation implementation) {
        this.implementation = implementation;
    }

    /// Asks for commands, some at once.
    public List<Outcome> all(List<Command> commands) {
        var outcomes = new ArrayList<Outcome>(commands.size());
        while (outcomes.size() < commands.size()) {
            outcomes.addAll(begin(commands.subList(outcomes.size(), commands.size())));
        }
        return outcomes;
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
        atOnce = Math.clamp(SOON * count / took, 1, Math.min(MOST, 2 * atOnce));
        return outcomes;
    }
}
