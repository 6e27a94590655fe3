package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.ABSENT;
import static org.maptck.model.reference.Answers.DONE;
import static org.maptck.model.reference.Answers.found;
import static org.maptck.model.reference.Answers.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Errno;
import org.maptck.model.Loading;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Step;

/// One program on one CPU: what its steps do and see.
final class ProgramRun {
    private static final long LOW = 0xffff_ffffL;
    private static final long MINUS_EINVAL = -22;
    private static final long NOWHERE = -1;
    private static final Operand FIRST = new Operand.Constant(0);
    private static final int ETHERNET_HEADER = 14;

    private final World world;
    private final ElementFlags rules;
    private final Platform platform;
    private final Bytes packet;
    private final int slot;

    ProgramRun(World world, ElementFlags rules, Command.Run run) {
        this.world = world;
        this.rules = rules;
        this.platform = world.platform();
        this.packet = seen(run);
        this.slot = platform.possibleCpus().indexOf(run.cpu());
    }

    /// A socket filter sees what follows the Ethernet header.
    private static Bytes seen(Command.Run run) {
        var packet = run.packet();
        return run.loading() == Loading.SOCKET_FILTER
                ? packet.slice(Math.min(ETHERNET_HEADER, packet.size()), packet.size())
                : packet;
    }

    List<Outcome> once(List<Step> steps) {
        var outcomes = new ArrayList<Outcome>(steps.size());
        for (Step step : steps) {
            outcomes.add(outcome(step));
        }
        return outcomes;
    }

    private Outcome outcome(Step step) {
        if (readsBeyondPacket(step)) {
            return refused(Errno.EFAULT);
        }
        return switch (world.descriptor(step.map())) {
            case Descriptor.Open file -> outcome(step, file.map());
            case Descriptor.Outer(var outer) when step instanceof Step.Through s ->
                    outer.get(number(s.outer()) & LOW).map(map -> inner(map, s)).orElse(ABSENT);
            case Descriptor.Outer _ -> refused(Errno.EBADF);
            case Descriptor.Closed _ -> refused(Errno.EBADF);
        };
    }

    /// What is found in a map of maps is a map as any other.
    private Outcome inner(ArrayMap map, Step.Through step) {
        return switch (step.deed()) {
            case Deed.Lookup() -> value(map, here(map, step.index()));
            case Deed.LookupPercpu(long cpu) -> value(map, there(map, step.index(), cpu));
            case Deed.Update(var value, long flags) ->
                    update(map, number(step.index()) & LOW, value, flags);
        };
    }

    private Outcome outcome(Step step, ArrayMap map) {
        return switch (step) {
            case Step.Lookup s -> value(map, here(map, s.index()));
            case Step.LookupPercpu s -> value(map, there(map, s.index(), s.cpu()));
            case Step.Update s -> update(map, s);
            case Step.Delete _ -> refused(Errno.EINVAL);
            case Step.Load s -> load(map, part(here(map, s.index()), s.offset()), s.width());
            case Step.Store s ->
                    store(map, part(here(map, s.index()), s.offset()), s.width(), s.value());
            case Step.StorePercpu s ->
                    store(
                            map,
                            part(there(map, s.index(), s.cpu()), s.offset()),
                            s.width(),
                            s.value());
            case Step.AtomicAdd s -> add(map, part(here(map, s.index()), s.offset()), s);
            case Step.ForEach s -> walk(map, s);
            case Step.LockedStore s -> storeLocked(map, number(s.index()) & LOW, s.value());
            case Step.Misalignment s -> misalignment(here(map, s.index()));
            case Step.Distance s -> distance(map, s);
            case Step.PlainAdd s -> plainAdd(map, part(here(map, s.index()), s.offset()), s);
            case Step.Atomic s -> atomic(map, part(here(map, s.index()), s.offset()), s);
            case Step.CompareExchange s -> exchange(map, part(here(map, s.index()), s.offset()), s);
            case Step.UpdateFrom s -> updateFrom(map, s);
            case Step.ForEachAdding s -> walkAdding(map, s.addend());
            case Step.DirectLoad s ->
                    load(map, part(here(map, FIRST), s.address() + s.offset()), s.width());
            case Step.Unreached _ -> DONE;
            case Step.Through _ -> refused(Errno.EBADF);
        };
    }

