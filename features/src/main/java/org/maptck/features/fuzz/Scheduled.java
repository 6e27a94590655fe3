package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import org.maptck.adapters.spi.WithFacts;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;

/// An implementation whose races are no matter of chance: the callers take turns, one command each
/// time, in an order that a number decides. Since the last reset that order is always the same.
///
/// So races can be asked of one that has no threads, and what a race shows is shown again.
public final class Scheduled implements Implementation, WithFacts {
    private final Implementation implementation;
    private final long seed;
    private SplittableRandom order;

    /// @param implementation is closed with this
    public Scheduled(Implementation implementation, long seed) {
        this.implementation = implementation;
        this.seed = seed;
        order = new SplittableRandom(seed);
    }

    @Override
    public Identity identity() {
        var own = implementation.identity();
        var capabilities = EnumSet.of(Capability.RACE);
        capabilities.addAll(own.capabilities());
        return new Identity(own.name(), own.version(), own.platform(), capabilities);
    }

    @Override
    public Map<String, String> facts() {
        return WithFacts.of(implementation);
    }

    @Override
    public Outcome apply(Command command) {
        return command instanceof Command.Race race ? race(race) : implementation.apply(command);
    }

    /// Commands between races go on together.
    @Override
    public List<Outcome> apply(List<Command> commands) {
        var outcomes = new ArrayList<Outcome>(commands.size());
        int from = 0;
        for (int i = 0; i <= commands.size(); i++) {
            if (i == commands.size() || commands.get(i) instanceof Command.Race) {
                outcomes.addAll(implementation.apply(commands.subList(from, i)));
                if (i < commands.size()) {
                    outcomes.add(apply(commands.get(i)));
                }
                from = i + 1;
            }
        }
        return outcomes;
    }

    private Outcome race(Command.Race race) {
        var waiting = new ArrayList<Integer>();
        var seen = new ArrayList<SequencedSet<Outcome>>();
        for (int caller = 0; caller < race.callers().size(); caller++) {
            seen.add(new LinkedHashSet<>());
            for (int time = 0; time < race.times(); time++) {
                waiting.add(caller);
            }
        }
        while (!waiting.isEmpty()) {
            int turn = order.nextInt(waiting.size());
            int caller = waiting.set(turn, waiting.getLast());
            waiting.removeLast();
            var outcome = implementation.apply(race.callers().get(caller));
            if (outcome instanceof Outcome.Unsupported) {
                return outcome;
            }
            seen.get(caller).add(outcome);
        }
        return new Outcome.Raced(seen.stream().map(List::copyOf).toList());
    }

    @Override
    public void reset() {
        order = new SplittableRandom(seed);
        implementation.reset();
    }

    @Override
    public void close() {
        implementation.close();
    }
}
