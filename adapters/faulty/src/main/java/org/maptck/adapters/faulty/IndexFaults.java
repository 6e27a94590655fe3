package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.created;
import static org.maptck.adapters.faulty.Faults.index;
import static org.maptck.adapters.faulty.Faults.info;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Step;

/// Faults in keys, bounds and capacity.
final class IndexFaults {
    private static final long SIGN = 0x8000_0000L;

    private IndexFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "index-8-bit",
                        "array.key.unsigned",
                        "takes the low 8 bits of an index for the whole of it",
                        index(i -> i & 0xff)),
                bad(
                        "index-16-bit",
                        "array.key.unsigned",
                        "takes the low 16 bits of an index for the whole of it",
                        index(i -> i & 0xffff)),
                bad(
                        "index-24-bit",
                        "array.key.unsigned",
                        "takes the low 24 bits of an index for the whole of it",
                        index(i -> i & 0xff_ffff)),
                bad(
                        "index-31-bit",
                        "array.key.unsigned",
                        "drops the highest bit of an index",
                        index(i -> i & ~SIGN)),
                bad(
                        "index-signed",
                        "array.key.unsigned",
                        "compares an index with the size as a signed number",
                        index(i -> i >= SIGN ? 0 : i)),
                bad(
                        "index-byte-order",
                        "array.preallocated",
                        "reads a key in the other byte order",
                        index(i -> Integer.toUnsignedLong(Integer.reverseBytes((int) i)))),
                bad(
                        "index-8-bit-in-programs",
                        "program.lookup",
                        "takes the low 8 bits of a program's index for the whole of it",
                        inPrograms(i -> i & 0xff)),
                bad(
                                "index-zero-in-programs",
                                "program.lookup",
                                "gives a program element 0 whatever it asks for",
                                inPrograms(_ -> 0))
                        .seen("Linux 6.0 to 6.3, for arrays inside of maps, fixed by cba41bb78d70"),
                bad(
                                "key-size-ignored",
                                "array.key.size",
                                "creates a map with keys of any size",
                                created(spec -> spec.withKeySize(4)))
                        .seen("bpftime, ebpf-for-windows, generic-ebpf"),
                bad(
                        "key-size-up-to-4",
                        "array.key.size",
                        "creates a map with keys of fewer than 4 bytes",
                        created(spec -> spec.keySize() < 4 ? spec.withKeySize(4) : spec)),
                bad(
                        "key-size-from-4",
                        "array.key.size",
                        "creates a map with keys of more than 4 bytes",
                        created(spec -> spec.keySize() > 4 ? spec.withKeySize(4) : spec)),
                bad(
                        "key-size-errno",
                        "array.key.size",
                        "refuses keys of another size with E2BIG",
                        Faults.errno(
                                Command.Create.class,
                                c -> c.spec().keySize() != 4,
                                Errno.EINVAL,
                                Errno.E2BIG)),
                bad(
                        "bound-one-more",
                        "array.size.constant",
                        "reads zeros at the index after the last",
                        instead(Command.Lookup.class, IndexFaults::oneMore)),
                bad(
                        "bound-one-less",
                        "array.preallocated",
                        "finds nothing at the last index of a map of several elements",
                        refuses(
                                Command.Lookup.class,
                                (c, right) -> right.index(c.key()) > 0 && last(c, right),
                                Errno.ENOENT)),
                bad(
                        "bound-one-more-in-programs",
                        "array.size.constant",
                        "lets a program update the index after the last",
                        Steps.see(
                                Step.Update.class,
                                (_, saw) ->
                                        saw.equals(Refusals.refused(Errno.E2BIG))
                                                ? Right.DONE
                                                : saw)),
                bad(
                                "capacity-power-of-two",
                                "array.size.constant",
                                "has as many elements as the next power of two",
                                created(IndexFaults::rounded))
                        .seen("the rounding of Linux since 4.15, if it showed"),
                bad(
                        "capacity-at-least-two",
                        "array.size.constant",
                        "has two elements where one was asked for",
                        created(spec -> Specs.entries(spec, Math.max(2, spec.maxEntries())))),
                bad(
                        "capacity-8-bit",
                        "array.preallocated",
                        "has at most 256 elements",
                        created(spec -> Specs.entries(spec, Math.min(256, spec.maxEntries())))),
                bad(
                                "update-past-end-succeeds",
                                "array.size.constant",
                                "says that an update past the end was done",
                                accepts(Command.Update.class, (_, _) -> true, Errno.E2BIG))
                        .seen("mock maps of goebpf, map emulation of p4c"),
                bad(
                        "update-past-end-wraps",
                        "array.size.constant",
                        "stores at the index modulo the size",
                        as(
                                Command.Update.class,
                                (c, right) -> Indexes.map(c, right.platform(), wrap(c, right)))),
                bad(
                        "max-entries-told-wrong",
                        "array.size.constant",
                        "tells one element fewer than there are",
                        info(IndexFaults::oneFewer)),
                bad(
                        "neighbour-overwritten",
                        "array.preallocated",
                        "stores index 64 at index 63",
                        as(
                                Command.Update.class,
                                (c, right) ->
                                        Indexes.map(c, right.platform(), i -> i == 64 ? 63 : i))),
                bad(
                        "index-255-is-0",
                        "array.preallocated",
                        "takes index 255 for index 0",
                        index(i -> i == 255 ? 0 : i)));
    }

    private static Fault inPrograms(LongUnaryOperator change) {
        return Faults.runs((run, _) -> Steps.map(run, step -> Indexes.map(step, change)));
    }

    private static Outcome oneMore(Command.Lookup c, Right right) {
        long past = right.spec(c.map()).maxEntries();
        boolean hit = past > 0 && right.index(c.key()) == past && c.value() instanceof Output.Fits;
        return hit ? new Outcome.Found(right.zeros(c.map())) : right.apply(c);
    }

    private static boolean last(Command.Lookup c, Right right) {
        return right.index(c.key()) == right.spec(c.map()).maxEntries() - 1;
    }

    private static MapSpec rounded(MapSpec spec) {
        long more = Long.highestOneBit(Math.max(1, spec.maxEntries() * 2 - 1));
        return spec.maxEntries() > 1 << 20 ? spec : Specs.entries(spec, more);
    }

    private static LongUnaryOperator wrap(Command.Update c, Right right) {
        long size = Math.max(1, right.spec(c.map()).maxEntries());
        return index -> index % size;
    }

    private static MapInfo oneFewer(MapInfo info) {
        return new MapInfo(
                info.type(),
                info.keySize(),
                info.valueSize(),
                info.maxEntries() - 1,
                info.flags(),
                info.name(),
                info.id(),
                info.mapExtra());
    }
}
