package org.maptck.features.fuzz;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.maptck.features.Broken;
import org.maptck.features.fuzz.Agreement.Answers;
import org.maptck.features.fuzz.Agreement.Comparison;
import org.maptck.features.fuzz.Agreement.Difference;
import org.maptck.model.Command;

/// The way from one list of commands to the next, in search of a difference.
///
/// While the implementations do some lists, another thread compares the answers to those before and
/// makes the next ones. Where there are several of one implementation, lists go to them by turns,
/// and each does its own in a thread of its own. What is found does not depend on how the threads
/// run: lists count in their order, and those that came too early are forgotten.
public final class Hunt {
    private static final long ROUND_NANOS = 20_000_000;
    private static final int MOST_LISTS = 1 << 8;
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("hunt-", 0).factory());

    private final Source source;
    private final CommandLists lists;
    private final List<Agreement> agreements;
    private final Lattice lattice;
    private final Map<String, Long> lacking = new TreeMap<>();
    private final ArrayDeque<Compared> compared = new ArrayDeque<>();
    private final List<List<Command>> uncounted = new ArrayList<>();
    private List<Given> made = List.of();
    private List<Answered> answered = List.of();
    private Optional<Unanswered> unanswered = Optional.empty();
    private int atOnce = 1;
    private long index;
    private long last;
    private long done;
    private long commands;

    /// A difference as it was found and as it was made small.
    public record Found(long index, List<Command> commands, Difference difference) {
        public Found {
            commands = List.copyOf(commands);
        }
    }

    private record Given(long index, List<Command> commands) {}

    private sealed interface Asked {
        Given list();
    }

    private record Answered(Given list, Answers answers) implements Asked {}

    /// A list to which no answer came.
    private record Unanswered(Given list, Broken why) implements Asked {}

    private record Compared(Given list, Comparison comparison) {}

    /// @param agreements one, or several that are about the same implementations
    public Hunt(Source source, Shard shard, List<Agreement> agreements) {
        this.source = source;
        this.lists = source.lists();
        this.agreements = List.copyOf(agreements);
        this.lattice = new Lattice(lists, source.identity().platform());
        this.index = shard.firstList();
        this.last = index - 1;
    }

    /// Goes on to the next difference, as long as there is more to be done.
    ///
    /// @throws Broken where an implementation does not answer; the list is [#last]
    public Optional<Found> next(BooleanSupplier more) {
        while (more.getAsBoolean()) {
            var next = following();
            last = next.list().index();
            var comparison = next.comparison();
            count(next.list().commands(), comparison);
            if (comparison.difference().isPresent()) {
                var small = Shrinker.shrunk(agreement(next.list()), comparison.difference().get());
                return Optional.of(new Found(last, next.list().commands(), small));
            }
        }
        return Optional.empty();
    }

    private Compared following() {
        while (compared.isEmpty()) {
            if (answered.isEmpty() && unanswered.isPresent()) {
                last = unanswered.get().list().index();
                throw unanswered.get().why();
            }
            round();
        }
        return compared.removeFirst();
    }

    /// The implementation does lists, and beside it others are counted, compared and made.
    private void round() {
        var behind = answered;
        var counted = List.copyOf(uncounted);
        uncounted.clear();
        int wanted = atOnce;
        long start = System.nanoTime();
        var beside =
                supplyAsync(() -> {
                    counted.forEach(lattice::count);
                    behind.forEach(it -> compared.add(compared(it)));
                    return made(wanted);
                });
        answered = unanswered.isPresent() ? List.of() : answered(made);
        made = joined(beside);
        if (System.nanoTime() - start < ROUND_NANOS) {
            atOnce = Math.min(2 * atOnce, MOST_LISTS);
        }
    }

    private static <T> T joined(CompletableFuture<T> beside) {
        try {
            return beside.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private List<Given> made(int count) {
        var all = new ArrayList<Given>(count);
        for (int i = 0; i < count; i++) {
            all.add(new Given(index, lists.list(Choices.of(source.seed(), index))));
            index++;
        }
        return all;
    }

    /// Answers to all lists, or to those before the first that none came to.
    private List<Answered> answered(List<Given> all) {
        var others =
                IntStream.range(1, agreements.size())
                        .mapToObj(turn -> supplyAsync(() -> asked(turn, all), THREADS))
                        .toList();
        var asked = new ArrayList<>(asked(0, all));
        others.forEach(it -> asked.addAll(joined(it)));
        asked.sort(Comparator.comparingLong(it -> it.list().index()));
        var some = new ArrayList<Answered>(asked.size());
        for (Asked it : asked) {
            switch (it) {
                case Answered list -> some.add(list);
                case Unanswered list -> {
                    unanswered = Optional.of(list);
                    return some;
                }
            }
        }
        return some;
    }

    /// The lists whose turn it is, up to the first that no answer comes to.
    private List<Asked> asked(int turn, List<Given> all) {
        var some = new ArrayList<Asked>();
        for (Given list : all) {
            if (turn(list) == turn) {
                try {
                    some.add(new Answered(list, agreements.get(turn).answers(list.commands())));
                } catch (Broken silent) {
                    some.add(new Unanswered(list, silent));
                    return some;
                }
            }
        }
        return some;
    }

    private int turn(Given list) {
        return (int) (list.index() % agreements.size());
    }

    private Agreement agreement(Given list) {
        return agreements.get(turn(list));
    }

    private Compared compared(Answered list) {
        return new Compared(list.list(), agreement(list.list()).compared(list.answers()));
    }

    private void count(List<Command> list, Comparison comparison) {
        uncounted.add(list);
        commands += size(list.subList(0, comparison.done()));
        done++;
        comparison.lacking().ifPresent(what -> lacking.merge(what, 1L, Long::sum));
    }

    /// How many commands a list has: a program does one with each of its steps.
    public static long size(List<Command> list) {
        long size = 0;
        for (Command command : list) {
            size += command instanceof Command.Run run ? run.steps().size() : 1;
        }
        return size;
    }

    /// Where lists come from.
    public Source source() {
        return source;
    }

    /// The index of the last list.
    public long last() {
        return last;
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
        uncounted.forEach(lattice::count);
        uncounted.clear();
        return lattice;
    }

    /// What was not offered and so ended lists early, and how many.
    public Map<String, Long> lacking() {
        return lacking;
    }
}