    private boolean readsBeyondPacket(Step step) {
        return switch (step) {
            case Step.Lookup s -> beyondPacket(s.index());
            case Step.LookupPercpu s -> beyondPacket(s.index());
            case Step.Update s -> beyondPacket(s.index());
            case Step.Delete s -> beyondPacket(s.index());
            case Step.Load s -> beyondPacket(s.index());
            case Step.Store s -> beyondPacket(s.index()) || beyondPacket(s.value());
            case Step.StorePercpu s -> beyondPacket(s.index()) || beyondPacket(s.value());
            case Step.AtomicAdd s -> beyondPacket(s.index()) || beyondPacket(s.addend());
            case Step.ForEach _ -> false;
            case Step.LockedStore s -> beyondPacket(s.index());
            case Step.Misalignment s -> beyondPacket(s.index());
            case Step.Distance s -> beyondPacket(s.from()) || beyondPacket(s.to());
            case Step.PlainAdd s -> beyondPacket(s.index()) || beyondPacket(s.addend());
            case Step.Atomic s -> beyondPacket(s.index()) || beyondPacket(s.operand());
            case Step.CompareExchange s ->
                    beyondPacket(s.index())
                            || beyondPacket(s.expected())
                            || beyondPacket(s.value());
            case Step.Through s -> beyondPacket(s.index()) || beyondPacket(s.outer());
            case Step.UpdateFrom s -> beyondPacket(s.index()) || beyondPacket(s.from());
            case Step.ForEachAdding _ -> false;
            case Step.DirectLoad _ -> false;
            case Step.Unreached _ -> false;
        };
    }

    private boolean beyondPacket(Operand operand) {
        return operand instanceof Operand.PacketByte(int offset)
                && (offset < 0 || offset >= packet.size());
    }

    private long number(Operand operand) {
        return switch (operand) {
            case Operand.Constant(long value) -> value;
            case Operand.PacketByte(int offset) -> packet.at(offset);
            case Operand.PacketLength _ -> packet.size();
        };
    }

    /// Where the element is for the running CPU; nowhere from the number of elements on.
    private long here(ArrayMap map, Operand index) {
        return at(map, number(index) & LOW, map.perCpu() ? slot : 0);
    }

    /// Where the element is for the named CPU; nowhere also for a CPU that is not possible.
    private long there(ArrayMap map, Operand index, long cpu) {
        long number = cpu & LOW;
        return number < platform.cpuIdLimit()
                ? at(map, number(index) & LOW, platform.possibleCpus().indexOf((int) number))
                : NOWHERE;
    }

    private static long at(ArrayMap map, long index, int slot) {
        return slot >= 0 && index < map.maxEntries() ? map.offset(index, slot) : NOWHERE;
    }

    private static Outcome value(ArrayMap map, long at) {
        if (at == NOWHERE) {
            return ABSENT;
        }
        return TooLarge.value(map.valueSize())
                .orElseGet(() -> found(map.memory().read(at, map.valueSize())));
    }

    /// An update by a program reports unknown flags, the index, an element that exists, and last a
    /// lock flag without a lock; it writes the running CPU's slot.
    private Outcome update(ArrayMap map, Step.Update step) {
        return update(map, number(step.index()) & LOW, step.value(), step.flags());
    }

    private Outcome update(ArrayMap map, long index, Bytes value, long flags) {
        var refusal = rules.ofProgramStore(map, index, flags);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (rules.lockWithoutLock(map, flags)) {
            return refused(Errno.EINVAL);
        }
        map.storeValue(index, map.perCpu() ? slot : 0, value, 0);
        return DONE;
    }

    /// The value of an update may be an element of the same map.
    private Outcome updateFrom(ArrayMap map, Step.UpdateFrom step) {
        long from = here(map, step.from());
        return from == NOWHERE
                ? ABSENT
                : update(
                        map,
                        number(step.index()) & LOW,
                        map.memory().read(from, map.valueSize()),
                        step.flags());
    }

    private static long part(long element, int offset) {
        return element == NOWHERE ? NOWHERE : element + offset;
    }

    private Outcome load(ArrayMap map, long at, int width) {
        return at == NOWHERE ? ABSENT : new Outcome.Returned(loaded(map, at, width));
    }

    private long loaded(ArrayMap map, long at, int width) {
        return map.memory().read(at, width).number(width, platform.byteOrder());
    }

    private Outcome store(ArrayMap map, long at, int width, Operand value) {
        if (at == NOWHERE) {
            return ABSENT;
        }
        storeNumber(map, at, width, number(value));
        return DONE;
    }

