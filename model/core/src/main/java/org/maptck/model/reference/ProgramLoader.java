package org.maptck.model.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Deed;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Loading;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Privilege;
import org.maptck.model.Step;

/// Whether a program loads: its functions and maps are looked for first, then its steps are checked
/// on every path that they could take.
final class ProgramLoader {
    /// The most steps that are looked at one by one.
    private static final int FEW = 8;

    private final World world;

    ProgramLoader(World world) {
        this.world = world;
    }

    /// Why the program does not load, if it does not. A kernel that does not know functions that
    /// helpers call comes upon them first of all, and upon an atomic instruction that it does not
    /// know on its way to the maps. Of steps that are wrong in different ways, any may be found
    /// first.
    List<Errno> refusals(List<Step> all, Loading loading) {
        if (!has(Behaviour.FOR_EACH) && all.stream().anyMatch(Step::walks)) {
            return List.of(Errno.EINVAL);
        }
        var steps = all.size() > FEW ? StepShape.different(all) : all;
        for (Step step : steps) {
            var unresolved = reference(step, loading);
            if (unresolved.isPresent()) {
                return List.of(unresolved.get());
            }
        }
        var errnos = new LinkedHashSet<Errno>();
        steps.forEach(step -> refusal(step, loading).ifPresent(errnos::add));
        return List.copyOf(errnos);
    }

    /// The map of a step is open, and what the step stores can be pointed to.
    private Optional<Errno> reference(Step step, Loading loading) {
        if (Oddities.malformed(step)) {
            return Optional.of(Errno.EINVAL);
        }
        return about(step)
                .map(map -> reference(step, map, loading))
                .orElse(Optional.of(Errno.EBADF));
    }

    /// The map that the step is about, or the template of those that it may come to.
    private Optional<ArrayMap> about(Step step) {
        boolean through = step instanceof Step.Through;
        return switch (world.descriptor(step.map())) {
            case Descriptor.Open file when !through -> Optional.of(file.map());
            case Descriptor.Outer(var outer) when through -> Optional.of(outer.template());
            case Descriptor.Open _ -> Optional.empty();
            case Descriptor.Outer _ -> Optional.empty();
            case Descriptor.Closed _ -> Optional.empty();
        };
    }

    private Optional<Errno> reference(Step step, ArrayMap map, Loading loading) {
        return first(
                when(map.exclusive(), Errno.EACCES),
                fits(step, map, loading),
                direct(step, map),
                Oddities.tooManyMaps(step),
                when(step.fetches() && !has(Behaviour.FETCH_ADD), Errno.EINVAL),
                when(source(step).filter(v -> v.size() == 0).isPresent(), Errno.EINVAL));
    }

    /// A socket filter has nothing to do with locks, unless it finds them in a map of maps; nor had
    /// a program that may sleep.
    private Optional<Errno> fits(Step step, ArrayMap map, Loading loading) {
        boolean named = map.locked() && !(step instanceof Step.Through);
        boolean lockless =
                loading == Loading.SOCKET_FILTER
                        || (loading == Loading.SLEEPABLE && !has(Behaviour.SLEEPABLE_LOCK));
        return when(named && lockless, Errno.EINVAL);
    }

    /// There are addresses in the one value of a map; they were below 2^29 and of plain arrays
    /// alone.
    private Optional<Errno> direct(Step step, ArrayMap map) {
        if (!(step instanceof Step.DirectLoad load)) {
            return Optional.empty();
        }
        long address = Integer.toUnsignedLong(load.address());
        boolean asked = address < 1L << 29 || has(Behaviour.DIRECT_ADDRESS_ASKED_OF_MAP);
        boolean offered =
                has(map.perCpu() ? Behaviour.PERCPU_DIRECT_VALUE : Behaviour.DIRECT_VALUE);
        if (asked && offered && map.maxEntries() != 1) {
            return Optional.of(map.perCpu() ? Errno.EOPNOTSUPP : Errno.ENOTSUPP);
        }
        return when(!asked || !offered || address >= map.valueSize(), Errno.EINVAL);
    }

