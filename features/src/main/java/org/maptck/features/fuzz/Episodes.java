package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Input;
import org.maptck.model.Iteration;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.MappingUse;
import org.maptck.model.OuterKind;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Protection;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// Several commands that mean something together and that single draws would hardly ever put in a
/// row.
final class Episodes {
    private static final Output FITS = new Output.Fits();
    private static final int LARGE = (1 << 17) + 8;
    private static final Mapping MAPPING = new Mapping(0);
    private static final PinName PIN = new PinName("p");
    private static final Handle OUTER = OuterCalls.OUTERS.table().getFirst();
    private static final TypeShape KEY = TypeShape.of("signed 4");
    private static final Odds<Long> ACCESS =
            Odds.evenly(0L, Flags.RDONLY, Flags.WRONLY, Flags.RDONLY_PROG, Flags.WRONLY_PROG);
    private static final Odds<Long> MODES = Odds.evenly(0L, 0L, Flags.RDONLY, Flags.WRONLY);
    private static final Odds<TypeShape> NUMBERS =
            Odds.evenly("signed 4", "signed 8", "unsigned 4", "signed 1", "alias of signed 2")
                    .map(TypeShape::of);

    /// Not a pointer of the kernel: finding 28 says how some kernels fare with a store over it.
    private static final Odds<TypeShape> HOLDING =
            Odds.evenly("struct 24 with timer at 8", "struct 24 with work-queue at 0")
                    .map(TypeShape::of);

    private static final Odds<TypeShape> KEYS =
            Odds.evenly("signed 4", "unsigned 4", "signed 8", "struct 4", "enum 4", "char 4")
                    .map(TypeShape::of);

    private final Operands operands;
    private final Creations creations;
    private final ElementCalls elements;
    private final Odds<Episode> offered;

    private record Episode(Set<Capability> needs, Function<Draft, List<Command>> maker) {}

    Episodes(Identity identity, Operands operands, Creations creations, ElementCalls elements) {
        this.operands = operands;
        this.creations = creations;
        this.elements = elements;
        offered =
                new Odds<>(
                        all().stream()
                                .filter(it -> identity.capabilities().containsAll(it.needs()))
                                .toList());
    }

    private List<Episode> all() {
        return List.of(
                new Episode(EnumSet.noneOf(Capability.class), this::followed),
                new Episode(EnumSet.of(Capability.ITERATOR, Capability.ACCESS), this::iterated),
                new Episode(EnumSet.of(Capability.INNER, Capability.PERCPU), this::unlike),
                new Episode(EnumSet.of(Capability.MMAP), this::cut),
                new Episode(EnumSet.of(Capability.MMAP), this::outlived),
                new Episode(EnumSet.of(Capability.MMAP, Capability.POINTERS), this::sameMemory),
                new Episode(EnumSet.of(Capability.TYPES, Capability.FILE), this::shown),
                new Episode(EnumSet.of(Capability.TYPES), this::typed),
                new Episode(EnumSet.of(Capability.TYPES, Capability.ACCESS), this::holding));
    }

    List<Command> next(Draft d) {
        return offered.pick(d).maker().apply(d);
    }

    /// A map that is closed, and one of the same size after it.
    private List<Command> followed(Draft d) {
        var spec = MapSpec.of(MapType.ARRAY, d.onceIn(8) ? LARGE : 8, 1);
        return List.of(
                created(d, Handle.A, spec),
                elements.fill(d, Handle.A),
                elements.look(Handle.A),
                new Command.Close(Handle.A),
                created(d, Handle.A, spec),
                elements.look(Handle.A));
    }

    /// A walk before a change and after it, over a map of any mode; what iterators do to maps that
    /// programs may only read is a finding, not news.
    private List<Command> iterated(Draft d) {
        var map = OuterCalls.ITERATED;
        var spec = creations.any(d).withFlags(MODES.pick(d));
        var whole = d.onceIn(4) ? spec.withExclusive(new Input.Given(Bytes.filled(32, 7))) : spec;
        var list = new ArrayList<Command>();
        list.add(created(d, map, whole));
        list.add(elements.fill(d, map));
        list.add(new Command.Iterate(map, new Iteration.Noting(0, 1), d.onceIn(4)));
        list.add(d.onceIn(2) ? new Command.Freeze(map) : elements.fill(d, map));
        var iteration = d.onceIn(2) ? new Iteration.Adding(3) : new Iteration.Noting(0, 1);
        list.add(new Command.Iterate(map, iteration, d.onceIn(4)));
        list.add(elements.look(map));
        return list;
    }

    /// A map of maps, and a map for it that differs from the first in one thing.
    private List<Command> unlike(Draft d) {
        var spec = creations.any(d);
        var kind = Odds.evenly(OuterKind.values()).pick(d);
        return List.of(
                created(d, Handle.A, spec),
                new Command.CreateOuter(OUTER, kind, 2, Handle.A),
                created(d, Handle.named("B"), changed(d, spec)),
                new Command.Insert(OUTER, 0, Handle.named("B")),
                new Command.OpenInner(Handle.named("C"), OUTER, 0));
    }

