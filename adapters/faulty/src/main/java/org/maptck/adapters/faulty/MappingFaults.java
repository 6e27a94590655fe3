package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.created;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;
import static org.maptck.adapters.faulty.Recipe.badMemory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Command.AddMemory;
import org.maptck.model.Command.MapMemory;
import org.maptck.model.Command.ReadMemory;
import org.maptck.model.Command.WriteMemory;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;

/// Faults in what can be mapped, and in what a mapping shows.
final class MappingFaults {
    private static final int PAGE = 4096;

    private MappingFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "mmap-flag-unknown",
                        "mmap.enable",
                        "refuses the flag of the mapping that it declares",
                        Recipe.without(Behaviour.MMAPABLE)),
                bad(
                                "mmap-without-flag",
                                "mmap.enable",
                                "maps maps that were not created for it",
                                created(spec ->
                                        spec.type() == MapType.ARRAY
                                                ? spec.withFlags(spec.flags() | Flags.MMAPABLE)
                                                : spec))
                        .seen("bpftime"),
                bad(
                                "mmap-without-flag-errno",
                                "mmap.enable",
                                "refuses to map a map that was not created for it with EPERM",
                                errno(MapMemory.class, Errno.EINVAL, Errno.EPERM))
                        .seen("Starnix"),
                bad(
                        "mmap-per-cpu",
                        "mmap.array-only",
                        "says that it mapped a per-CPU array",
                        accepts(MapMemory.class, (_, _) -> true, Errno.ENOTSUPP)),
                bad(
                                "mmap-per-cpu-errno",
                                "percpu.mmap.refused",
                                "refuses to map a per-CPU array with ENODEV",
                                errno(MapMemory.class, Errno.ENOTSUPP, Errno.ENODEV))
                        .seen("Starnix"),
                bad(
                                "mmap-shows-header",
                                "mmap.first-page",
                                "shows 64 bytes of its own before the first element",
                                shifted(64))
                        .seen("kernels with an emulated page size"),
                badMemory(
                        "mmap-tail-private",
                        "mmap.tail",
                        "gives each mapping a copy of its own of the bytes after the last element",
                        Tail::new),
                bad(
                        "mmap-tail-unreadable",
                        "mmap.tail",
                        "loads nothing after the last element",
                        refuses(
                                ReadMemory.class,
                                (c, right) -> end(c) > content(c.mapping(), right),
                                Errno.EFAULT)),
                bad(
                        "mmap-tail-garbage",
                        "array.zero",
                        "does not clear the bytes after the last element",
                        instead(ReadMemory.class, MappingFaults::garbage)),
                badMemory(
                        "mmap-copy",
                        "mmap.without-calls",
                        "shows what the map held when it was mapped",
                        Snapshot::new),
                bad(
                        "mmap-stores-lost",
                        "mmap.without-calls",
                        "keeps stores through a mapping from the map",
                        instead(WriteMemory.class, MappingFaults::lost)),
                bad(
                        "mmap-atomic-add-lost",
                        "mmap.without-calls",
                        "adds nothing through a mapping",
                        as(
                                AddMemory.class,
                                c -> new AddMemory(c.mapping(), c.offset(), c.width(), 0))),
                bad(
                        "mmap-atomic-add-carries",
                        "mmap.parts",
                        "carries from 4 bytes that it adds to into those that follow",
                        instead(AddMemory.class, MappingFaults::carrying)),
                bad(
                        "mmap-store-whole-words",
                        "mmap.parts",
                        "clears the rest of the word that a store ends in",
                        instead(WriteMemory.class, MappingFaults::wholeWords)),
                bad(
                        "mmap-padding-cleared",
                        "mmap.padding",
                        "clears the padding of a value with every update",
                        instead(Command.Update.class, MappingFaults::clearing)),
                bad(
                        "mmap-batch-unseen",
                        "mmap.batch",
                        "shows no batches of updates of a map that can be mapped",
                        instead(
                                Command.UpdateBatch.class,
                                (c, right) ->
                                        right.has(c.map(), Flags.MMAPABLE)
                                                ? new Outcome.Batched(
                                                        Optional.empty(),
                                                        c.count(),
                                                        Bytes.EMPTY,
                                                        Bytes.EMPTY,
                                                        Optional.empty())
                                                : right.apply(c))));
    }

    private static Fault shifted(long by) {
        return as(ReadMemory.class, c -> new ReadMemory(c.mapping(), c.offset() - by, c.length()))
                .over(
                        as(
                                WriteMemory.class,
                                c -> new WriteMemory(c.mapping(), c.offset() - by, c.bytes())));
    }

    /// Where the elements of the map end in a mapping of it.
    private static long content(Mapping mapping, Right right) {
        return right.made(mapping)
                .map(c -> MappingPlaceFaults.bytes(c, right) - c.offset())
                .orElse(Long.MAX_VALUE);
    }

    private static Outcome garbage(ReadMemory c, Right right) {
        long tail = content(c.mapping(), right) - c.offset();
        if (!(right.apply(c) instanceof Outcome.Found(Bytes bytes)) || tail >= c.length()) {
            return right.apply(c);
        }
        int kept = (int) Math.max(0, tail);
        var rest = StorageFaults.garbage(bytes.size() - kept);
        return bytes.isZero() ? new Outcome.Found(bytes.slice(0, kept).then(rest)) : right.apply(c);
    }

    private static Outcome lost(WriteMemory c, Right right) {
        var before = right.apply(new ReadMemory(c.mapping(), c.offset(), c.bytes().size()));
        var outcome = right.apply(c);
        if (outcome.equals(Right.DONE) && before instanceof Outcome.Found(Bytes bytes)) {
            right.apply(new WriteMemory(c.mapping(), c.offset(), bytes));
        }
        return outcome;
    }

    private static Outcome wholeWords(WriteMemory c, Right right) {
        long end = c.offset() + c.bytes().size();
        var rest = Bytes.zeros((int) (-end & 7));
        return right.apply(new WriteMemory(c.mapping(), c.offset(), c.bytes().then(rest)));
    }

    private static Outcome carrying(AddMemory c, Right right) {
        var outcome = right.apply(c);
        if (c.width() == 4
                && outcome instanceof Outcome.Returned(long before)
                && (before + c.addend()) >>> 32 != 0) {
            right.apply(new AddMemory(c.mapping(), c.offset() + 4, 4, 1));
        }
        return outcome;
    }

    private static Outcome clearing(Command.Update c, Right right) {
        var outcome = right.apply(c);
        var spec = right.spec(c.map());
        long index = right.index(c.key());
        if (outcome.equals(Right.DONE) && index >= 0) {
            for (var made : Set.copyOf(right.ledger().mappings().values())) {
                long at = index * spec.stride() + spec.valueSize() - made.offset();
                var padding = Bytes.zeros((int) (spec.stride() - spec.valueSize()));
                if (made.map().equals(c.map()) && at >= 0) {
                    right.apply(new WriteMemory(made.mapping(), at, padding));
                }
            }
        }
        return outcome;
    }

    /// Each mapping shows what there was when it was made.
    private static final class Snapshot implements Fault {
        private final Map<Mapping, Bytes> shown = new HashMap<>();

        @Override
        public Outcome apply(Command command, Right right) {
            var outcome = right.apply(command);
            if (command instanceof MapMemory c
                    && right.apply(new ReadMemory(c.mapping(), 0, PAGE))
                            instanceof Outcome.Found(Bytes bytes)) {
                shown.put(c.mapping(), bytes);
            }
            if (command instanceof WriteMemory c) {
                shown.remove(c.mapping());
            }
            return command instanceof ReadMemory(var mapping, long offset, int length)
                            && outcome instanceof Outcome.Found
                            && shown.containsKey(mapping)
                            && offset + length <= PAGE
                    ? new Outcome.Found(
                            shown.getOrDefault(mapping, Bytes.EMPTY)
                                    .slice((int) offset, (int) offset + length))
                    : outcome;
        }
    }

    /// Stores after the last element are remembered by mapping.
    private static final class Tail implements Fault {
        private final Map<Mapping, Map<Long, Bytes>> tails = new HashMap<>();

        @Override
        public Outcome apply(Command command, Right right) {
            return switch (command) {
                case WriteMemory(var mapping, long offset, Bytes bytes)
                        when offset >= content(mapping, right) -> {
                    tails.computeIfAbsent(mapping, _ -> new HashMap<>()).put(offset, bytes);
                    yield Right.DONE;
                }
                case ReadMemory(var mapping, long offset, int length)
                        when offset >= content(mapping, right)
                                && tails.getOrDefault(mapping, Map.of()).containsKey(offset) ->
                        new Outcome.Found(
                                tails.getOrDefault(mapping, Map.of())
                                        .getOrDefault(offset, Bytes.EMPTY)
                                        .resized(length));
                case Command other -> right.apply(other);
            };
        }
    }

    private static long end(ReadMemory c) {
        return c.offset() + c.length();
    }
}