    private static Optional<Bytes> source(Step step) {
        return switch (step) {
            case Step.Update s -> Optional.of(s.value());
            case Step.LockedStore s -> Optional.of(s.value());
            case Step.Through(_, _, _, Deed.Update(var value, _)) -> Optional.of(value);
            case Step.Through _ -> Optional.empty();
            case Step.Lookup _ -> Optional.empty();
            case Step.LookupPercpu _ -> Optional.empty();
            case Step.Delete _ -> Optional.empty();
            case Step.Load _ -> Optional.empty();
            case Step.Store _ -> Optional.empty();
            case Step.StorePercpu _ -> Optional.empty();
            case Step.AtomicAdd _ -> Optional.empty();
            case Step.ForEach _ -> Optional.empty();
            case Step.Misalignment _ -> Optional.empty();
            case Step.Distance _ -> Optional.empty();
            case Step.PlainAdd _ -> Optional.empty();
            case Step.Atomic _ -> Optional.empty();
            case Step.CompareExchange _ -> Optional.empty();
            case Step.UpdateFrom _ -> Optional.empty();
            case Step.ForEachAdding _ -> Optional.empty();
            case Step.DirectLoad _ -> Optional.empty();
            case Step.Unreached _ -> Optional.empty();
        };
    }

    private Optional<Errno> refusal(Step step, Loading loading) {
        return about(step).flatMap(map -> first(strict(step, loading, map), checks(step, map)));
    }

    /// Under the strict rule a load or store is aligned to its own size.
    private Optional<Errno> strict(Step step, Loading loading, ArrayMap map) {
        if (loading != Loading.STRICT) {
            return Optional.empty();
        }
        return switch (step) {
            case Step.Load s -> strict(s.offset(), s.offset(), s.width());
            case Step.Store s -> strict(s.offset(), s.offset(), s.width());
            case Step.StorePercpu s -> first(slots(map), strict(s.offset(), s.offset(), s.width()));
            case Step.PlainAdd s -> strict(s.offset(), s.offset(), s.width());
            case Step.DirectLoad s -> strict(s.offset(), s.address() + s.offset(), s.width());
            case Step.Lookup _ -> Optional.empty();
            case Step.LookupPercpu _ -> Optional.empty();
            case Step.Update _ -> Optional.empty();
            case Step.Delete _ -> Optional.empty();
            case Step.AtomicAdd _ -> Optional.empty();
            case Step.ForEach _ -> Optional.empty();
            case Step.LockedStore _ -> Optional.empty();
            case Step.Misalignment _ -> Optional.empty();
            case Step.Distance _ -> Optional.empty();
            case Step.Atomic _ -> Optional.empty();
            case Step.CompareExchange _ -> Optional.empty();
            case Step.UpdateFrom _ -> Optional.empty();
            case Step.ForEachAdding _ -> Optional.empty();
            case Step.Through _ -> Optional.empty();
            case Step.Unreached _ -> Optional.empty();
        };
    }

    private static Optional<Errno> strict(int offset, int start, int width) {
        return first(near(offset), aligned(start, width));
    }

    /// What the first check that fails says.
    @SafeVarargs
    static Optional<Errno> first(Optional<Errno>... checks) {
        for (Optional<Errno> check : checks) {
            if (check.isPresent()) {
                return check;
            }
        }
        return Optional.empty();
    }

    private Optional<Errno> checks(Step step, ArrayMap map) {
        return switch (step) {
            case Step.Lookup _ -> first(mayLoad(map), loaded(map, 0, map.valueSize()));
            case Step.LookupPercpu _ ->
                    first(slots(map), mayLoad(map), loaded(map, 0, map.valueSize()));
            case Step.Update s -> first(mayStore(map), enough(map, s.value().size()));
            case Step.Delete _ -> mayStore(map);
            case Step.Load s ->
                    first(near(s.offset()), mayLoad(map), loaded(map, s.offset(), s.width()));
            case Step.Store s ->
                    first(
                            near(s.offset()),
                            mayStore(map),
                            stored(map, s.offset(), s.width(), s.value()));
            case Step.StorePercpu s ->
                    first(
                            slots(map),
                            near(s.offset()),
                            mayStore(map),
                            stored(map, s.offset(), s.width(), s.value()));
            case Step.AtomicAdd s -> atomic(map, s.offset(), s.width());
            case Step.Atomic s -> atomic(map, s.offset(), s.width());
            case Step.CompareExchange s -> atomic(map, s.offset(), s.width());
            case Step.PlainAdd s ->
                    first(
                            near(s.offset()),
                            mayLoad(map),
                            mayStore(map),
                            inside(map, s.offset(), s.width()));
            case Step.UpdateFrom _ ->
                    first(argument(), mayLoad(map), mayStore(map), inside(map, 0, map.valueSize()));
            case Step.ForEachAdding _ ->
                    first(
                            mayLoad(map),
                            mayStore(map),
                            inside(map, 0, noted(map.valueSize())),
                            inside(map, 0, Long.BYTES));
            case Step.DirectLoad s ->
                    first(
                            near(s.offset()),
                            mayLoad(map),
                            loaded(map, (long) s.address() + s.offset(), s.width()));
            case Step.Unreached s -> Oddities.checks(s, map, this);
            case Step.ForEach _ -> first(mayLoad(map), loaded(map, 0, noted(map.valueSize())));
            case Step.LockedStore s -> first(locked(map), withoutLock(map, s.value().size()));
            case Step.Misalignment _ -> Optional.empty();
            case Step.Distance _ -> Optional.empty();
            case Step.Through s -> checks(s.deed(), map);
        };
    }

