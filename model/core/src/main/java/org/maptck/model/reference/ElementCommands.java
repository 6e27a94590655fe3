package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.DONE;
import static org.maptck.model.reference.Answers.found;
import static org.maptck.model.reference.Answers.refused;

import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Input;
import org.maptck.model.Outcome;

/// System calls about one element. Each method asks in the order in which a kernel does.
final class ElementCommands {
    private final World world;
    private final CallerMemory caller;
    private final ElementFlags rules;
    private final boolean flagsFirst;
    private final boolean deletingLookup;
    private final boolean deletingLookupLocks;
    private final boolean firstKey;

    ElementCommands(World world, CallerMemory caller, ElementFlags rules) {
        this.world = world;
        this.caller = caller;
        this.rules = rules;
        var profile = world.profile();
        this.flagsFirst = !profile.has(Behaviour.LOOKUP_FLAGS_AFTER_PERMISSION);
        this.deletingLookup = profile.has(Behaviour.LOOKUP_AND_DELETE);
        this.deletingLookupLocks = profile.has(Behaviour.LOOKUP_AND_DELETE_LOCK);
        this.firstKey = profile.has(Behaviour.FIRST_KEY);
    }

    /// A lookup reports its flags, the descriptor, its mode, the lock, the key, the index, and last
    /// of all the memory for the value.
    Outcome lookup(Command.Lookup c) {
        return caller.deliver(c.value(), lookedUp(c));
    }

    private Outcome lookedUp(Command.Lookup c) {
        if (flagsFirst && rules.unknownToLookup(c.flags())) {
            return refused(Errno.EINVAL);
        }
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return refused(Errno.EBADF);
        }
        if (!file.reads()) {
            return refused(Errno.EPERM);
        }
        ArrayMap map = file.map();
        var wrongFlags = rules.ofLookup(map, c.flags());
        if (wrongFlags.isPresent()) {
            return refused(wrongFlags.get());
        }
        long index = caller.key(c.key());
        if (index == CallerMemory.FAULT) {
            return refused(Errno.EFAULT);
        }
        return index < map.maxEntries() ? value(map, index, c.flags()) : refused(Errno.ENOENT);
    }

    private Outcome value(ArrayMap map, long index, long flags) {
        return TooLarge.value(rules.userSize(map, flags))
                .orElseGet(() -> found(rules.read(map, index, flags)));
    }

    /// An update reports the descriptor, its mode or the frozen map, the lock, the key, the whole
    /// value, and then what [ElementFlags#ofStore] finds.
    Outcome update(Command.Update c) {
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return refused(Errno.EBADF);
        }
        if (!file.writes()) {
            return refused(Errno.EPERM);
        }
        ArrayMap map = file.map();
        var wrongFlags = rules.ofUpdate(map, c.flags());
        if (wrongFlags.isPresent()) {
            return refused(wrongFlags.get());
        }
        long index = caller.key(c.key());
        if (index == CallerMemory.FAULT) {
            return refused(Errno.EFAULT);
        }
        int size = rules.userSize(map, c.flags());
        return TooLarge.source(c.value(), size)
                .or(() ->
                        caller.read(c.value(), 0, size)
                                .map(value -> store(map, index, value, c.flags())))
                .orElse(refused(Errno.EFAULT));
    }

    private Outcome store(ArrayMap map, long index, Bytes value, long flags) {
        var refusal = rules.ofStore(map, index, flags);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        rules.store(map, index, value, flags);
        return DONE;
    }

    /// A delete reports the descriptor, its mode or the frozen map, the key, and then that no
    /// element of an array can be deleted.
    Outcome delete(Command.Delete c) {
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return refused(Errno.EBADF);
        }
        if (!file.writes()) {
            return refused(Errno.EPERM);
        }
        return refused(caller.key(c.key()) == CallerMemory.FAULT ? Errno.EFAULT : Errno.EINVAL);
    }

    /// Lookup-and-delete reports its flags, the descriptor, either mode, the lock, the key, and
    /// then that arrays do not have it; it never touches the value.
    Outcome lookupAndDelete(Command.LookupAndDelete c) {
        return caller.deliver(c.value(), refused(lookupAndDeleteRefusal(c)));
    }

    private Errno lookupAndDeleteRefusal(Command.LookupAndDelete c) {
        if (!deletingLookup || unknownToDeletingLookup(c.flags())) {
            return Errno.EINVAL;
        }
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return Errno.EBADF;
        }
        if (!file.reads() || !file.writes()) {
            return Errno.EPERM;
        }
        if (rules.lockWithoutLock(file.map(), c.flags())) {
            return Errno.EINVAL;
        }
        return caller.key(c.key()) == CallerMemory.FAULT ? Errno.EFAULT : Errno.ENOTSUPP;
    }

    private boolean unknownToDeletingLookup(long flags) {
        return deletingLookupLocks ? rules.unknownToLookup(flags) : flags != 0;
    }

    /// The next key reports the descriptor, its mode, the key, the end of the map, and then the
    /// memory for the next key; it does not mind a frozen map.
    Outcome nextKey(Command.NextKey c) {
        return caller.deliver(c.next(), followingKey(c));
    }

    private Outcome followingKey(Command.NextKey c) {
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return refused(Errno.EBADF);
        }
        if (!file.reads()) {
            return refused(Errno.EPERM);
        }
        if (firstKey && c.key() instanceof Input.Null) {
            return found(world.platform().key(0));
        }
        long key = caller.key(c.key());
        if (key == CallerMemory.FAULT) {
            return refused(Errno.EFAULT);
        }
        return successor(file.map(), key)
                .map(next -> found(world.platform().key(next)))
                .orElse(refused(Errno.ENOENT));
    }

    /// The first key follows every key that the map does not have, and nothing follows the last.
    static Optional<Long> successor(ArrayMap map, long key) {
        if (key >= map.maxEntries()) {
            return Optional.of(0L);
        }
        return key + 1 < map.maxEntries() ? Optional.of(key + 1) : Optional.empty();
    }
}
