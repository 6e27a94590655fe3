package org.maptck.model.reference;

import static org.maptck.model.Flags.ALL_CPUS;
import static org.maptck.model.Flags.CPU;
import static org.maptck.model.Flags.EXIST;
import static org.maptck.model.Flags.LOCK;
import static org.maptck.model.Flags.NOEXIST;

import java.util.List;
import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.Profile;

/// What the flag word of an element call means: what is refused, and which bytes it is about.
final class ElementFlags {
    private static final long LOW = 0xffff_ffffL;
    private static final long EVERY = -1L;

    private final List<Integer> cpus;
    private final boolean locks;
    private final boolean cpuFlags;
    private final boolean keepsPadding;
    private final boolean looseUpdates;

    ElementFlags(World world) {
        Profile profile = world.profile();
        this.cpus = world.platform().possibleCpus();
        this.locks = profile.has(Behaviour.SPIN_LOCK);
        this.cpuFlags = profile.has(Behaviour.CPU_FLAGS);
        this.keepsPadding = !profile.has(Behaviour.PERCPU_PADDING_DROPPED);
        this.looseUpdates = profile.has(Behaviour.PERCPU_UPDATE_FLAGS_LOOSE);
    }

    /// A lookup, alone or in a batch, knows the lock flag, and newer kernels that of one CPU.
    Optional<Errno> ofLookup(ArrayMap map, long flags) {
        return of(map, flags, lockFlag() | (cpuFlags ? CPU : 0));
    }

    /// An update leaves flags that it does not know to [#ofStore].
    Optional<Errno> ofUpdate(ArrayMap map, long flags) {
        return of(map, flags, EVERY);
    }

    /// A batch of updates knows the lock flag, and newer kernels those of CPUs.
    Optional<Errno> ofUpdateBatch(ArrayMap map, long flags) {
        return of(map, flags, lockFlag() | (cpuFlags ? CPU | ALL_CPUS : 0));
    }

    /// Lookup-and-delete never knows but the lock flag.
    boolean unknownToLookup(long flags) {
        return (flags & ~lockFlag()) != 0;
    }

    /// The lock flag needs a map with a lock.
    boolean lockWithoutLock(ArrayMap map, long flags) {
        return (flags & lockFlag()) != 0 && !map.locked();
    }

    private Optional<Errno> of(ArrayMap map, long flags, long known) {
        if (unknown(flags, known) || lockWithoutLock(map, flags)) {
            return Optional.of(Errno.EINVAL);
        }
        return cpuFlags ? ofCpus(map, flags) : Optional.empty();
    }

    private boolean unknown(long flags, long known) {
        return (flags & ~known & (cpuFlags ? LOW : EVERY)) != 0;
    }

    /// The upper half is a CPU with the flag of one CPU, and nothing without; both flags are for
    /// per-CPU arrays, one at a time; the CPU must be possible.
    private Optional<Errno> ofCpus(ArrayMap map, long flags) {
        boolean one = (flags & CPU) != 0;
        boolean all = (flags & ALL_CPUS) != 0;
        if (!one && flags >>> 32 != 0) {
            return Optional.of(Errno.EINVAL);
        }
        if ((one && all) || ((one || all) && !map.perCpu())) {
            return Optional.of(Errno.EINVAL);
        }
        return one && slot(flags) < 0 ? Optional.of(Errno.ERANGE) : Optional.empty();
    }

    /// An update by a system call is one by a program, but that newer kernels take more flags for
    /// per-CPU arrays.
    Optional<Errno> ofStore(ArrayMap map, long index, long flags) {
        if (!looseUpdates || !map.perCpu()) {
            return ofProgramStore(map, index, flags);
        }
        if ((flags & LOCK) != 0 || (flags & LOW) > ALL_CPUS) {
            return Optional.of(Errno.EINVAL);
        }
        return ofExistence(map, index, flags);
    }

    /// An update overwrites, with or without the exist flag and the lock flag; other flags are
    /// unknown, then the index is too big, then every element exists already.
    Optional<Errno> ofProgramStore(ArrayMap map, long index, long flags) {
        long existence = flags & ~lockFlag();
        return Long.compareUnsigned(existence, EXIST) > 0
                ? Optional.of(Errno.EINVAL)
                : ofExistence(map, index, existence);
    }

    private static Optional<Errno> ofExistence(ArrayMap map, long index, long flags) {
        if (index >= map.maxEntries()) {
            return Optional.of(Errno.E2BIG);
        }
        return flags == NOEXIST ? Optional.of(Errno.EEXIST) : Optional.empty();
    }

    /// Bytes of a value in user space: one value where a CPU flag says so.
    int userSize(ArrayMap map, long flags) {
        return namesCpus(flags) ? map.valueSize() : map.userSize();
    }

    Bytes read(ArrayMap map, long index, long flags) {
        return namesCpus(flags) ? map.value(index, slot(flags)) : map.userValue(index);
    }

    void store(ArrayMap map, long index, Bytes value, long flags) {
        if (!namesCpus(flags)) {
            map.storeUserValue(index, value, keepsPadding);
        } else if ((flags & CPU) != 0) {
            map.storeValue(index, slot(flags), value, 0);
        } else {
            map.storeEverywhere(index, value);
        }
    }

    private boolean namesCpus(long flags) {
        return cpuFlags && (flags & (CPU | ALL_CPUS)) != 0;
    }

    private int slot(long flags) {
        return cpus.indexOf((int) (flags >>> 32));
    }

    private long lockFlag() {
        return locks ? LOCK : 0;
    }
}
