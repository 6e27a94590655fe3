package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.MapSpec;
import org.maptck.model.Operand;
import org.maptck.model.Profile;
import org.maptck.model.Step;

/// Lists that ask at the speed of programs: a map or two, then programs of very many steps. The
/// steps of a list are of a few kinds, all of which load; indexes, flags and values differ.
@SuppressWarnings("EnumOrdinal")
final class LongRuns {
    private static final int MOST_KINDS = 12;
    private static final long LAST_LOOK = 64;
    private static final Odds<Handle> HANDLES = Odds.evenly(Handle.A, Handle.named("B"));
    private static final Odds<Integer> WIDTHS = Odds.evenly(8, 4, 2, 1);
    private static final Odds<Long> CPUS =
            Odds.of(4, 0L).and(4, 1L).and(1, 2L).and(1, 0xffff_ffffL);

    private final Operands operands;
    private final Creations creations;
    private final Odds<Integer> cpus;
    private final Profile profile;

    LongRuns(Identity identity, Operands operands, Creations creations) {
        this.operands = operands;
        this.creations = creations;
        cpus = new Odds<>(identity.platform().onlineCpus());
        profile = Profile.of(identity.platform().kernel());
    }

    /// How long the programs of a list are, and how many there are.
    record Extent(int fewest, int programs, int steps) {
        /// As many as it takes to be worth the loading of a program.
        static final Extent VOLUME = new Extent(12, 24, 2000);

        /// Few enough to come among other lists.
        static final Extent AMONG_OTHERS = new Extent(1, 2, 600);

        private int drawn(Draft d) {
            return steps / 2 + d.below(steps / 2 + 1);
        }
    }

    /// A kind of step: all but its index, its flags and its values is settled.
    private interface Variation extends Function<Draft, Step> {}

    /// A list of that extent.
    List<Command> list(Draft d, Extent extent) {
        var all = new ArrayList<Command>();
        all.add(creations.forPrograms(d, Handle.A));
        boolean two = d.onceIn(2);
        if (two) {
            all.add(creations.forPrograms(d, HANDLES.table().getLast()));
        }
        var palette = palette(d, two);
        int programs = extent.fewest() + d.below(extent.programs());
        for (int i = 0; i < programs; i++) {
            all.add(program(d, palette, extent.drawn(d)));
        }
        all.add(lastLook(d, two));
        return all;
    }

    /// Some kinds of steps, that of the last look among them.
    private Odds<Variation> palette(Draft d, boolean two) {
        var kinds = new ArrayList<Variation>();
        for (var map : two ? HANDLES.table() : List.of(Handle.A)) {
            var spec = d.spec(map);
            kinds.add(it -> look(spec, map, index(it, map)));
        }
        Stream.generate(() -> kind(d, map(d, two)))
                .limit(4 + d.below(MOST_KINDS))
                .forEach(kinds::add);
        return new Odds<>(List.copyOf(kinds));
    }

    private static Handle map(Draft d, boolean two) {
        return two ? HANDLES.pick(d) : Handle.A;
    }

    private Command program(Draft d, Odds<Variation> palette, int count) {
        var steps = new Step[count];
        for (int i = 0; i < count; i++) {
            steps[i] = palette.pick(d).apply(d);
        }
        return Command.Run.once(cpus.pick(d), steps);
    }

    /// What is in the first elements after all of that, and what is not past the last one.
    private Command lastLook(Draft d, boolean two) {
        var steps = new ArrayList<Step>();
        for (var map : two ? HANDLES.table() : List.of(Handle.A)) {
            for (long index = 0; index < LAST_LOOK; index++) {
                steps.add(look(d.spec(map), map, new Operand.Constant(index)));
            }
        }
        return Command.Run.once(cpus.pick(d), steps.toArray(Step[]::new));
    }

    private static Step look(MapSpec spec, Handle map, Operand index) {
        return spec.lock().isPresent()
                ? new Step.Load(map, index, visible(spec), Long.BYTES)
                : new Step.Lookup(map, index);
    }

    /// Where bytes begin that are no lock.
    private static int visible(MapSpec spec) {
        return spec.lock().isPresent() ? Long.BYTES : 0;
    }

