package org.maptck.features.fuzz;

import static org.maptck.reports.Face.PROGRAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Loading;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.Step;

/// Programs of a few steps.
@SuppressWarnings("EnumOrdinal")
final class ProgramRuns {
    private static final int MOST_STEPS = 4;
    private static final Odds<Integer> WIDTHS = Odds.evenly(8, 4, 2, 1);
    private static final Odds<Integer> ATOMIC_WIDTHS = Odds.of(4, 8).and(4, 4).and(1, 2);
    private static final Odds<Long> CPUS =
            Odds.of(4, 0L).and(4, 1L).and(1, 2L).and(1, 0xffff_ffffL);
    private static final Odds<Long> NUMBERS = Odds.evenly(0L, 1L, 2L, 3L, 4L, 7L, 8L, 16L, -1L);
    private static final Odds<Long> WALK_FLAGS = Odds.of(6, 0L).and(1, 1L).and(1, 1L << 32);
    private static final Odds<Integer> REPEATS = Odds.of(6, 1).and(1, 2).and(1, 3);
    private static final Odds<Loading> LOADINGS =
            Odds.of(10, Loading.CLASSIFIER).and(1, Loading.STRICT).and(1, Loading.SOCKET_FILTER);
    private static final Odds<AtomicOperation> COMMUTING =
            Odds.evenly(AtomicOperation.AND, AtomicOperation.OR, AtomicOperation.XOR);
    private static final Odds<Bytes> PACKETS =
            Odds.evenly(1, 6, 17)
                    .map(protocol -> packet(protocol, 64))
                    .and(Odds.evenly(255, 256, 300).map(length -> packet(17, length)));

    private final Operands operands;
    private final OuterCalls outers;
    private final Odds<Integer> cpus;
    private final Odds<Kind<Step>> steps;

    ProgramRuns(Operands operands, OuterCalls outers, Set<Capability> offered) {
        this.operands = operands;
        this.outers = outers;
        cpus = new Odds<>(operands.platform().onlineCpus());
        var weighted = new ArrayList<Kind<Step>>();
        for (var kind : stepKinds()) {
            if (kind.needs().map(offered::contains).orElse(true)) {
                weighted.addAll(Odds.of(kind.weight(), kind).table());
            }
        }
        steps = new Odds<>(List.copyOf(weighted));
    }

    private static Bytes packet(int protocol, int length) {
        var bytes = new byte[length];
        bytes[12] = 8;
        bytes[14] = 0x45;
        bytes[23] = (byte) protocol;
        return Bytes.owning(bytes);
    }

    Kind<Command> kind() {
        return Kind.<Command>of(Command.Run.class, PROGRAM, 7, this::run)
                .needing(Capability.PROGRAM);
    }

    /// The steps of programs, the plainest first: a new one is added here.
    List<Kind<Step>> stepKinds() {
        return List.of(
                step(Step.Lookup.class, 3, (d, m) -> new Step.Lookup(m, operands.operand(d, m))),
                Kind.of(Step.Update.class, PROGRAM, 3, this::update),
                step(Step.Delete.class, 1, (d, m) -> new Step.Delete(m, operands.operand(d, m))),
                Kind.of(Step.Load.class, PROGRAM, 2, this::load),
                Kind.of(Step.Store.class, PROGRAM, 2, this::store),
                Kind.of(Step.AtomicAdd.class, PROGRAM, 2, this::atomicAdd),
                percpu(Kind.of(Step.LookupPercpu.class, PROGRAM, 2, this::lookupPercpu)),
                percpu(Kind.of(Step.StorePercpu.class, PROGRAM, 1, this::storePercpu)),
                step(
                        Step.ForEach.class,
                        1,
                        (d, m) -> new Step.ForEach(m, WALK_FLAGS.pick(d), d.below(4))),
                Kind.<Step>of(Step.LockedStore.class, PROGRAM, 1, this::lockedStore)
                        .needing(Capability.LOCK),
                step(
                        Step.Misalignment.class,
                        1,
                        (d, m) -> new Step.Misalignment(m, operands.operand(d, m))),
                Kind.of(Step.Distance.class, PROGRAM, 1, this::distance),
                Kind.of(Step.PlainAdd.class, PROGRAM, 1, this::plainAdd),
                Kind.of(Step.Atomic.class, PROGRAM, 1, this::atomic),
                Kind.of(Step.CompareExchange.class, PROGRAM, 1, this::compareExchange),
                Kind.of(Step.UpdateFrom.class, PROGRAM, 1, this::updateFrom),
                step(Step.ForEachAdding.class, 1, (d, m) -> new Step.ForEachAdding(m, 1000)),
                Kind.of(Step.DirectLoad.class, PROGRAM, 1, this::directLoad),
                Kind.<Step>of(Step.Through.class, PROGRAM, 1, outers::through)
                        .needing(Capability.INNER),
                Kind.of(Step.Unreached.class, PROGRAM, 2, this::unreached));
    }

    private interface Maker {
        Step make(Draft d, Handle map);
    }

    private Kind<Step> step(Class<? extends Step> type, int weight, Maker maker) {
        return Kind.of(type, PROGRAM, weight, d -> maker.make(d, operands.map(d)));
    }

    private static Kind<Step> percpu(Kind<Step> kind) {
        return kind.needing(Capability.PERCPU);
    }

    Command run(Draft d) {
        if (d.onceIn(16)) {
            return sleepable(d);
        }
        int count = d.onceIn(4) ? 1 + d.below(MOST_STEPS) : 1;
        var list = new Step[count];
        for (int i = 0; i < count; i++) {
            list[i] = steps.pick(d).make(d);
        }
        boolean packet = d.onceIn(8);
        return new Command.Run(
                cpus.pick(d),
                packet ? PACKETS.pick(d) : Command.Run.NO_PACKET,
                REPEATS.pick(d),
                List.of(list),
                LOADINGS.pick(d));
    }