    private Optional<Errno> checks(Deed deed, ArrayMap map) {
        return switch (deed) {
            case Deed.Lookup() -> first(mayLoad(map), loaded(map, 0, map.valueSize()));
            case Deed.LookupPercpu _ ->
                    first(slots(map), mayLoad(map), loaded(map, 0, map.valueSize()));
            case Deed.Update(var value, _) -> first(mayStore(map), enough(map, value.size()));
        };
    }

    private static Optional<Errno> atomic(ArrayMap map, int offset, int width) {
        return first(
                atomic(width),
                near(offset),
                aligned(offset, width),
                mayLoad(map),
                mayStore(map),
                inside(map, offset, width));
    }

    private static int noted(int valueSize) {
        return Math.min(Outcome.Visited.NOTED, valueSize);
    }

    /// A map that is write-only for programs lets none of them load from a value.
    static Optional<Errno> mayLoad(ArrayMap map) {
        return when(map.has(Flags.WRONLY_PROG), Errno.EACCES);
    }

    /// A map that is read-only for programs lets none of them store, update or delete.
    static Optional<Errno> mayStore(ArrayMap map) {
        return when(map.has(Flags.RDONLY_PROG), Errno.EACCES);
    }

    /// What is loaded is inside, or holds all of a pointer of the kernel, which is an address.
    private Optional<Errno> loaded(ArrayMap map, long offset, int width) {
        boolean fits = offset >= 0 && offset + width <= map.valueSize();
        return fits && map.holdsPointer(offset, width) ? sees() : inside(map, offset, width);
    }

    /// What is stored is inside, or takes the place of a pointer of the kernel by none.
    private static Optional<Errno> stored(ArrayMap map, long offset, int width, Operand value) {
        boolean none = value.equals(new Operand.Constant(0));
        return none && map.holdsPointer(offset, width)
                ? Optional.empty()
                : inside(map, offset, width);
    }

    /// An access stays inside the value, without its padding, and off what is the kernel's affair.
    static Optional<Errno> inside(ArrayMap map, long offset, int width) {
        boolean outside = offset < 0 || offset + width > map.valueSize();
        return when(outside || map.touchesHidden(offset, width), Errno.EACCES);
    }

    /// The address stays within 2^29 bytes of the value, whatever is there.
    private static Optional<Errno> near(long offset) {
        return when(Math.abs(offset) >= 1L << 29, Errno.EINVAL);
    }

    /// There are atomic instructions of 4 and 8 bytes.
    private static Optional<Errno> atomic(int width) {
        boolean known = width == Integer.BYTES || width == Long.BYTES;
        return when(!known, Errno.EINVAL);
    }

    /// An atomic access is aligned to its own size.
    private static Optional<Errno> aligned(int offset, int width) {
        return when((offset & (width - 1)) != 0, Errno.EACCES);
    }

    /// The source of an update has the size of a value.
    private static Optional<Errno> enough(ArrayMap map, int size) {
        return when(size < map.valueSize(), Errno.EACCES);
    }

    /// The source of a store of a whole value may end before a lock that ends the value.
    private static Optional<Errno> withoutLock(ArrayMap map, int size) {
        return when(size < map.sizeWithoutLastLock(), Errno.EACCES);
    }

    /// An element can be the argument of a helper.
    Optional<Errno> argument() {
        return when(!has(Behaviour.ELEMENT_AS_ARGUMENT), Errno.EACCES);
    }

    /// Only per-CPU arrays have slots of other CPUs.
    Optional<Errno> slots(ArrayMap map) {
        return when(!map.perCpu() || !has(Behaviour.LOOKUP_PERCPU), Errno.EINVAL);
    }

    /// Memory of the kernel is hidden from a caller without the privilege to see it.
    Optional<Errno> sees() {
        return when(!world.may(Privilege.PERFMON), Errno.EACCES);
    }

    /// A lock can be taken where the map was created with one.
    static Optional<Errno> locked(ArrayMap map) {
        return when(!map.locked(), Errno.EINVAL);
    }

    boolean has(Behaviour behaviour) {
        return world.profile().has(behaviour);
    }

    static Optional<Errno> when(boolean wrong, Errno errno) {
        return wrong ? Optional.of(errno) : Optional.empty();
    }
}