    private static MapSpec changed(Draft d, MapSpec spec) {
        return switch (d.below(7)) {
            case 0 -> spec;
            case 1, 2 -> MapSpec.of(spec.type(), spec.valueSize(), spec.maxEntries() + 1);
            case 3 -> MapSpec.of(spec.type(), spec.valueSize() + 8, spec.maxEntries());
            case 4 -> spec.withName("another");
            case 5 -> spec.withExclusive(new Input.Given(Bytes.filled(32, 7)));
            default -> MapSpec.of(MapType.ARRAY, 16, spec.maxEntries()).withLock(4 * d.below(3));
        };
    }

    /// A mapping of two pages of which one is left.
    private List<Command> cut(Draft d) {
        long page = operands.platform().pageSize();
        var spec = MapSpec.of(MapType.ARRAY, 8, page / 4).withFlags(Flags.MMAPABLE);
        return List.of(
                created(d, Handle.A, spec),
                mapped(2 * page),
                new Command.UseMapping(MAPPING, MappingUse.CUT),
                new Command.ReadMemory(MAPPING, page - 8 + 8L * d.below(2), 8));
    }

    private Command mapped(long length) {
        return new Command.MapMemory(MAPPING, Handle.A, 0, length, Protection.READ_WRITE, true);
    }

    /// A mapping of a map whose descriptor now is that of another.
    private List<Command> outlived(Draft d) {
        var spec = MapSpec.of(MapType.ARRAY, 8, 1 + d.below(3)).withFlags(Flags.MMAPABLE);
        return List.of(
                created(d, Handle.A, spec),
                mapped(operands.platform().pageSize()),
                elements.fill(d, Handle.A),
                created(d, Handle.A, spec),
                new Command.ReadMemory(MAPPING, 0, 24),
                new Command.WriteMemory(MAPPING, 0, Bytes.filled(8, 7)),
                elements.look(Handle.A));
    }

    /// A call whose key and answer are the same bytes.
    private List<Command> sameMemory(Draft d) {
        var spec = MapSpec.of(MapType.ARRAY, 4, 3).withFlags(Flags.MMAPABLE);
        var in = new Input.InMapping(MAPPING, 0);
        var out = new Output.InMapping(MAPPING, 0);
        return List.of(
                created(d, Handle.A, spec),
                mapped(operands.platform().pageSize()),
                new Command.WriteMemory(
                        MAPPING, 0, operands.platform().key(d.below(3)).then(Bytes.filled(12, 7))),
                switch (d.below(3)) {
                    case 0 -> new Command.NextKey(Handle.A, in, out);
                    case 1 -> new Command.Lookup(Handle.A, in, Flags.ANY, out);
                    default -> new Command.LookupBatch(Handle.A, in, out, FITS, out, 2, Flags.ANY);
                },
                new Command.ReadMemory(MAPPING, 0, 16));
    }

    /// Numbers as the file of a map shows them.
    private List<Command> shown(Draft d) {
        var type = NUMBERS.pick(d);
        int word = operands.platform().wordSize();
        var spec = MapSpec.of(MapType.ARRAY, type.size(word), 2);
        return List.of(
                created(d, Handle.A, spec, Types.own(KEY, type)),
                elements.fill(d, Handle.A),
                new Command.Pin(Handle.A, PIN),
                new Command.ReadPin(PIN));
    }

    /// A map whose keys or values have a type, which may be none for them.
    private List<Command> typed(Draft d) {
        int word = operands.platform().wordSize();
        if (d.onceIn(3)) {
            var section = TypeShape.of("section 8");
            var alone = new Types(Types.Source.OWN, Optional.empty(), Optional.of(section));
            var spec = MapSpec.of(MapType.ARRAY, section.size(word), 1 + d.below(2));
            return List.of(created(d, Handle.A, spec, alone));
        }
        var value = NUMBERS.pick(d);
        var spec = MapSpec.of(MapType.ARRAY, value.size(word), 1);
        return List.of(created(d, Handle.A, spec, Types.own(KEYS.pick(d), value)));
    }

    /// A map whose values hold a field of the kernel's.
    private List<Command> holding(Draft d) {
        var value = HOLDING.pick(d);
        var type = d.onceIn(3) ? MapType.PERCPU_ARRAY : MapType.ARRAY;
        var spec =
                MapSpec.of(type, value.size(operands.platform().wordSize()), 1 + d.below(2))
                        .withFlags(d.onceIn(3) ? ACCESS.pick(d) : 0);
        return List.of(
                created(d, Handle.A, spec, Types.own(KEY, value)),
                elements.fill(d, Handle.A),
                elements.look(Handle.A));
    }

    private static Command created(Draft d, Handle map, MapSpec spec) {
        d.asked(map, spec);
        return new Command.Create(map, spec);
    }

    private static Command created(Draft d, Handle map, MapSpec spec, Types types) {
        d.asked(map, spec);
        return new Command.Create(map, spec, Extras.NONE.withTypes(types));
    }
}