    /// What a program that may sleep has for a packet is no matter of maps: it looks at none.
    private Command sleepable(Draft d) {
        var map = operands.map(d);
        var index = operands.operand(d, map);
        Step step =
                d.onceIn(2)
                        ? new Step.Update(map, index, operands.programValue(d, map), Flags.ANY)
                        : new Step.Lookup(map, index);
        return new Command.Run(
                cpus.pick(d),
                Command.Run.NO_PACKET,
                REPEATS.pick(d),
                List.of(step),
                Loading.SLEEPABLE);
    }

    /// A program of one plain step, for a caller among several.
    Command caller(Draft d) {
        var map = operands.map(d);
        Step step =
                switch (d.below(4)) {
                    case 0 -> new Step.Lookup(map, operands.operand(d, map));
                    case 1 -> update(d);
                    case 2 -> store(d);
                    default -> atomicAdd(d);
                };
        return Command.Run.once(cpus.pick(d), step);
    }

    /// A change of the first 8 bytes of the first element that comes to the same in any order.
    Step counting(Draft d, Handle map, boolean plain) {
        var index = new Operand.Constant(0);
        var amount = new Operand.Constant(operands.number(d));
        if (plain) {
            return new Step.PlainAdd(map, index, 0, Long.BYTES, amount);
        }
        return d.onceIn(2)
                ? new Step.Atomic(map, index, 0, Long.BYTES, COMMUTING.pick(d), amount)
                : new Step.AtomicAdd(map, index, 0, Long.BYTES, amount);
    }

    /// A program of one step for each CPU that is online.
    List<Command> onEachCpu(Step step) {
        return operands.platform().onlineCpus().stream()
                .<Command>map(cpu -> Command.Run.once(cpu, step))
                .toList();
    }

    private Operand number(Draft d) {
        return switch (d.below(24)) {
            case 22 -> new Operand.PacketByte(d.onceIn(4) ? 64 : 23);
            case 23 -> new Operand.PacketLength();
            default -> new Operand.Constant(operands.number(d));
        };
    }

    private Operand index(Draft d, Handle map) {
        return d.onceIn(24) ? new Operand.PacketByte(23) : operands.operand(d, map);
    }

    private Step update(Draft d) {
        var map = operands.map(d);
        return new Step.Update(
                map, index(d, map), operands.programValue(d, map), operands.flags(d));
    }

    private Step load(Draft d) {
        var map = operands.map(d);
        int width = WIDTHS.pick(d);
        return new Step.Load(map, index(d, map), operands.offset(d, map, width), width);
    }

    private Step store(Draft d) {
        var map = operands.map(d);
        int width = WIDTHS.pick(d);
        int offset = operands.offset(d, map, width);
        return new Step.Store(map, index(d, map), offset, width, number(d));
    }

    private Step atomicAdd(Draft d) {
        var map = operands.map(d);
        int width = ATOMIC_WIDTHS.pick(d);
        int offset = operands.offset(d, map, width);
        return new Step.AtomicAdd(map, index(d, map), offset, width, number(d));
    }

    private Step plainAdd(Draft d) {
        var map = operands.map(d);
        int width = WIDTHS.pick(d);
        int offset = operands.offset(d, map, width);
        return new Step.PlainAdd(map, index(d, map), offset, width, number(d));
    }

    private Step lookupPercpu(Draft d) {
        var map = operands.map(d);
        return new Step.LookupPercpu(map, index(d, map), CPUS.pick(d));
    }

    private Step storePercpu(Draft d) {
        var map = operands.map(d);
        int width = WIDTHS.pick(d);
        int offset = operands.offset(d, map, width);
        return new Step.StorePercpu(map, index(d, map), CPUS.pick(d), offset, width, number(d));
    }

    private Step lockedStore(Draft d) {
        var map = operands.map(d);
        return new Step.LockedStore(map, index(d, map), operands.programValue(d, map));
    }

    private Step distance(Draft d) {
        var map = operands.map(d);
        return new Step.Distance(map, index(d, map), index(d, map));
    }

    private Step atomic(Draft d) {
        var map = operands.map(d);
        int width = ATOMIC_WIDTHS.pick(d);
        int offset = operands.offset(d, map, width);
        var operation = AtomicOperation.values()[d.below(AtomicOperation.values().length)];
        return new Step.Atomic(map, index(d, map), offset, width, operation, number(d));
    }

    private Step compareExchange(Draft d) {
        var map = operands.map(d);
        int width = ATOMIC_WIDTHS.pick(d);
        int offset = operands.offset(d, map, width);
        return new Step.CompareExchange(
                map,
                index(d, map),
                offset,
                width,
                new Operand.Constant(NUMBERS.pick(d)),
                number(d));
    }

    private Step updateFrom(Draft d) {
        var map = operands.map(d);
        return new Step.UpdateFrom(map, index(d, map), index(d, map), operands.flags(d));
    }

    private Step directLoad(Draft d) {
        var map = operands.map(d);
        int width = WIDTHS.pick(d);
        return new Step.DirectLoad(map, 4 * d.below(4), operands.offset(d, map, width), width);
    }

    private Step unreached(Draft d) {
        var map = operands.map(d);
        var oddity = Oddity.values()[d.below(Oddity.values().length)];
        boolean numbered = oddity.words().contains(Oddity.NUMBER);
        return new Step.Unreached(map, oddity, numbered ? NUMBERS.pick(d) : 0);
    }
}
