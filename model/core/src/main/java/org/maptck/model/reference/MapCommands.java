package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.DONE;
import static org.maptck.model.reference.Answers.refused;

import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Privilege;

/// System calls about a whole map that exists.
final class MapCommands {
    private static final long OF_DESCRIPTOR = Flags.RDONLY | Flags.WRONLY;

    private final World world;

    MapCommands(World world) {
        this.world = world;
    }

    /// Closing ends the handle; mappings keep the map.
    Outcome close(Handle handle) {
        if (world.descriptor(handle) instanceof Descriptor.Closed) {
            return refused(Errno.EBADF);
        }
        world.close(handle);
        return DONE;
    }

    /// Freezing reports the descriptor, a lock in the map, a missing permission, which a second
    /// freezing is too, and then a writable mapping.
    Outcome freeze(Command.Freeze c) {
        if (!has(Behaviour.FREEZE)) {
            return refused(Errno.EINVAL);
        }
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return refused(Errno.EBADF);
        }
        ArrayMap map = file.map();
        if (map.special() && (!map.locked() || has(Behaviour.LOCKED_MAP_NOT_FROZEN))) {
            return refused(Errno.ENOTSUPP);
        }
        if (has(Behaviour.FREEZE_IS_WRITE) && !file.writes()) {
            return refused(Errno.EPERM);
        }
        if (map.frozen() || world.hasWritableMapping(map)) {
            return refused(Errno.EBUSY);
        }
        if (!has(Behaviour.FREEZE_IS_WRITE) && !world.may(Privilege.BPF)) {
            return refused(Errno.EPERM);
        }
        map.freeze();
        return DONE;
    }

    /// A map tells what it was created with, but for the flags of its first descriptor, and its id,
    /// through descriptors of any mode.
    Permitted info(Command.GetInfo c) {
        if (!has(Behaviour.MAP_INFO)) {
            return new Permitted.Only(refused(Errno.EINVAL));
        }
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return new Permitted.Only(refused(Errno.EBADFD));
        }
        world.tell(c.map(), file.map());
        return withSomeId(described(file.map()));
    }

    /// No number is foreseen, and 0 is the word of those who have none.
    private static Permitted withSomeId(MapInfo info) {
        return new Permitted.Such(
                new Outcome.Described(info),
                info + " with some id",
                seen ->
                        seen instanceof Outcome.Described(var other)
                                && other.withId(info.id()).equals(info));
    }

    private static MapInfo described(ArrayMap map) {
        MapSpec spec = map.spec();
        return new MapInfo(
                spec.type(),
                spec.keySize(),
                spec.valueSize(),
                spec.maxEntries(),
                spec.flags() & ~OF_DESCRIPTOR,
                upToZero(spec.name()),
                map.id(),
                spec.mapExtra());
    }

    /// As much of a name as counts.
    static String upToZero(String name) {
        int end = name.indexOf('\0');
        return end < 0 ? name : name.substring(0, end);
    }

    private boolean has(Behaviour behaviour) {
        return world.profile().has(behaviour);
    }
}
