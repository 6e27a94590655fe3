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
        if (map.locked() && has(Behaviour.LOCKED_MAP_NOT_FROZEN)) {
            return refused(Errno.ENOTSUPP);
        }
        if (has(Behaviour.FREEZE_IS_WRITE) && !file.writes()) {
            return refused(Errno.EPERM);
        }
        if (map.frozen() || world.hasWritableMapping(map)) {
            return refused(Errno.EBUSY);
        }
        map.freeze();
        return DONE;
    }

    /// A map tells what it was created with, but for the flags of its first descriptor, through
    /// descriptors of any mode.
    Outcome info(Command.GetInfo c) {
        if (!has(Behaviour.MAP_INFO)) {
            return refused(Errno.EINVAL);
        }
        return world.descriptor(c.map()) instanceof Descriptor.Open file
                ? new Outcome.Described(described(file.map().spec()))
                : refused(Errno.EBADFD);
    }

    private static MapInfo described(MapSpec spec) {
        return new MapInfo(
                spec.type(),
                spec.keySize(),
                spec.valueSize(),
                spec.maxEntries(),
                spec.flags() & ~OF_DESCRIPTOR,
                upToZero(spec.name()));
    }

    private static String upToZero(String name) {
        int end = name.indexOf('\0');
        return end < 0 ? name : name.substring(0, end);
    }

    private boolean has(Behaviour behaviour) {
        return world.profile().has(behaviour);
    }
}
