package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.DONE;
import static org.maptck.model.reference.Answers.refused;

import java.util.List;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Privilege;

/// Further descriptors of a map that exists, and names for it.
final class IdentityCommands {
    private static final long MODES = Flags.RDONLY | Flags.WRONLY;

    /// The end of a map takes its time, and its id may answer until then.
    private static final Permitted GONE = new Permitted.OneOf(List.of(refused(Errno.ENOENT), DONE));

    private final World world;

    IdentityCommands(World world) {
        this.world = world;
    }

    /// A duplicate has the mode of the original.
    Outcome duplicate(Command.Duplicate c) {
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return refused(Errno.EBADF);
        }
        world.bind(c.copy(), file);
        return DONE;
    }

    /// Opening by id reports unknown flags, then a missing privilege, then both modes at once, and
    /// then an id that no map has; any mode is to be had.
    Permitted openById(Command.OpenById c) {
        if (!has(Behaviour.MAP_INFO) || unknownMode(c.flags(), 0)) {
            return new Permitted.Only(refused(Errno.EINVAL));
        }
        if (!world.may(Privilege.SYS_ADMIN)) {
            return new Permitted.Only(refused(Errno.EPERM));
        }
        if (bothModes(c.flags())) {
            return new Permitted.Only(refused(Errno.EINVAL));
        }
        var told = world.told(c.known());
        if (told.isEmpty()) {
            return new Permitted.Only(refused(Errno.ENOENT));
        }
        boolean lives = world.lives(told.get());
        open(c.map(), told.get(), c.flags());
        return lives ? new Permitted.Only(DONE) : GONE;
    }

    /// Pinning reports a descriptor that is none, then a name that is taken or has a dot; the mode
    /// of the descriptor does not matter.
    Outcome pin(Command.Pin c) {
        if (!has(Behaviour.PINNING)
                || !(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return refused(Errno.EINVAL);
        }
        if (c.name().isDirectory() || world.pinned(c.name()).isPresent()) {
            return refused(Errno.EEXIST);
        }
        if (c.name().hasDot()) {
            return refused(Errno.EPERM);
        }
        world.pin(c.name(), file.map());
        return DONE;
    }

    /// Opening a pin reports the flags, then the name; any mode is to be had.
    Outcome openPin(Command.OpenPin c) {
        long ignored = has(Behaviour.PATH_DESCRIPTOR) ? Flags.PATH_FD : 0;
        if (!has(Behaviour.PINNING) || unknownMode(c.flags(), ignored) || bothModes(c.flags())) {
            return refused(Errno.EINVAL);
        }
        if (c.name().isDirectory()) {
            return refused(Errno.EACCES);
        }
        if (c.name().hasDot()) {
            return refused(Errno.EPERM);
        }
        var map = world.pinned(c.name());
        map.ifPresent(found -> open(c.map(), found, c.flags()));
        return map.isPresent() ? DONE : refused(Errno.ENOENT);
    }

    /// Removing a pin leaves every descriptor as it is.
    Outcome unpin(Command.Unpin c) {
        if (c.name().isDirectory()) {
            return refused(Errno.EISDIR);
        }
        if (c.name().hasDot()) {
            return refused(Errno.EPERM);
        }
        if (world.pinned(c.name()).isEmpty()) {
            return refused(Errno.ENOENT);
        }
        world.unpin(c.name());
        return DONE;
    }

    private boolean unknownMode(long flags, long ignored) {
        long modes = has(Behaviour.DESCRIPTOR_MODE) ? MODES : 0;
        return (flags & ~(modes | ignored)) != 0;
    }

    private static boolean bothModes(long flags) {
        return (flags & MODES) == MODES;
    }

    private void open(Handle handle, ArrayMap map, long flags) {
        world.bind(handle, Descriptor.Open.of(map, flags));
    }

    private boolean has(Behaviour behaviour) {
        return world.profile().has(behaviour);
    }
}
