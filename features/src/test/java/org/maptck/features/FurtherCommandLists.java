package org.maptck.features;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Extras;
import org.maptck.model.FileUse;
import org.maptck.model.Flags;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Handle;
import org.maptck.model.InfoRequest;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.MappingOption;
import org.maptck.model.MappingUse;
import org.maptck.model.Oddity;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Privilege;
import org.maptck.model.Protection;
import org.maptck.model.Step;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lists of commands with further fields, of callers of fewer privileges, and about what a map
/// leaves in memory and in files.
final class FurtherCommandLists {
    private static final int LONGEST = 20;

    private final Platform platform;

    FurtherCommandLists(Platform platform) {
        this.platform = platform;
    }

    Arbitrary<List<Command>> lists() {
        return Combinators.combine(create(), commands().list().ofMaxSize(LONGEST))
                .as((first, rest) -> {
                    var all = new ArrayList<Command>();
                    all.add(first);
                    all.addAll(rest);
                    return List.copyOf(all);
                });
    }

    private Arbitrary<Command> commands() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, create()),
                Tuple.of(4, update()),
                Tuple.of(3, mapping()),
                Tuple.of(3, use()),
                Tuple.of(3, readInfo()),
                Tuple.of(2, handles().map(Command.ShowDescriptor::new)),
                Tuple.of(
                        1,
                        Combinators.combine(handles(), Arbitraries.of(FileUse.values()))
                                .as(Command.UseFile::new)),
                Tuple.of(2, handles().map(Command.Freeze::new)),
                Tuple.of(2, pins()),
                Tuple.of(5, deprived()));
    }

    private static Arbitrary<Handle> handles() {
        return Arbitraries.frequency(Tuple.of(5, Handle.A), Tuple.of(2, Handle.named("B")));
    }

    private static Arbitrary<Command> create() {
        return Combinators.combine(handles(), specs(), extras()).as(Command.Create::new);
    }

    private static Arbitrary<MapSpec> specs() {
        return Combinators.combine(
                        Arbitraries.of(MapType.ARRAY, MapType.ARRAY, MapType.PERCPU_ARRAY),
                        Arbitraries.of(1, 4, 5, 8, 12),
                        Arbitraries.of(1, 2, 3, 600),
                        Arbitraries.of(
                                0L,
                                0L,
                                Flags.MMAPABLE,
                                Flags.MMAPABLE,
                                Flags.RDONLY,
                                Flags.WRONLY,
                                Flags.RDONLY_PROG,
                                Flags.TOKEN_FD),
                        Arbitraries.of("", "", "m", "sixteen____bytes"))
                .as((type, size, entries, flags, name) ->
                        MapSpec.of(type, size, entries).withFlags(flags).withName(name));
    }

    private static Arbitrary<Extras> extras() {
        var foreign = Arbitraries.of(ForeignDescriptor.values());
        var odd =
                Combinators.combine(
                                foreign,
                                Arbitraries.of(0, 0, 0, Extras.LOOPBACK, Extras.NO_DEVICE),
                                Arbitraries.of(0, 0, 0, 1),
                                foreign,
                                foreign,
                                types())
                        .as(Extras::new);
        return Arbitraries.oneOf(
                Arbitraries.just(Extras.NONE), types().map(Extras.NONE::withTypes), odd);
    }

    private static Arbitrary<Types> types() {
        var shapes =
                Arbitraries.of(
                                "unsigned 4",
                                "signed 4",
                                "signed 8",
                                "char 1",
                                "unsigned 4 of 16 bits",
                                "enum 4",
                                "alias of signed 4",
                                "struct 5",
                                "struct 12",
                                "pointer",
                                "section 8")
                        .map(TypeShape::of);
        var own =
                Combinators.combine(Arbitraries.just(TypeShape.of("signed 4")), shapes)
                        .as(Types::own);
        var any =
                Combinators.combine(
                                Arbitraries.of(Types.Source.values()),
                                shapes.optional(),
                                shapes.optional())
                        .as(Types::new);
        return Arbitraries.oneOf(Arbitraries.just(Types.NONE), own, any);
    }

    private Arbitrary<Command> update() {
        return Combinators.combine(
                        handles(), Arbitraries.of(0, 1, 2), Arbitraries.integers().between(0, 255))
                .as((map, index, fill) ->
                        new Command.Update(
                                map,
                                new Input.Given(platform.key(index)),
                                new Input.Given(Bytes.filled(16 * platform.cpuCount(), fill)),
                                0));
    }

    private Arbitrary<Command> mapping() {
        long page = platform.pageSize();
        return Combinators.combine(
                        handles(),
                        Arbitraries.of(page, 2 * page),
                        Arbitraries.of(Protection.READ, Protection.READ_WRITE),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(MappingOption.values()))
                .as((map, length, protection, shared, option) ->
                        new Command.MapMemory(
                                new Mapping(0), map, 0, length, protection, shared, option));
    }

    private Arbitrary<Command> use() {
        var mapping = new Mapping(0);
        return Arbitraries.oneOf(
                Arbitraries.of(MappingUse.values()).map(u -> new Command.UseMapping(mapping, u)),
                Arbitraries.of(0L, 8L, (long) platform.pageSize())
                        .map(offset -> new Command.ReadMemory(mapping, offset, 8)),
                Arbitraries.of(0L, 8L)
                        .map(offset ->
                                new Command.WriteMemory(mapping, offset, Bytes.filled(8, 7))),
                Arbitraries.of(Protection.NONE, Protection.READ, Protection.READ_WRITE)
                        .map(p -> new Command.Protect(mapping, p)));
    }

    private static Arbitrary<Command> readInfo() {
        var hash =
                Combinators.combine(
                                Arbitraries.of(0, 31, 32, 32, 32),
                                Arbitraries.of(true, true, false),
                                Arbitraries.of(true, true, false))
                        .as(InfoRequest.Hash::new);
        var asked = hash.map(h -> new InfoRequest(104, 88, true, Optional.of(h)));
        var plain =
                Combinators.combine(
                                Arbitraries.of(0, 1, 8, 40, 80, 88, 104, 105, 4096, 4097),
                                Arbitraries.of(0, 88, 99, 101, 5000),
                                Arbitraries.of(true, true, false))
                        .as((length, filled, present) ->
                                new InfoRequest(
                                        length,
                                        Math.min(filled, length),
                                        present,
                                        Optional.empty()));
        return Combinators.combine(handles(), Arbitraries.oneOf(asked, plain))
                .as(Command.ReadInfo::new);
    }

    private static Arbitrary<Command> pins() {
        var names = Arbitraries.of("p", "p", "q", "a.b", ".").map(PinName::new);
        return Arbitraries.oneOf(
                Combinators.combine(handles(), names).as(Command.Pin::new),
                names.map(Command.ReadPin::new));
    }

    private Arbitrary<Command> deprived() {
        var oddities =
                Arbitraries.of(Oddity.UNCHECKED, Oddity.UNINITIALISED_KEY, Oddity.POINTER_STORED);
        var programs =
                Combinators.combine(handles(), oddities, Arbitraries.of(0, 1, 2))
                        .as((map, oddity, number) ->
                                Command.Run.once(
                                        platform.onlineCpus().getFirst(),
                                        new Step.Unreached(map, oddity, number)));
        var lookups =
                handles()
                        .map(map ->
                                new Command.Lookup(
                                        map,
                                        new Input.Given(platform.key(0)),
                                        0,
                                        new Output.Fits()));
        var commands =
                Arbitraries.<Command>oneOf(
                        create(),
                        programs.map(run -> (Command) run),
                        lookups.map(lookup -> (Command) lookup),
                        handles().map(Command.Freeze::new),
                        handles().map(Command.GetInfo::new),
                        readInfo(),
                        pins(),
                        Combinators.combine(handles(), handles(), Arbitraries.of(0L, 8L, 24L, 1L))
                                .as(Command.OpenById::new));
        Arbitrary<Set<Privilege>> privileges = Arbitraries.of(Privilege.values()).set();
        return Combinators.combine(commands, privileges).as(Command.Deprived::new);
    }
}