    private Variation kind(Draft d, Handle map) {
        var spec = d.spec(map);
        if (spec.lock().isPresent() && d.onceIn(2)) {
            int size = (int) spec.valueSize();
            return it -> new Step.LockedStore(map, index(it, map), operands.bytes(it, size));
        }
        boolean slots = spec.type().perCpu() && profile.has(Behaviour.LOOKUP_PERCPU);
        return slots && d.onceIn(3) ? ofSlot(d, map) : d.onceIn(2) ? whole(d, map) : part(d, map);
    }

    private Variation ofSlot(Draft d, Handle map) {
        if (d.onceIn(2)) {
            return it -> new Step.LookupPercpu(map, index(it, map), CPUS.pick(it));
        }
        int width = width(d, map);
        int offset = offset(d, map, width, 1);
        return it ->
                new Step.StorePercpu(map, index(it, map), CPUS.pick(it), offset, width, number(it));
    }

    private Variation whole(Draft d, Handle map) {
        var spec = d.spec(map);
        int size = (int) spec.valueSize();
        boolean locked = spec.lock().isPresent();
        return switch (d.below(8)) {
            case 4 -> it -> new Step.Delete(map, index(it, map));
            case 5 -> it -> new Step.Misalignment(map, index(it, map));
            case 6 -> locked || spec.type().perCpu() ? updating(map, size) : distance(map);
            case 7 ->
                    locked || !profile.has(Behaviour.ELEMENT_AS_ARGUMENT)
                            ? updating(map, size)
                            : copying(map);
            case 0, 1 -> locked ? updating(map, size) : looking(map);
            default -> updating(map, size);
        };
    }

    private Variation looking(Handle map) {
        return it -> new Step.Lookup(map, index(it, map));
    }

    private Variation updating(Handle map, int size) {
        return it ->
                new Step.Update(map, index(it, map), operands.bytes(it, size), operands.flags(it));
    }

    private Variation copying(Handle map) {
        return it -> new Step.UpdateFrom(map, index(it, map), index(it, map), operands.flags(it));
    }

    private Variation distance(Handle map) {
        return it -> new Step.Distance(map, index(it, map), index(it, map));
    }

    private Variation part(Draft d, Handle map) {
        int room = (int) d.spec(map).valueSize() - visible(d.spec(map));
        boolean atomic = room >= Integer.BYTES && profile.has(Behaviour.FETCH_ADD);
        return atomic && d.onceIn(2) ? atomic(d, map, room) : plain(d, map);
    }

    private Variation plain(Draft d, Handle map) {
        int width = width(d, map);
        int at = offset(d, map, width, 1);
        return switch (d.below(3)) {
            case 0 -> it -> new Step.Load(map, index(it, map), at, width);
            case 1 -> it -> new Step.Store(map, index(it, map), at, width, number(it));
            default -> it -> new Step.PlainAdd(map, index(it, map), at, width, number(it));
        };
    }

    private Variation atomic(Draft d, Handle map, int room) {
        int width = room >= Long.BYTES && d.onceIn(2) ? Long.BYTES : Integer.BYTES;
        int at = offset(d, map, width, width);
        var operation = AtomicOperation.values()[d.below(AtomicOperation.values().length)];
        return switch (d.below(3)) {
            case 0 -> it -> new Step.AtomicAdd(map, index(it, map), at, width, number(it));
            case 1 -> it -> new Step.Atomic(map, index(it, map), at, width, operation, number(it));
            default ->
                    it ->
                            new Step.CompareExchange(
                                    map, index(it, map), at, width, number(it), number(it));
        };
    }

    private static int width(Draft d, Handle map) {
        int room = (int) d.spec(map).valueSize() - visible(d.spec(map));
        return Math.min(WIDTHS.pick(d), Integer.highestOneBit(room));
    }

    /// A place inside the value, a multiple of `unit`: in half of all cases the first or last.
    private static int offset(Draft d, Handle map, int width, int unit) {
        int first = visible(d.spec(map));
        int places = ((int) d.spec(map).valueSize() - first - width) / unit + 1;
        int place =
                switch (d.below(4)) {
                    case 2 -> 0;
                    case 3 -> places - 1;
                    default -> d.below(places);
                };
        return first + unit * place;
    }

    private Operand index(Draft d, Handle map) {
        return operands.operand(d, map);
    }

    private Operand number(Draft d) {
        return new Operand.Constant(operands.number(d));
    }
}
