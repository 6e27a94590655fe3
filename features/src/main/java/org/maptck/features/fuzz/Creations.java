package org.maptck.features.fuzz;

import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// Creations: mostly of small maps that there are, some of maps that are refused.
@SuppressWarnings("EnumOrdinal")
final class Creations {
    private static final Odds<Integer> SIZES =
            Odds.evenly(8, 8, 4, 1, 3, 5, 9, 12, 16, 24).and(1, 64);
    private static final Odds<Integer> ENTRIES = Odds.evenly(3, 1, 2, 4, 5, 7);
    private static final Odds<Integer> MORE_ENTRIES =
            Odds.evenly(20, 65, 129, 256, 257, 512, 513, 600);
    private static final Odds<Long> FLAGS =
            Odds.of(4, 0L)
                    .and(3, Flags.MMAPABLE)
                    .and(1, Flags.RDONLY)
                    .and(1, Flags.WRONLY)
                    .and(1, Flags.RDONLY_PROG)
                    .and(1, Flags.WRONLY_PROG)
                    .and(1, Flags.INNER_MAP)
                    .and(1, Flags.MMAPABLE | Flags.RDONLY_PROG);
    private static final Odds<Long> ODD_FLAGS =
            Odds.evenly(
                    0L,
                    0L,
                    0L,
                    Flags.NUMA_NODE,
                    Flags.NO_PREALLOC,
                    Flags.INNER_MAP,
                    Flags.RDONLY | Flags.WRONLY,
                    Flags.RDONLY_PROG | Flags.WRONLY_PROG,
                    Flags.RDONLY | Flags.RDONLY_PROG,
                    Flags.WRONLY | Flags.WRONLY_PROG,
                    Flags.MMAPABLE | Flags.INNER_MAP,
                    Flags.MMAPABLE | Flags.NUMA_NODE);
    private static final long FAR_TOO_LARGE = 1L << 14;
    private static final long FAR_TOO_MANY = 1L << 30;
    private static final Odds<Integer> LOCKS = Odds.evenly(0, 4, 8, 12, 1, 2, 14);
    private static final Odds<Integer> NODES = Odds.evenly(0, -1, 1, 64, 1 << 20);
    private static final Odds<Long> EXTRAS = Odds.of(6, 0L).and(1, 1L).and(1, 1L << 32);
    private static final Odds<String> NAMES =
            Odds.evenly(
                    "",
                    "a_name",
                    "with space",
                    "fifteen_letters",
                    "sixteen__letters",
                    "dot.ted",
                    "a-b");

    private static final Odds<Integer> DEVICES =
            Odds.of(3, 0).and(1, Extras.LOOPBACK).and(1, Extras.NO_DEVICE);
    private static final Odds<TypeShape> SHAPES =
            Odds.evenly(
                            "signed 8",
                            "signed 4",
                            "unsigned 4",
                            "char 1",
                            "unsigned 4 of 16 bits",
                            "enum 4",
                            "alias of signed 4",
                            "struct 5",
                            "struct 12",
                            "pointer",
                            "section 8")
                    .map(TypeShape::of);

    private final Odds<MapType> types;
    private final boolean locks;
    private final boolean typed;
    private final boolean access;
    private final Odds<Long> oddSizes;
    private final int page;
    private final Operands operands;

    Creations(Identity identity, Operands operands) {
        var offered = identity.capabilities();
        types =
                offered.contains(Capability.PERCPU)
                        ? Odds.of(3, MapType.ARRAY).and(2, MapType.PERCPU_ARRAY)
                        : Odds.of(1, MapType.ARRAY);
        locks = offered.contains(Capability.LOCK);
        typed = offered.contains(Capability.TYPES);
        access = offered.contains(Capability.ACCESS) && offered.contains(Capability.MMAP);
        long limit = identity.platform().perCpuLimit();
        oddSizes =
                Odds.evenly(
                        8L,
                        8L,
                        8L,
                        8L,
                        0L,
                        1L,
                        limit - 7,
                        limit,
                        limit + 1,
                        (1L << 17) + 8,
                        5L << 20,
                        1L << 31,
                        0xffff_ffffL);
        page = identity.platform().pageSize();
        this.operands = operands;
    }

    Command create(Draft d) {
        var map = operands.map(d);
        if (typed && d.onceIn(12)) {
            var spec = unlocked(d);
            d.asked(map, spec);
            return new Command.Create(map, spec, extras(d));
        }
        return create(d, map, d.onceIn(8) ? odd(d) : spec(d));
    }

    /// A map that there will be.
    Command first(Draft d) {
        return create(d, Handle.A, spec(d));
    }

    /// A map that can be mapped.
    Command mappable(Draft d) {
        var spec = MapSpec.of(MapType.ARRAY, SIZES.pick(d), entries(d, 8, 0));
        return create(d, Handle.A, spec.withFlags(Flags.MMAPABLE));
    }

    /// An array map of 8-byte values.
    Command array(Draft d, Handle map) {
        return create(d, map, MapSpec.of(MapType.ARRAY, 8, 3));
    }

    /// A per-CPU map of 8-byte values.
    Command counters(Draft d, Handle map) {
        return create(d, map, MapSpec.of(MapType.PERCPU_ARRAY, 8, 3));
    }

    /// A map without flags of access.
    Command unrestricted(Draft d, Handle map) {
        return create(d, map, any(d));
    }