    private void storeNumber(ArrayMap map, long at, int width, long number) {
        map.memory().write(at, Bytes.number(number, width, platform.byteOrder()), 0, width);
    }

    private Outcome add(ArrayMap map, long at, Step.AtomicAdd step) {
        if (at == NOWHERE) {
            return ABSENT;
        }
        long before = loaded(map, at, step.width());
        storeNumber(map, at, step.width(), before + number(step.addend()));
        return new Outcome.Returned(before);
    }

    private Outcome plainAdd(ArrayMap map, long at, Step.PlainAdd step) {
        if (at == NOWHERE) {
            return ABSENT;
        }
        storeNumber(map, at, step.width(), loaded(map, at, step.width()) + number(step.addend()));
        return DONE;
    }

    private Outcome atomic(ArrayMap map, long at, Step.Atomic step) {
        if (at == NOWHERE) {
            return ABSENT;
        }
        long before = loaded(map, at, step.width());
        storeNumber(map, at, step.width(), step.operation().apply(before, number(step.operand())));
        return new Outcome.Returned(before);
    }

    /// A compare-exchange looks at no more than its own bytes of what it expects.
    private Outcome exchange(ArrayMap map, long at, Step.CompareExchange step) {
        if (at == NOWHERE) {
            return ABSENT;
        }
        long before = loaded(map, at, step.width());
        int unused = Long.SIZE - step.width() * Byte.SIZE;
        if (before << unused == number(step.expected()) << unused) {
            storeNumber(map, at, step.width(), number(step.value()));
        }
        return new Outcome.Returned(before);
    }

    /// A walk sees what its callback changed ahead of it.
    private Outcome walkAdding(ArrayMap map, long addend) {
        List<Bytes> values = new ArrayList<>();
        int own = map.perCpu() ? slot : 0;
        for (long index = 0; index < map.maxEntries(); index++) {
            if (index < Outcome.Visited.NOTED_CALLS) {
                values.add(noted(map, index));
            }
            if (index + 1 < map.maxEntries()) {
                long next = map.offset(index + 1, own);
                storeNumber(map, next, Long.BYTES, loaded(map, next, Long.BYTES) + addend);
            }
        }
        var keys = LongStream.range(0, values.size()).boxed().toList();
        return new Outcome.Visited(map.maxEntries(), keys, values);
    }

    /// A walk goes through all elements in the order of their indexes, up to the call that asks to
    /// stop, and returns the number of calls; it takes no flags.
    private Outcome walk(ArrayMap map, Step.ForEach step) {
        if (step.flags() != 0) {
            return new Outcome.Visited(MINUS_EINVAL, List.of(), List.of());
        }
        long all = map.maxEntries();
        long calls = step.limit() > 0 ? Math.min(step.limit(), all) : all;
        long notes = Math.min(calls, Outcome.Visited.NOTED_CALLS);
        var keys = LongStream.range(0, notes).boxed().toList();
        return new Outcome.Visited(calls, keys, keys.stream().map(key -> noted(map, key)).toList());
    }

    private Bytes noted(ArrayMap map, long index) {
        int size = Math.min(Outcome.Visited.NOTED, map.valueSize());
        long at = map.offset(index, map.perCpu() ? slot : 0);
        return map.memory().read(at, size).resized(Outcome.Visited.NOTED);
    }

    private static Outcome storeLocked(ArrayMap map, long index, Bytes value) {
        if (index >= map.maxEntries()) {
            return ABSENT;
        }
        map.storeValue(index, 0, value, 0);
        return DONE;
    }

    /// Elements begin at multiples of 8.
    private static Outcome misalignment(long at) {
        return at == NOWHERE ? ABSENT : new Outcome.Returned(0);
    }

    /// Elements of a plain array lie a stride apart.
    private Outcome distance(ArrayMap map, Step.Distance step) {
        return here(map, step.from()) == NOWHERE || here(map, step.to()) == NOWHERE
                ? ABSENT
                : new Outcome.Returned(elements(step) * map.stride());
    }

    private long elements(Step.Distance step) {
        return (number(step.to()) & LOW) - (number(step.from()) & LOW);
    }

    /// Whether nothing is said about the number that the step returns: elements of a per-CPU array
    /// lie anywhere.
    boolean open(Step step) {
        return step instanceof Step.Distance distance
                && world.descriptor(distance.map()) instanceof Descriptor.Open file
                && file.map().perCpu()
                && !readsBeyondPacket(step)
                && elements(distance) != 0;
    }
}
