package org.maptck.features.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.maptck.features.Broken;
import org.maptck.features.fuzz.Agreement.Difference;
import org.maptck.model.Command;

/// The way from one list of commands to the next, in search of a difference.
public final class Hunt {
    private final Source source;
    private final CommandLists lists;
    private final Agreement agreement;
    private final Lattice lattice;
    private final Map<String, Long> lacking = new TreeMap<>();
    private long index;
    private long done;
    private long commands;

    /// A difference as it was found and as it was made small.
    public record Found(long index, List<Command> commands, Difference difference) {
        public Found {
            commands = List.copyOf(commands);
        }
    }

    public Hunt(Source source, Shard shard, Agreement agreement) {
        this.source = source;
        this.lists = source.lists();
        this.agreement = agreement;
        this.lattice = new Lattice(lists, source.identity().platform());
        this.index = shard.firstList();
    }

    /// Goes on to the next difference, as long as there is more to be done.
    ///
    /// @throws Broken where an implementation does not answer; the list is [#last]
    public Optional<Found> next(BooleanSupplier more) {
        while (more.getAsBoolean()) {
            var list = lists.list(Choices.of(source.seed(), index));
            long here = index++;
            var difference = agreement.difference(list);
            count(list);
            if (difference.isPresent()) {
                var small = Shrinker.shrunk(agreement, difference.get());
                return Optional.of(new Found(here, list, small));
            }
        }
        return Optional.empty();
    }

    private void count(List<Command> list) {
        lattice.count(list);
        list.stream().limit(agreement.done()).forEach(command -> commands += size(command));
        done++;
        agreement.lacking().ifPresent(what -> lacking.merge(what, 1L, Long::sum));
    }

    /// What is done at once: a program does a command with each of its steps.
    private static int size(Command command) {
        return command instanceof Command.Run run ? run.steps().size() : 1;
    }

    /// Where lists come from.
    public Source source() {
        return source;
    }

    /// The index of the last list.
    public long last() {
        return index - 1;
    }

    /// How many lists were done.
    public long lists() {
        return done;
    }

    /// How many commands were done, each step of a program counted as one.
    public long commands() {
        return commands;
    }

    /// Which inputs were tried.
    public Lattice lattice() {
        return lattice;
    }

    /// What was not offered and so ended lists early, and how many.
    public Map<String, Long> lacking() {
        return lacking;
    }
}
