package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.see;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command.DeleteBatch;
import org.maptck.model.Command.LookupAndDeleteBatch;
import org.maptck.model.Command.UpdateBatch;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Batched;

/// Faults in batches that write or delete.
final class UpdateBatchFaults {
    private UpdateBatchFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "batch-update-first-alone",
                        "array.batch.update",
                        "stores the first element of a batch and counts all",
                        instead(UpdateBatch.class, UpdateBatchFaults::firstAlone)),
                bad(
                                "batch-update-repeats-first-value",
                                "array.batch.update",
                                "stores the first value of a batch in every element of it",
                                as(UpdateBatch.class, UpdateBatchFaults::repeated))
                        .seen("Linux, for values that begin 4 GiB from the first"),
                bad(
                        "batch-update-fails-whole",
                        "array.batch.update-stops",
                        "stores nothing of a batch that fails",
                        instead(UpdateBatch.class, UpdateBatchFaults::allOrNothing)),
                bad(
                        "batch-update-goes-on",
                        "array.batch.update-stops",
                        "skips what fails and goes on",
                        instead(UpdateBatch.class, UpdateBatchFaults::goesOn)),
                bad(
                        "batch-update-error-swallowed",
                        "array.batch.update-stops",
                        "tells the count of a batch that failed, and no error",
                        see(
                                UpdateBatch.class,
                                (_, outcome) ->
                                        Batches.map(
                                                outcome,
                                                b -> Batches.refusal(b, Optional.empty())))),
                bad(
                        "batch-update-count-whole",
                        "array.batch.update-stops",
                        "counts also what was not stored",
                        see(
                                UpdateBatch.class,
                                (c, outcome) ->
                                        Batches.map(outcome, b -> Batches.counted(b, c.count())))),
                bad(
                        "batch-flags-ignored",
                        "array.batch.flags",
                        "looks at no flags of a batch",
                        as(
                                UpdateBatch.class,
                                c -> new UpdateBatch(c.map(), c.keys(), c.values(), c.count(), 0))),
                bad(
                                "batch-exist-accepted",
                                "array.batch.flags",
                                "takes BPF_EXIST in a batch of updates",
                                as(
                                        UpdateBatch.class,
                                        c ->
                                                c.flags() == Flags.EXIST
                                                        ? new UpdateBatch(
                                                                c.map(),
                                                                c.keys(),
                                                                c.values(),
                                                                c.count(),
                                                                0)
                                                        : c))
                        .seen("what the comment on the command says"),
                bad(
                        "batch-delete-succeeds",
                        "array.batch.delete",
                        "says that a batch of deletions was done",
                        Batches.see(DeleteBatch.class, b -> Batches.refusal(b, Optional.empty()))),
                bad(
                                "batch-lookup-and-delete-errno",
                                "array.batch.delete",
                                "refuses a batch of lookup-and-delete with EPERM",
                                errno(LookupAndDeleteBatch.class, Errno.ENOTSUPP, Errno.EPERM))
                        .seen("kbpf-basic"),
                bad(
                        "batch-per-cpu-early",
                        "percpu.batch.absent",
                        "has batches of per-CPU arrays before there were any",
                        Recipe.linux("5.12").having(Behaviour.PERCPU_BATCH)));
    }

    private static Outcome firstAlone(UpdateBatch c, Right right) {
        var first =
                new UpdateBatch(c.map(), c.keys(), c.values(), Math.min(1, c.count()), c.flags());
        var outcome = right.apply(first);
        return Batches.map(outcome, b -> b.refusal().isEmpty() ? Batches.counted(b, c.count()) : b);
    }

    private static UpdateBatch repeated(UpdateBatch c, Right right) {
        int size = right.zeros(c.map()).size();
        if (!(c.values() instanceof Input.Given(Bytes given)) || given.size() < size) {
            return c;
        }
        var values = Bytes.EMPTY;
        for (int i = 0; i < given.size() / size; i++) {
            values = values.then(given.slice(0, size));
        }
        return new UpdateBatch(c.map(), c.keys(), new Input.Given(values), c.count(), c.flags());
    }

    private static Outcome allOrNothing(UpdateBatch c, Right right) {
        if (!(c.keys() instanceof Input.Given(Bytes keys))) {
            return right.apply(c);
        }
        var before = new LinkedHashMap<Long, Bytes>();
        for (int at = 0; at + 4 <= keys.size(); at += 4) {
            long index = right.index(new Input.Given(keys.slice(at, at + 4)));
            before.put(index, right.value(c.map(), index));
        }
        var outcome = right.apply(c);
        if (outcome.refusal().isPresent()) {
            before.forEach((index, value) -> right.store(c.map(), index, value));
        }
        return outcome;
    }

    private static Outcome goesOn(UpdateBatch c, Right right) {
        var outcome = right.apply(c);
        int size = right.zeros(c.map()).size();
        if (outcome instanceof Batched(var refusal, long done, _, _, _)
                && refusal.equals(Optional.of(Errno.E2BIG))
                && c.keys() instanceof Input.Given(Bytes keys)
                && c.values() instanceof Input.Given(Bytes values)) {
            for (int i = (int) done + 1; i < c.count(); i++) {
                long index = right.index(new Input.Given(keys.slice(4 * i, 4 * i + 4)));
                right.store(c.map(), index, values.slice(size * i, size * i + size));
            }
        }
        return outcome;
    }
}
