package org.maptck.features;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;

import java.util.List;
import java.util.Optional;

/// Lists of commands on every face, weighted towards what is small and what is just past an edge.
final class CommandLists {
    private static final int LONGEST = 24;
    private static final List<Integer> SIZES = List.of(1, 3, 4, 5, 8, 9, 12, 16, 24);

    private final Platform platform;

    CommandLists(Platform platform) {
        this.platform = platform;
    }

    /// Lists that begin with the creation of a map, so that there is something to talk about.
    Arbitrary<List<Command>> lists() {
        return Combinators.combine(create(), commands().list().ofMaxSize(LONGEST))
                .as((first, rest) -> {
                    var all = new java.util.ArrayList<Command>();
                    all.add(first);
                    all.addAll(rest);
                    return List.copyOf(all);
                });
    }

    private Arbitrary<Command> commands() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, create()),
                Tuple.of(1, handles().map(Command.Close::new)),
                Tuple.of(6, lookup()),
                Tuple.of(8, update()),
                Tuple.of(1, Combinators.combine(handles(), keys()).as(Command.Delete::new)),
                Tuple.of(1, lookupAndDelete()),
                Tuple.of(2, nextKey()),
                Tuple.of(3, lookupBatch()),
                Tuple.of(3, updateBatch()),
                Tuple.of(1, refusedBatch()),
                Tuple.of(1, handles().map(Command.Freeze::new)),
                Tuple.of(1, handles().map(Command.GetInfo::new)),
                Tuple.of(3, map()),
                Tuple.of(4, memory()),
                Tuple.of(1, protect()),
                Tuple.of(1, mappings().map(Command.Unmap::new)),
                Tuple.of(5, run()),
                Tuple.of(3, identity()),
                Tuple.of(3, enveloped()));
    }

    private Arbitrary<Command> enveloped() {
        var ends = Arbitraries.of(4, 16, 24, 32, 47, 56, 92, 167, 168, 256, 4095);
        var sizes = Arbitraries.of(8L, 16L, 24L, 32L, 72L, 168L, 4096L, 4097L, 1L << 32 | 168);
        var envelopes =
                Arbitraries.oneOf(
                        ends.map(Envelope.USUAL::with),
                        sizes.map(Envelope.USUAL::ofSize),
                        Combinators.combine(sizes, ends)
                                .as((s, e) -> Envelope.USUAL.ofSize(s).with(e)),
                        Arbitraries.of(
                                Envelope.USUAL.unreadable(), Envelope.USUAL.forCommand(1000)));
        var commands =
                Arbitraries.oneOf(
                        create(),
                        lookup(),
                        update(),
                        nextKey(),
                        lookupBatch(),
                        updateBatch(),
                        handles().map(Command.Freeze::new),
                        handles().map(Command.GetInfo::new));
        return Combinators.combine(commands, envelopes).as(CommandLists::wrapped);
    }

    /// The command itself where it does not fit into the envelope.
    private static Command wrapped(Command command, Envelope envelope) {
        try {
            return new Command.Enveloped((Command.Call) command, envelope);
        } catch (IllegalArgumentException _) {
            return command;
        }
    }

    private Arbitrary<Command> identity() {
        var names = Arbitraries.of("p", "p", "q", "a.b", ".").map(PinName::new);
        var modes = Arbitraries.of(0L, 0L, Flags.RDONLY, Flags.WRONLY, 0x18L, 1L, Flags.PATH_FD);
        return Arbitraries.oneOf(
                Combinators.combine(handles(), handles()).as(Command.Duplicate::new),
                Combinators.combine(handles(), handles(), modes).as(Command.OpenById::new),
                Combinators.combine(handles(), names).as(Command.Pin::new),
                Combinators.combine(handles(), names, modes).as(Command.OpenPin::new),
                names.map(Command.Unpin::new));
    }

    private static Arbitrary<Handle> handles() {
        return Arbitraries.frequency(
                Tuple.of(8, Handle.A),
                Tuple.of(3, Handle.named("B")),
                Tuple.of(1, Handle.named("C")));
    }

    private static Arbitrary<Mapping> mappings() {
        return Arbitraries.integers().between(0, 2).map(Mapping::new);
    }

    private Arbitrary<Command> create() {
        return Combinators.combine(handles(), specs()).as(Command.Create::new);
    }

    private Arbitrary<MapSpec> specs() {
        var usual =
                Combinators.combine(
                                Arbitraries.of(MapType.ARRAY, MapType.PERCPU_ARRAY),
                                Arbitraries.of(SIZES),
                                Arbitraries.of(1, 2, 3, 5),
                                Arbitraries.of(
                                        0L,
                                        0L,
                                        0L,
                                        Flags.MMAPABLE,
                                        Flags.MMAPABLE,
                                        Flags.RDONLY,
                                        Flags.WRONLY,
                                        Flags.RDONLY_PROG,
                                        Flags.WRONLY_PROG,
                                        Flags.MMAPABLE | Flags.RDONLY_PROG))
                        .as((type, size, entries, flags) ->
                                MapSpec.of(type, size, readable(entries, flags)).withFlags(flags));
        var locked =
                Arbitraries.of(0, 4, 8)
                        .map(offset -> MapSpec.of(MapType.ARRAY, 16, 3).withLock(offset));
        return Arbitraries.frequencyOf(
                Tuple.of(20, usual), Tuple.of(3, locked), Tuple.of(4, oddSpecs()));
    }

    /// One element where programs may only read: the kernel's row of `program.frozen.load-several`
    /// is a finding, not news.
    private static int readable(int entries, long flags) {
        return (flags & Flags.RDONLY_PROG) == 0 ? entries : 1;
    }

    private Arbitrary<MapSpec> oddSpecs() {
        return Combinators.combine(
                        Arbitraries.of(MapType.values()),
                        Arbitraries.of(0L, 3L, 4L, 5L),
                        Arbitraries.of(
                                0L,
                                1L,
                                platform.perCpuLimit(),
                                platform.perCpuLimit() + 1,
                                1L << 31,
                                0xffff_ffffL),
                        Arbitraries.of(0L, 1L, 2L),
                        Arbitraries.integers().between(0, 31).map(bit -> 1L << bit),
                        Arbitraries.of("", "a_name", "with space", "sixteen_letters_"))
                .as((type, key, value, entries, flags, name) ->
                        new MapSpec(
                                type, key, value, entries, flags, name, 0, 0, Optional.empty()));
    }

    private Arbitrary<Long> indexes() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.longs().between(0, 5)),
                Tuple.of(1, Arbitraries.of(256L, 0x8000_0000L, 0xffff_fffeL, 0xffff_ffffL)));
    }

    private Arbitrary<Input> keys() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, indexes().map(index -> new Input.Given(platform.key(index)))),
                Tuple.of(1, bytes(3).map(Input.Given::new)),
                Tuple.of(1, Arbitraries.of(new Input.Null(), new Input.Unreadable())));
    }

    private static Arbitrary<Bytes> bytes(int size) {
        return Arbitraries.bytes().array(byte[].class).ofSize(size).map(Bytes::of);
    }

    private Arbitrary<Input> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of(SIZES).flatMap(this::userValue).map(Input.Given::new)),
                Tuple.of(1, Arbitraries.of(new Input.Null(), new Input.Unreadable())));
    }

    /// Enough bytes for a value of that size, of either map type.
    private Arbitrary<Bytes> userValue(int size) {
        int stride = (size + 7) / 8 * 8;
        return Arbitraries.of(size, stride * platform.cpuCount()).flatMap(CommandLists::bytes);
    }

    private static Arbitrary<Long> flags() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(Flags.ANY)),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                Flags.NOEXIST,
                                Flags.EXIST,
                                Flags.NOEXIST | Flags.EXIST,
                                Flags.LOCK,
                                Flags.LOCK | Flags.EXIST,
                                Flags.CPU,
                                Flags.ALL_CPUS,
                                1L << 32,
                                1L << 63,
                                -1L)));
    }

    private static Arbitrary<Output> outputs() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.just(new Output.Fits())),
                Tuple.of(2, Arbitraries.of(1, 4, 8, 16, 48).map(Output.Room::new)),
                Tuple.of(1, Arbitraries.just(new Output.Null())));
    }

    private Arbitrary<Command> lookup() {
        return Combinators.combine(handles(), keys(), flags(), outputs()).as(Command.Lookup::new);
    }

    private Arbitrary<Command> update() {
        return Combinators.combine(handles(), keys(), values(), flags()).as(Command.Update::new);
    }

    private Arbitrary<Command> lookupAndDelete() {
        return Combinators.combine(handles(), keys(), flags())
                .as((map, key, flags) ->
                        new Command.LookupAndDelete(map, key, flags, new Output.Fits()));
    }

    private Arbitrary<Command> nextKey() {
        return Combinators.combine(handles(), keys(), outputs()).as(Command.NextKey::new);
    }

    private Arbitrary<Command> lookupBatch() {
        return Combinators.combine(handles(), keys(), counts(), flags())
                .as((map, start, count, flags) ->
                        new Command.LookupBatch(
                                map,
                                start,
                                new Output.Fits(),
                                new Output.Fits(),
                                new Output.Fits(),
                                count,
                                flags));
    }

    private static Arbitrary<Long> counts() {
        return Arbitraries.longs().between(0, 6);
    }

    private Arbitrary<Command> updateBatch() {
        var keys =
                indexes()
                        .list()
                        .ofMaxSize(4)
                        .map(list ->
                                list.stream().map(platform::key).reduce(Bytes.EMPTY, Bytes::then));
        var values = Arbitraries.of(4, 16, 64, 96).flatMap(CommandLists::bytes);
        return Combinators.combine(handles(), keys, values, counts(), flags())
                .as((map, key, value, count, flags) ->
                        new Command.UpdateBatch(
                                map, new Input.Given(key), new Input.Given(value), count, flags));
    }

    private Arbitrary<Command> refusedBatch() {
        return Combinators.combine(
                        handles(), keys(), counts(), flags(), Arbitraries.of(true, false))
                .as((map, key, count, flags, look) ->
                        look
                                ? new Command.LookupAndDeleteBatch(map, key, count, flags)
                                : new Command.DeleteBatch(map, key, count, flags));
    }

    private Arbitrary<Long> offsets() {
        long page = platform.pageSize();
        return Arbitraries.of(0L, 1L, 4L, 8L, 16L, 24L, 40L, page - 8, page - 1, page, page + 8);
    }

    private static Arbitrary<Protection> protections() {
        return Arbitraries.of(
                Protection.READ_WRITE,
                Protection.READ_WRITE,
                Protection.READ,
                Protection.WRITE,
                Protection.NONE,
                new Protection(true, false, true));
    }

    private Arbitrary<Command> map() {
        long page = platform.pageSize();
        return Combinators.combine(
                        mappings(),
                        handles(),
                        Arbitraries.frequency(
                                Tuple.of(8, 0L),
                                Tuple.of(1, page),
                                Tuple.of(1, 8L),
                                Tuple.of(1, -page)),
                        Arbitraries.frequency(
                                Tuple.of(6, page),
                                Tuple.of(2, 1L),
                                Tuple.of(1, 0L),
                                Tuple.of(1, page + 1)),
                        protections(),
                        Arbitraries.frequency(Tuple.of(8, true), Tuple.of(1, false)))
                .as(Command.MapMemory::new);
    }

    private Arbitrary<Command> memory() {
        var read =
                Combinators.combine(mappings(), offsets(), Arbitraries.of(1, 4, 8, 12))
                        .as((mapping, offset, size) ->
                                (Command) new Command.ReadMemory(mapping, offset, size));
        var write =
                Combinators.combine(
                                mappings(),
                                offsets(),
                                Arbitraries.of(1, 4, 8, 12).flatMap(CommandLists::bytes))
                        .as((mapping, offset, bytes) ->
                                (Command) new Command.WriteMemory(mapping, offset, bytes));
        var add =
                Combinators.combine(
                                mappings(),
                                Arbitraries.of(0L, 8L, 16L, 24L),
                                Arbitraries.of(4, 8),
                                Arbitraries.longs())
                        .as((mapping, offset, width, addend) ->
                                (Command) new Command.AddMemory(mapping, offset, width, addend));
        return Arbitraries.oneOf(read, write, add);
    }

    private Arbitrary<Command> protect() {
        return Combinators.combine(mappings(), protections()).as(Command.Protect::new);
    }

    private Arbitrary<Command> run() {
        return Combinators.combine(
                        Arbitraries.of(platform.onlineCpus()),
                        Arbitraries.of(1, 1, 1, 3),
                        steps().list().ofMinSize(1).ofMaxSize(4))
                .as((cpu, repeat, steps) ->
                        new Command.Run(cpu, Command.Run.NO_PACKET, repeat, steps));
    }

    private Arbitrary<Operand> operands() {
        return indexes().map(Operand.Constant::new);
    }

    private Arbitrary<Step> steps() {
        var widths = Arbitraries.of(1, 2, 4, 8);
        var parts = Arbitraries.of(0, 1, 4, 8, 16);
        var numbers = Arbitraries.longs().map(n -> (Operand) new Operand.Constant(n));
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(handles(), operands()).as(Step.Lookup::new)),
                Tuple.of(
                        3,
                        Combinators.combine(
                                        handles(),
                                        operands(),
                                        Arbitraries.of(SIZES).flatMap(CommandLists::bytes),
                                        flags())
                                .as(Step.Update::new)),
                Tuple.of(1, Combinators.combine(handles(), operands()).as(Step.Delete::new)),
                Tuple.of(
                        2,
                        Combinators.combine(handles(), operands(), parts, widths)
                                .as(Step.Load::new)),
                Tuple.of(
                        2,
                        Combinators.combine(handles(), operands(), parts, widths, numbers)
                                .as(Step.Store::new)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        handles(), operands(), parts, Arbitraries.of(4, 8), numbers)
                                .as(Step.AtomicAdd::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        handles(),
                                        operands(),
                                        Arbitraries.of(0L, 1L, 2L, 0xffff_ffffL))
                                .as(Step.LookupPercpu::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        handles(),
                                        operands(),
                                        Arbitraries.of(0L, 1L, 2L),
                                        parts,
                                        widths,
                                        numbers)
                                .as(Step.StorePercpu::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        handles(),
                                        Arbitraries.of(0L, 0L, 1L),
                                        Arbitraries.of(0, 0, 1, 2))
                                .as(Step.ForEach::new)),
                Tuple.of(
                        1,
                        Combinators.combine(handles(), operands(), bytes(16))
                                .as(Step.LockedStore::new)),
                Tuple.of(1, Combinators.combine(handles(), operands()).as(Step.Misalignment::new)),
                Tuple.of(2, changes(parts, numbers)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        handles(),
                                        Arbitraries.of(Oddity.values()),
                                        Arbitraries.of(0L, 1L, 3L, 4L, 7L, 8L, -1L))
                                .as(Step.Unreached::new)));
    }

    private Arbitrary<Step> changes(Arbitrary<Integer> parts, Arbitrary<Operand> numbers) {
        var widths = Arbitraries.of(4, 8);
        return Arbitraries.oneOf(
                Combinators.combine(handles(), operands(), parts, widths, numbers)
                        .as(Step.PlainAdd::new),
                Combinators.combine(
                                handles(),
                                operands(),
                                parts,
                                widths,
                                Arbitraries.of(AtomicOperation.values()),
                                numbers)
                        .as(Step.Atomic::new),
                Combinators.combine(handles(), operands(), parts, widths, numbers, numbers)
                        .as(Step.CompareExchange::new),
                Combinators.combine(handles(), operands(), operands(), flags())
                        .as(Step.UpdateFrom::new));
    }
}
