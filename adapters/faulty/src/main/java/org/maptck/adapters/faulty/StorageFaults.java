package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Recipe.bad;
import static org.maptck.adapters.faulty.Recipe.badMemory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Faults in where elements lie, and in what they begin as.
final class StorageFaults {
    private StorageFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "stride-packed",
                                "array.element.aligned",
                                "puts one element right after the other",
                                new Layout(size -> size).fault())
                        .seen("bpftime, ebpf-for-windows, generic-ebpf, kbpf-basic, libebpf, uBPF"),
                bad(
                        "stride-4",
                        "array.element.aligned",
                        "aligns elements to 4 bytes",
                        new Layout(size -> size + 3 & ~3L).fault()),
                bad(
                        "stride-16",
                        "array.element.aligned",
                        "aligns elements to 16 bytes",
                        new Layout(size -> size + 15 & ~15L).fault()),
                bad(
                        "stride-power-of-two",
                        "array.element.aligned",
                        "lets an element begin every power of two bytes that holds it",
                        new Layout(size -> Math.max(8, Long.highestOneBit(size * 2 - 1))).fault()),
                bad(
                        "stride-16-bit",
                        "mmap.size",
                        "computes the size of an element in 16 bits",
                        new Layout(size -> Math.max(8, (size + 7 & ~7L) % 65536)).fault()),
                bad(
                        "stride-one-byte-more",
                        "array.element.aligned",
                        "leaves at least one byte between two elements",
                        new Layout(size -> size + 8 & ~7L).fault()),
                bad(
                        "misaligned-by-4",
                        "array.element.aligned",
                        "begins elements 4 bytes after a multiple of 8",
                        Steps.see(
                                Step.Misalignment.class,
                                (_, saw) ->
                                        saw.equals(Right.ABSENT) ? saw : new Outcome.Returned(4))),
                bad(
                                "fresh-garbage",
                                "array.zero",
                                "creates elements that hold other bytes than zero",
                                fresh((_, _) -> true, StorageFaults::garbage))
                        .seen("libebpf"),
                bad(
                        "fresh-last-element-garbage",
                        "array.zero",
                        "does not clear the last element of a new map",
                        freshLast()),
                bad(
                        "fresh-last-byte-garbage",
                        "array.zero",
                        "does not clear the last byte of new values",
                        fresh(
                                (c, _) -> !c.spec().type().perCpu(),
                                size -> Bytes.zeros(size - 1).then(garbage(1)))),
                bad(
                        "fresh-per-cpu-garbage",
                        "array.zero",
                        "clears the slots of the first CPU alone",
                        fresh(
                                (c, _) -> c.spec().type().perCpu(),
                                size -> Bytes.zeros(size / 2).then(garbage(size - size / 2)))),
                badMemory(
                        "closed-map-leaks",
                        "array.zero",
                        "gives a new map the memory of a closed one, as it was",
                        Leak::new));
    }

    /// What a new map holds. Bytes that no scenario writes.
    static Bytes garbage(int size) {
        return Bytes.filled(size, 0xab);
    }

    private static Fault fresh(
            BiPredicate<Command.Create, Right> place, IntFunction<Bytes> content) {
        return instead(
                Command.Create.class,
                (c, right) -> {
                    var outcome = right.apply(c);
                    if (outcome.equals(Right.DONE) && place.test(c, right) && small(c)) {
                        int size = Math.toIntExact(userSize(c, right));
                        for (long i = 0; i < c.spec().maxEntries(); i++) {
                            right.store(c.map(), i, content.apply(size));
                        }
                    }
                    return outcome;
                });
    }

    private static Fault freshLast() {
        return instead(
                Command.Create.class,
                (c, right) -> {
                    var outcome = right.apply(c);
                    if (outcome.equals(Right.DONE) && small(c)) {
                        int size = Math.toIntExact(userSize(c, right));
                        var garbage = garbage(size);
                        right.store(c.map(), c.spec().maxEntries() - 1, garbage);
                    }
                    return outcome;
                });
    }

    private static boolean small(Command.Create c) {
        return c.spec().maxEntries() * c.spec().valueSize() < 1 << 20;
    }

    private static long userSize(Command.Create c, Right right) {
        return c.spec().userValueSize(right.platform().cpuCount());
    }

    /// Closed maps stay open behind the scenes; a map like one of them takes over its elements.
    private static final class Leak implements Fault {
        private final Map<MapSpec, List<Bytes>> left = new HashMap<>();

        @Override
        public Outcome apply(Command command, Right right) {
            if (command instanceof Command.Close(var map)) {
                left.put(right.spec(map).withName(""), content(map, right));
            }
            var outcome = right.apply(command);
            if (command instanceof Command.Create(var map, var spec, _)
                    && outcome.equals(Right.DONE)) {
                var old = left.getOrDefault(spec.withName(""), List.of());
                for (int i = 0; i < old.size(); i++) {
                    right.store(map, i, old.get(i));
                }
            }
            return outcome;
        }

        private static List<Bytes> content(Handle map, Right right) {
            long entries = Math.min(64, right.spec(map).maxEntries());
            return LongStream.range(0, entries).mapToObj(i -> right.value(map, i)).toList();
        }
    }
}
