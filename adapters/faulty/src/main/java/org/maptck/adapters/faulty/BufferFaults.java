package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Faults.see;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Command.Lookup;
import org.maptck.model.Command.LookupAndDelete;
import org.maptck.model.Command.LookupBatch;
import org.maptck.model.Command.NextKey;
import org.maptck.model.Command.Race;
import org.maptck.model.Command.Update;
import org.maptck.model.Errno;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// Faults in the memory of callers.
final class BufferFaults {
    private BufferFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "lookup-and-delete-value-fault",
                        "array.lookup-and-delete.value",
                        "looks at the memory for the value before it says that there is no such call",
                        refuses(
                                LookupAndDelete.class,
                                (c, _) -> c.value() instanceof Output.Null,
                                Errno.EFAULT)),
                bad(
                        "next-key-clears-output",
                        "array.next-key.output",
                        "clears the memory for the next key where there is none",
                        see(NextKey.class, (_, outcome) -> cleared(outcome))),
                bad(
                        "next-key-output-first",
                        "array.next-key.output",
                        "looks at the memory for the next key before it looks for one",
                        refuses(
                                NextKey.class,
                                (c, _) -> c.next() instanceof Output.Null,
                                Errno.EFAULT)),
                bad(
                        "batch-cursor-count",
                        "array.batch.cursor-fault",
                        "counts nothing where it cannot write the cursor",
                        see(LookupBatch.class, (_, outcome) -> uncounted(outcome))),
                bad(
                        "lookup-same-memory-cleared",
                        "array.lookup.same-memory",
                        "clears the memory for the value before it reads the key",
                        as(Lookup.class, BufferFaults::clearedFirst)),
                bad(
                        "next-key-same-memory-cleared",
                        "array.next-key.same-memory",
                        "clears the memory for the next key before it reads the key",
                        as(NextKey.class, BufferFaults::clearedFirst)),
                bad(
                        "batch-same-memory-cleared",
                        "array.batch.same-memory",
                        "clears the memory for the cursor before it reads the start",
                        as(LookupBatch.class, BufferFaults::clearedFirst)),
                bad(
                        "lookup-into-mapping-refused",
                        "memory.buffers",
                        "looks nothing up into a mapping",
                        refuses(
                                Lookup.class,
                                (c, _) -> c.value() instanceof Output.InMapping,
                                Errno.EFAULT)),
                bad(
                        "update-from-mapping-refused",
                        "memory.buffers",
                        "takes no value from a mapping",
                        refuses(
                                Update.class,
                                (c, _) -> c.value() instanceof Input.InMapping,
                                Errno.EFAULT)),
                bad(
                        "readers-of-words-torn",
                        "array.race.word",
                        "shows readers half of a word with half of another",
                        instead(Race.class, BufferFaults::torn)));
    }

    private static Outcome cleared(Outcome outcome) {
        return outcome instanceof Outcome.Filled(var refusal, Bytes room) && refusal.isPresent()
                ? new Outcome.Filled(refusal, Bytes.zeros(room.size()))
                : outcome;
    }

    private static Lookup clearedFirst(Lookup c, Right right) {
        return same(c.key(), c.value())
                ? new Lookup(c.map(), right.key(0), c.flags(), c.value())
                : c;
    }

    private static NextKey clearedFirst(NextKey c, Right right) {
        return same(c.key(), c.next()) ? new NextKey(c.map(), right.key(0), c.next()) : c;
    }

    private static LookupBatch clearedFirst(LookupBatch c, Right right) {
        return same(c.start(), c.cursor())
                ? new LookupBatch(
                        c.map(),
                        right.key(0),
                        c.cursor(),
                        c.keys(),
                        c.values(),
                        c.count(),
                        c.flags())
                : c;
    }

    private static boolean same(Input input, Output output) {
        return input instanceof Input.InMapping(var from, long at)
                && output.equals(new Output.InMapping(from, at));
    }

    private static Outcome uncounted(Outcome outcome) {
        return outcome instanceof Outcome.Batched b && b.refusal().equals(Optional.of(Errno.EFAULT))
                ? new Outcome.Batched(b.refusal(), 0, b.keys(), b.values(), b.cursor())
                : outcome;
    }

    /// The last caller, where it reads words, sees one that nobody wrote.
    private static Outcome torn(Race race, Right right) {
        var outcome = right.apply(race);
        if (!(race.callers().getLast() instanceof Lookup)
                || !(outcome instanceof Outcome.Raced(var seen))
                || !(seen.getLast().getFirst() instanceof Outcome.Found(Bytes whole))) {
            return outcome;
        }
        int half = whole.size() / 2;
        var all = new ArrayList<>(seen);
        var other = whole.slice(0, half).then(Bytes.filled(whole.size() - half, 0));
        all.set(all.size() - 1, List.of(new Outcome.Found(other)));
        return new Outcome.Raced(all);
    }
}
