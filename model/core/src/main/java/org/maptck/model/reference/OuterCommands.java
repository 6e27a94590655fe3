package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.DONE;
import static org.maptck.model.reference.Answers.refused;

import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Outcome;
import org.maptck.model.Privilege;

/// Maps of maps, and what is put into them.
final class OuterCommands {
    private static final long OF_DESCRIPTOR = Flags.RDONLY | Flags.WRONLY;

    private final World world;

    OuterCommands(World world) {
        this.world = world;
    }

    /// A creation reports the number of entries, then the caller, then the template: what is none,
    /// what is a map of maps itself, what is for one program alone.
    Outcome create(Command.CreateOuter c) {
        return TooLarge.outer(c.maxEntries()).orElseGet(() -> createSmall(c));
    }

    private Outcome createSmall(Command.CreateOuter c) {
        if (!has(Behaviour.MAP_OF_MAPS) || c.maxEntries() <= 0) {
            return refused(Errno.EINVAL);
        }
        if (!world.may(Privilege.BPF)) {
            return refused(Errno.EPERM);
        }
        return switch (world.descriptor(c.template())) {
            case Descriptor.Closed() -> refused(Errno.EBADF);
            case Descriptor.Outer _ -> refused(Errno.EINVAL);
            case Descriptor.Open file -> create(c, file.map());
        };
    }

    private Outcome create(Command.CreateOuter c, ArrayMap template) {
        if (template.exclusive() || (template.locked() && !has(Behaviour.LOCKED_INNER_MAP))) {
            return refused(Errno.ENOTSUPP);
        }
        var outer = new OuterMap(c.kind(), c.maxEntries(), template);
        world.bind(c.map(), new Descriptor.Outer(outer));
        return DONE;
    }

    /// An array of maps reports its index first, a hash of maps that it is full last; between lies
    /// what is wrong with the map.
    Outcome insert(Command.Insert c) {
        if (!(world.descriptor(c.map()) instanceof Descriptor.Outer(var outer))) {
            return refused(Errno.EBADF);
        }
        boolean full = !outer.hasRoom(c.index());
        if (full && outer.isArray()) {
            return refused(Errno.E2BIG);
        }
        var wrong = wrong(outer.template(), world.descriptor(c.inner()));
        if (wrong.isPresent() || full) {
            return refused(wrong.orElse(Errno.E2BIG));
        }
        if (world.descriptor(c.inner()) instanceof Descriptor.Open file) {
            outer.put(c.index(), file.map());
        }
        return DONE;
    }

    private Optional<Errno> wrong(ArrayMap template, Descriptor inner) {
        return switch (inner) {
            case Descriptor.Closed() -> Optional.of(Errno.EBADF);
            case Descriptor.Outer _ -> Optional.of(Errno.EINVAL);
            case Descriptor.Open file -> wrong(template, file.map());
        };
    }

    private Optional<Errno> wrong(ArrayMap template, ArrayMap inner) {
        if (inner.exclusive()) {
            return Optional.of(Errno.ENOTSUPP);
        }
        return like(template, inner) ? Optional.empty() : Optional.of(Errno.EINVAL);
    }

    /// An inner map has the type, sizes, flags and lock of the template, and its length where that
    /// is fixed.
    private boolean like(ArrayMap template, ArrayMap inner) {
        var one = template.spec();
        var other = inner.spec();
        return one.type() == other.type()
                && one.valueSize() == other.valueSize()
                && (one.flags() & ~OF_DESCRIPTOR) == (other.flags() & ~OF_DESCRIPTOR)
                && one.lock().equals(other.lock())
                && template.types().holding().equals(inner.types().holding())
                && (anyLength(template) || one.maxEntries() == other.maxEntries());
    }

    private boolean anyLength(ArrayMap template) {
        return template.perCpu()
                ? has(Behaviour.PERCPU_INNER_ANY_LENGTH) && !has(Behaviour.PERCPU_INNER_ONE_LENGTH)
                : template.has(Flags.INNER_MAP);
    }

    /// A look-up by user space tells the id of the map that was put there.
    Outcome open(Command.OpenInner c) {
        if (!(world.descriptor(c.outer()) instanceof Descriptor.Outer(var outer))) {
            return refused(Errno.EBADF);
        }
        var map = outer.get(c.index());
        if (map.isEmpty() || !world.may(Privilege.SYS_ADMIN)) {
            return refused(map.isEmpty() ? Errno.ENOENT : Errno.EPERM);
        }
        world.bind(c.map(), Descriptor.Open.of(map.get(), 0));
        return DONE;
    }

    private boolean has(Behaviour behaviour) {
        return world.profile().has(behaviour);
    }
}
