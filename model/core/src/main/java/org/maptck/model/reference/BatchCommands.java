package org.maptck.model.reference;

import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;

/// System calls about many elements.
final class BatchCommands {
    private static final long COUNT_FIELD = 0xffff_ffffL;
    private static final int KEY = MapSpec.KEY_SIZE;

    private final World world;
    private final CallerMemory caller;
    private final ElementFlags rules;

    BatchCommands(World world, CallerMemory caller, ElementFlags rules) {
        this.world = world;
        this.caller = caller;
        this.rules = rules;
    }

    /// The memory that a batch of lookups fills.
    private record Filling(Sink keys, Sink values, Sink cursor) {
        Outcome batched(Optional<Errno> refusal, long count, long delivered, int valueSize) {
            return new Outcome.Batched(
                    refusal,
                    count,
                    keys.shown(delivered * KEY),
                    values.shown(delivered * valueSize),
                    cursor.marked() ? Optional.of(cursor.shown(KEY)) : Optional.empty());
        }
    }

    /// A batch of lookups reports the descriptor, its mode, the flags, and the start, and then what
    /// it meets on its way.
    Outcome lookup(Command.LookupBatch c) {
        var filling =
                new Filling(
                        caller.sink(c.keys()), caller.sink(c.values()), caller.sink(c.cursor()));
        long count = c.count() & COUNT_FIELD;
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return filling.batched(Optional.of(unbound()), count, 0, 0);
        }
        var refusal = lookupRefusal(file, c.flags());
        return refusal.isPresent() || count == 0
                ? filling.batched(refusal, count, 0, 0)
                : lookup(c, file.map(), count, filling);
    }

    private Optional<Errno> lookupRefusal(Descriptor.Open file, long flags) {
        return refusal(file, true, false)
                .or(() -> unsupported(file.map()))
                .or(() -> rules.ofLookup(file.map(), flags));
    }

    /// Elements follow one another from the start on; the count is what was delivered, or nothing
    /// where a key or value could not be; the cursor is the last key, if there is one.
    private Outcome lookup(Command.LookupBatch c, ArrayMap map, long count, Filling filling) {
        int size = rules.userSize(map, c.flags());
        return TooLarge.batch(count, map.maxEntries(), size)
                .orElseGet(() -> lookup(c, map, count, filling, size));
    }

    private Outcome lookup(
            Command.LookupBatch c, ArrayMap map, long count, Filling filling, int size) {
        long start = c.start() instanceof Input.Null ? map.maxEntries() : caller.key(c.start());
        if (start == CallerMemory.FAULT) {
            return filling.batched(Optional.of(Errno.EFAULT), 0, 0, size);
        }
        long last = start;
        long done = 0;
        var next = ElementCommands.successor(map, start);
        while (done < count && next.isPresent()) {
            last = next.get();
            if (!deliver(map, last, done, c.flags(), filling)) {
                return filling.batched(Optional.of(Errno.EFAULT), 0, 0, size);
            }
            done++;
            next = ElementCommands.successor(map, last);
        }
        if (done > 0 && !filling.cursor().put(0, world.platform().key(last))) {
            return filling.batched(Optional.of(Errno.EFAULT), done, done, size);
        }
        var end = done < count ? Optional.of(Errno.ENOENT) : Optional.<Errno>empty();
        return filling.batched(end, done, done, size);
    }

    private boolean deliver(ArrayMap map, long index, long done, long flags, Filling filling) {
        Bytes value = rules.read(map, index, flags);
        return filling.keys().put(done * KEY, world.platform().key(index))
                && filling.values().put(done * value.size(), value);
    }

    /// A batch of updates reports the descriptor, its mode or the frozen map, and the flags, and
    /// then what it meets on its way.
    Outcome update(Command.UpdateBatch c) {
        long count = c.count() & COUNT_FIELD;
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return counted(Optional.of(unbound()), count);
        }
        var refusal = updateRefusal(file, c.flags());
        return refusal.isPresent() || count == 0
                ? counted(refusal, count)
                : update(c, file.map(), count);
    }

    private Optional<Errno> updateRefusal(Descriptor.Open file, long flags) {
        return refusal(file, false, true)
                .or(() -> unsupported(file.map()))
                .or(() -> rules.ofUpdateBatch(file.map(), flags));
    }

    /// Elements are written in order up to the first that fails; the count is what was written.
    private Outcome update(Command.UpdateBatch c, ArrayMap map, long count) {
        for (long done = 0; done < count; done++) {
            var refusal = updateOne(c, map, done);
            if (refusal.isPresent()) {
                return counted(refusal, done);
            }
        }
        return counted(Optional.empty(), count);
    }

    private Optional<Errno> updateOne(Command.UpdateBatch c, ArrayMap map, long done) {
        int size = rules.userSize(map, c.flags());
        long index = caller.key(c.keys(), done * KEY);
        if (index == CallerMemory.FAULT) {
            return Optional.of(Errno.EFAULT);
        }
        var value = caller.read(c.values(), done * size, size);
        if (value.isEmpty()) {
            return Optional.of(Errno.EFAULT);
        }
        var refusal = rules.ofStore(map, index, c.flags());
        if (refusal.isEmpty()) {
            rules.store(map, index, value.get(), c.flags());
        }
        return refusal;
    }

    /// A batch of deletes reports the descriptor and its mode, and then that arrays have none.
    Outcome delete(Command.DeleteBatch c) {
        return counted(Optional.of(neverDone(c.map(), false)), c.count());
    }

    /// A deleting batch of lookups needs both modes; arrays have none.
    Outcome lookupAndDelete(Command.LookupAndDeleteBatch c) {
        return counted(Optional.of(neverDone(c.map(), true)), c.count());
    }

    private Errno neverDone(Handle handle, boolean reads) {
        return world.descriptor(handle) instanceof Descriptor.Open file
                ? refusal(file, reads, true).orElse(Errno.ENOTSUPP)
                : unbound();
    }

    private Errno unbound() {
        return world.profile().has(Behaviour.BATCH) ? Errno.EBADF : Errno.EINVAL;
    }

    private Optional<Errno> refusal(Descriptor.Open file, boolean reads, boolean writes) {
        if (!world.profile().has(Behaviour.BATCH)) {
            return Optional.of(Errno.EINVAL);
        }
        return (reads && !file.reads()) || (writes && !file.writes())
                ? Optional.of(Errno.EPERM)
                : Optional.empty();
    }

    /// Per-CPU arrays came to batches later.
    private Optional<Errno> unsupported(ArrayMap map) {
        return map.perCpu() && !world.profile().has(Behaviour.PERCPU_BATCH)
                ? Optional.of(Errno.ENOTSUPP)
                : Optional.empty();
    }

    private static Outcome counted(Optional<Errno> refusal, long count) {
        return new Outcome.Batched(
                refusal, count & COUNT_FIELD, Bytes.EMPTY, Bytes.EMPTY, Optional.empty());
    }
}