    /// The sizes of a map without flags.
    MapSpec any(Draft d) {
        return MapSpec.of(types.pick(d), SIZES.pick(d), ENTRIES.pick(d));
    }

    /// A map that there will be, and that programs may load from and store to.
    Command forPrograms(Draft d, Handle map) {
        if (locks && d.onceIn(8)) {
            return create(d, map, MapSpec.of(MapType.ARRAY, 16, ENTRIES.pick(d)).withLock(4));
        }
        var type = types.pick(d);
        int size = SIZES.pick(d);
        boolean mappable = access && type == MapType.ARRAY && d.onceIn(3);
        var spec = MapSpec.of(type, size, entries(d, size, 0));
        return create(d, map, mappable ? spec.withFlags(Flags.MMAPABLE) : spec);
    }

    private static Command create(Draft d, Handle map, MapSpec spec) {
        d.asked(map, spec);
        return new Command.Create(map, spec);
    }

    private static Extras extras(Draft d) {
        var types = d.onceIn(2) ? Types.NONE : types(d);
        return d.onceIn(2)
                ? new Extras(
                        foreign(d),
                        DEVICES.pick(d),
                        d.onceIn(4) ? 1 : 0,
                        foreign(d),
                        foreign(d),
                        types)
                : Extras.NONE.withTypes(types);
    }

    private static ForeignDescriptor foreign(Draft d) {
        return Odds.evenly(ForeignDescriptor.values()).pick(d);
    }

    private static Types types(Draft d) {
        if (d.onceIn(2)) {
            return Types.own(TypeShape.of("signed 4"), SHAPES.pick(d));
        }
        return new Types(
                Odds.evenly(Types.Source.values()).pick(d),
                d.onceIn(3) ? Optional.empty() : Optional.of(SHAPES.pick(d)),
                d.onceIn(3) ? Optional.empty() : Optional.of(SHAPES.pick(d)));
    }

    private MapSpec spec(Draft d) {
        if (locks && d.onceIn(8)) {
            return locked(d);
        }
        return unlocked(d);
    }

    private MapSpec unlocked(Draft d) {
        var type = types.pick(d);
        long flags = access ? FLAGS.pick(d) : 0;
        int size = d.onceIn(128) ? page - 8 * (d.below(3) - 1) : SIZES.pick(d);
        return MapSpec.of(type, size, entries(d, size, flags)).withFlags(flags);
    }

    /// A value with a lock, where it may be or where it is refused.
    private MapSpec locked(Draft d) {
        var type = d.onceIn(8) ? types.pick(d) : MapType.ARRAY;
        long flags = access && d.onceIn(8) ? FLAGS.pick(d) : 0;
        return MapSpec.of(type, 16, entries(d, 16, flags)).withLock(LOCKS.pick(d)).withFlags(flags);
    }

    /// One element where programs may only read: the kernel's row of `program.frozen.load-several`
    /// is a finding, not news.
    private static int entries(Draft d, int size, long flags) {
        if ((flags & Flags.RDONLY_PROG) != 0) {
            return 1;
        }
        return size < 64 && d.onceIn(12) ? MORE_ENTRIES.pick(d) : ENTRIES.pick(d);
    }

    /// None, one, or more than any machine has memory for.
    private static long oddEntries(Draft d, long size) {
        if (d.onceIn(8)) {
            return 0;
        }
        return size > FAR_TOO_LARGE && d.onceIn(4) ? FAR_TOO_MANY : 1;
    }

    private static Input hash(Draft d) {
        return switch (d.below(6)) {
            case 0 -> new Input.Null();
            case 1 -> new Input.Unreadable();
            case 2 -> new Input.Given(Bytes.filled(31, 7));
            default -> new Input.Given(Bytes.filled(32, 7));
        };
    }

    private MapSpec odd(Draft d) {
        return d.onceIn(2) ? manyOdd(d) : oneOdd(d);
    }

    /// A map that one thing may be wrong with.
    private MapSpec oneOdd(Draft d) {
        var spec = any(d);
        return switch (d.below(7)) {
            case 0 -> spec.withKeySize(d.below(9));
            case 1 -> MapSpec.of(spec.type(), oddSizes.pick(d), 1);
            case 2 -> MapSpec.of(spec.type(), spec.valueSize(), 0);
            case 3 -> spec.withFlags(d.onceIn(2) ? 1L << d.below(32) : ODD_FLAGS.pick(d));
            case 4 -> spec.withName(NAMES.pick(d));
            case 5 -> spec.withFlags(Flags.NUMA_NODE).withNumaNode(NODES.pick(d));
            default ->
                    d.onceIn(2) ? spec.withExclusive(hash(d)) : spec.withMapExtra(EXTRAS.pick(d));
        };
    }

    private MapSpec manyOdd(Draft d) {
        var type = Odds.evenly(MapType.values()).pick(d);
        long size = oddSizes.pick(d);
        return new MapSpec(
                type,
                d.onceIn(4) ? d.below(9) : MapSpec.KEY_SIZE,
                size,
                oddEntries(d, size),
                d.onceIn(4) ? 1L << d.below(32) : ODD_FLAGS.pick(d),
                d.onceIn(2) ? NAMES.pick(d) : "",
                NODES.pick(d),
                EXTRAS.pick(d),
                Optional.empty(),
                d.onceIn(8) ? Optional.of(hash(d)) : Optional.empty());
    }
}
