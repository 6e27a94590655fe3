package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.see;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command.LookupBatch;
import org.maptck.model.Errno;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Batched;

/// Faults in batches of lookups.
final class BatchFaults {
    private BatchFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "batch-missing",
                                "array.batch.lookup",
                                "refuses batches with EINVAL",
                                Recipe.without(Behaviour.BATCH))
                        .seen("Starnix"),
                bad(
                                "batch-per-cpu-missing",
                                "array.batch.lookup",
                                "has no batches for per-CPU arrays",
                                Recipe.without(Behaviour.PERCPU_BATCH))
                        .seen("Linux before 5.13"),
                bad(
                        "batch-count-not-written",
                        "array.batch.end",
                        "leaves the count as it was given",
                        see(
                                LookupBatch.class,
                                (c, outcome) ->
                                        Batches.map(outcome, b -> Batches.counted(b, c.count())))),
                bad(
                                "batch-short-read-succeeds",
                                "array.batch.end",
                                "ends a batch before its count with success",
                                batches(
                                        b -> b.count() > 0,
                                        b -> Batches.refusal(b, Optional.empty())))
                        .seen("ebpf-for-windows"),
                bad(
                        "batch-short-read-delivers-nothing",
                        "array.batch.end",
                        "delivers nothing where there is less than was asked for",
                        batches(
                                b -> b.refusal().isPresent(),
                                b ->
                                        new Batched(
                                                b.refusal(),
                                                0,
                                                Bytes.EMPTY,
                                                Bytes.EMPTY,
                                                b.cursor()))),
                bad(
                        "batch-exact-end-refused",
                        "array.batch.lookup",
                        "tells ENOENT for a batch that reaches just the last element",
                        instead(LookupBatch.class, BatchFaults::exact)),
                bad(
                        "batch-cursor-next",
                        "array.batch.lookup",
                        "gives the next key as the one to go on from",
                        instead(LookupBatch.class, BatchFaults::beyond)),
                bad(
                        "batch-cursor-missing",
                        "array.batch.lookup",
                        "gives no key to go on from",
                        batches(_ -> true, b -> cursor(b, Optional.empty()))),
                bad(
                        "batch-starts-at-start",
                        "array.batch.lookup",
                        "begins with the key that it was given instead of the one after",
                        as(LookupBatch.class, BatchFaults::oneEarlier)),
                bad(
                        "batch-start-ignored",
                        "array.batch.lookup",
                        "begins every batch with the first element",
                        as(LookupBatch.class, c -> from(c, new Input.Null()))),
                bad(
                        "batch-start-unknown-refused",
                        "array.batch.start-unknown",
                        "has nothing after a key that no element has",
                        Faults.refuses(
                                LookupBatch.class,
                                (c, right) ->
                                        right.index(c.start()) >= right.spec(c.map()).maxEntries(),
                                Errno.ENOENT)),
                bad(
                        "batch-nothing-left-succeeds",
                        "array.batch.nothing-left",
                        "ends a batch after the last element with success",
                        batches(b -> b.count() == 0, b -> Batches.refusal(b, Optional.empty()))),
                bad(
                        "batch-values-padded",
                        "array.batch.value-size",
                        "pads the values of a batch to 8 bytes",
                        instead(LookupBatch.class, BatchFaults::padded)),
                bad(
                        "batch-lookup-fault-counts",
                        "array.batch.lookup-fault",
                        "counts what was delivered before there was no room",
                        batches(
                                b -> b.refusal().equals(Optional.of(Errno.EFAULT)),
                                b -> Batches.counted(b, 1))),
                bad(
                        "batch-of-none-refused",
                        "array.batch.count.zero",
                        "refuses a batch of no elements with EINVAL",
                        Faults.refuses(LookupBatch.class, (c, _) -> c.count() == 0, Errno.EINVAL)));
    }

    private static Outcome exact(LookupBatch c, Right right) {
        long last = right.spec(c.map()).maxEntries() - 1;
        return Batches.map(
                right.apply(c),
                b ->
                        b.cursor().equals(Optional.of(right.platform().key(last)))
                                ? Batches.refusal(b, Optional.of(Errno.ENOENT))
                                : b);
    }

    private static Outcome beyond(LookupBatch c, Right right) {
        return Batches.map(
                right.apply(c),
                b ->
                        cursor(
                                b,
                                b.cursor()
                                        .map(key -> right.index(new Input.Given(key)) + 1)
                                        .map(right.platform()::key)));
    }

    private static LookupBatch oneEarlier(LookupBatch c, Right right) {
        long start = right.index(c.start());
        var earlier =
                start == 0
                        ? new Input.Null()
                        : Indexes.key(c.start(), right.platform(), i -> i - 1);
        return from(c, start < 0 ? c.start() : earlier);
    }

    private static Outcome padded(LookupBatch c, Right right) {
        var outcome = right.apply(c);
        int size = right.zeros(c.map()).size();
        if (!(outcome instanceof Batched b) || size % 8 == 0) {
            return outcome;
        }
        var values = Bytes.EMPTY;
        for (int at = 0; at < b.values().size(); at += size) {
            values = values.then(b.values().slice(at, at + size).resized(size + 7 & ~7));
        }
        return new Batched(b.refusal(), b.count(), b.keys(), values, b.cursor());
    }

    private static Batched cursor(Batched b, Optional<Bytes> cursor) {
        return new Batched(b.refusal(), b.count(), b.keys(), b.values(), cursor);
    }

    private static LookupBatch from(LookupBatch c, Input start) {
        return new LookupBatch(
                c.map(), start, c.cursor(), c.keys(), c.values(), c.count(), c.flags());
    }

    private static Fault batches(Predicate<Batched> where, UnaryOperator<Batched> change) {
        return Batches.see(LookupBatch.class, b -> where.test(b) ? change.apply(b) : b);
    }
}
