package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.DONE;
import static org.maptck.model.reference.Answers.refused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Privilege;
import org.maptck.model.Profile;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// Creating a map.
final class Creation {
    private static final int NAME_SIZE = 16;
    private static final int MULTIPLICATION = 0xd7;
    private static final int DIVISION = 0xf7;
    private static final int LOCK_SIZE = 4;
    private static final int HASH_SIZE = 32;
    private static final int NO_NODE = -1;
    private static final int ONLY_NODE = 0;
    private static final int POINTER = 8;
    private static final long SLOTS = 0xffff_ffffL;
    private static final long ACCESS = Flags.RDONLY_PROG | Flags.WRONLY_PROG;

    /// What a descriptor is that is no token: none, or something else.
    private static final Permitted NO_TOKEN =
            new Permitted.OneOf(List.of(refused(Errno.EINVAL), refused(Errno.EBADF)));

    private final World world;
    private final Platform platform;
    private final Profile profile;
    private final TypeRules types;

    Creation(World world) {
        this.world = world;
        this.platform = world.platform();
        this.profile = world.profile();
        this.types = new TypeRules(platform, profile);
    }

    /// A map is made where nothing speaks against it: first its description, then its storage, then
    /// its name, then its lock.
    Permitted create(Command.Create c) {
        MapSpec spec = c.spec();
        var wrong =
                lock(spec)
                        .or(() -> types.incomplete(c.extras()))
                        .or(() -> attributes(spec))
                        .or(() -> sizes(spec));
        if (wrong.isPresent()) {
            return new Permitted.Only(refused(wrong.get()));
        }
        if ((spec.flags() & Flags.TOKEN_FD) != 0) {
            return token(c.extras().token());
        }
        var barred = caller(spec, c.extras());
        long need = storage(spec);
        if (barred.isPresent() || exceedsMemory(spec, need)) {
            return new Permitted.Only(refused(barred.orElse(Errno.ENOMEM)));
        }
        Outcome made =
                name(spec)
                        .or(() -> types.refusal(spec, c.extras().types()))
                        .or(() -> special(spec, c.extras().types()))
                        .or(() -> exclusive(spec))
                        .map(Answers::refused)
                        .orElse(DONE);
        if (made.equals(DONE)) {
            bind(c);
        }
        return need > platform.memory() / 4
                ? new Permitted.OneOf(List.of(made, refused(Errno.ENOMEM)))
                : new Permitted.Only(made);
    }

    /// The number 0 may be a descriptor or none.
    private static Permitted token(ForeignDescriptor token) {
        return switch (token) {
            case NONE -> NO_TOKEN;
            case CLOSED -> new Permitted.Only(refused(Errno.EBADF));
            case OTHER -> new Permitted.Only(refused(Errno.EINVAL));
        };
    }

    /// Creating takes a privilege, and asking a device another one; then the device has its say,
    /// and without a device the number of slots, which has to be a power of 2 for a caller from
    /// whom memory has to be hidden.
    private Optional<Errno> caller(MapSpec spec, Extras extras) {
        if (!world.may(Privilege.BPF)) {
            return Optional.of(Errno.EPERM);
        }
        if (extras.device() != 0) {
            return Optional.of(device(spec, extras.device()));
        }
        return roundedSlots(spec) > SLOTS ? Optional.of(Errno.E2BIG) : Optional.empty();
    }

    private Errno device(MapSpec spec, int device) {
        if (!profile.has(Behaviour.DEVICE)) {
            return Errno.EINVAL;
        }
        if (!world.may(Privilege.SYS_ADMIN)) {
            return Errno.EPERM;
        }
        return spec.type().perCpu() || device != Extras.LOOPBACK ? Errno.EINVAL : Errno.EOPNOTSUPP;
    }

    private long roundedSlots(MapSpec spec) {
        long highest = Long.highestOneBit(spec.maxEntries());
        boolean plain = world.may(Privilege.PERFMON) || highest == spec.maxEntries();
        return plain ? spec.maxEntries() : highest << 1;
    }

    private void bind(Command.Create c) {
        MapSpec spec = c.spec();
        var types = c.extras().types();
        var hidden = types.holding().filter(t -> known(t.field()));
        var map = new ArrayMap(world.newId(), spec, types, platform, locked(spec), hidden);
        world.bind(c.map(), Descriptor.Open.of(map, spec.flags()));
    }

    private boolean known(TypeShape.Field field) {
        return profile.has(
                switch (field) {
                    case TIMER -> Behaviour.TIMER_FIELD;
                    case WORK_QUEUE -> Behaviour.WORK_QUEUE_FIELD;
                    case KERNEL_POINTER -> Behaviour.KERNEL_POINTER_FIELD;
                });
    }

    /// The type description of a value is loaded before the map is created, and does not load where
    /// the lock does not fit into the value or is not aligned to its size.
    private Optional<Errno> lock(MapSpec spec) {
        if (spec.lock().isEmpty()) {
            return Optional.empty();
        }
        int lock = spec.lock().get();
        if (lock < 0 || lock > spec.valueSize() - LOCK_SIZE) {
            return Optional.of(Errno.EINVAL);
        }
        boolean refused = lock % LOCK_SIZE != 0 && profile.has(Behaviour.LOCK_ALIGNMENT);
        return refused ? Optional.of(Errno.EFAULT) : Optional.empty();
    }

    /// Whether the kernel finds a lock in the value.
    private boolean locked(MapSpec spec) {
        return profile.has(Behaviour.SPIN_LOCK)
                && spec.lock().filter(lock -> lock % LOCK_SIZE == 0).isPresent();
    }

    private Optional<Errno> attributes(MapSpec spec) {
        boolean invalid =
                namedTooEarly(spec)
                        || (spec.exclusive().isPresent() && !profile.has(Behaviour.EXCLUSIVE_MAP))
                        || spec.mapExtra() != 0
                        || both(spec, Flags.RDONLY, Flags.WRONLY)
                        || noSuchNode(spec)
                        || unknownType(spec)
                        || spec.maxEntries() == 0
                        || spec.keySize() != MapSpec.KEY_SIZE
                        || spec.valueSize() == 0
                        || unknownFlag(spec)
                        || both(spec, Flags.RDONLY_PROG, Flags.WRONLY_PROG)
                        || nodeOfPerCpu(spec);
        return invalid ? Optional.of(Errno.EINVAL) : Optional.empty();
    }

    private boolean namedTooEarly(MapSpec spec) {
        return !spec.name().isEmpty() && !profile.has(Behaviour.MAP_NAME);
    }

    private static boolean both(MapSpec spec, long one, long other) {
        return (spec.flags() & one) != 0 && (spec.flags() & other) != 0;
    }

    /// The node counts only with its flag; there is one node, and -1 is no preference.
    private static boolean noSuchNode(MapSpec spec) {
        return node(spec) != NO_NODE && node(spec) != ONLY_NODE;
    }

    private static int node(MapSpec spec) {
        return (spec.flags() & Flags.NUMA_NODE) == 0 ? NO_NODE : spec.numaNode();
    }

    private boolean unknownType(MapSpec spec) {
        return switch (spec.type()) {
            case ARRAY -> !profile.has(Behaviour.ARRAY);
            case PERCPU_ARRAY -> !profile.has(Behaviour.PERCPU_ARRAY);
            case UNKNOWN -> true;
        };
    }

    /// Only plain arrays can be mapped or differ from their template.
    private boolean unknownFlag(MapSpec spec) {
        long known =
                flag(Behaviour.NUMA_NODE, Flags.NUMA_NODE)
                        | flag(Behaviour.DESCRIPTOR_MODE, Flags.RDONLY | Flags.WRONLY)
                        | flag(Behaviour.PROGRAM_ACCESS, ACCESS)
                        | flag(Behaviour.TOKEN, Flags.TOKEN_FD);
        if (spec.type() == MapType.ARRAY) {
            known |= flag(Behaviour.MMAPABLE, Flags.MMAPABLE);
            known |= flag(Behaviour.INNER_MAP, Flags.INNER_MAP);
        }
        return (spec.flags() & ~known) != 0;
    }

    private long flag(Behaviour behaviour, long flags) {
        return profile.has(behaviour) ? flags : 0;
    }

    /// The slots of CPUs are where their CPUs are.
    private static boolean nodeOfPerCpu(MapSpec spec) {
        return spec.type().perCpu() && node(spec) != NO_NODE;
    }

    /// A value has at most 2^31-1 bytes, one of a per-CPU array no more than the platform can
    /// place.
    private Optional<Errno> sizes(MapSpec spec) {
        return spec.valueSize() > largestValue()
                        || (tooBigForCpu(spec) && profile.has(Behaviour.PERCPU_VALUE_TOO_BIG))
                ? Optional.of(Errno.E2BIG)
                : Optional.empty();
    }

    private long largestValue() {
        return profile.has(Behaviour.LARGE_VALUE)
                ? Integer.MAX_VALUE
                : (long) platform.pageSize() << 10;
    }

    private boolean tooBigForCpu(MapSpec spec) {
        return spec.type().perCpu() && spec.stride() > platform.perCpuLimit();
    }

    /// Bytes that all elements take.
    private long storage(MapSpec spec) {
        return spec.type().perCpu()
                ? roundedSlots(spec) * POINTER
                        + spec.maxEntries() * spec.stride() * platform.cpuCount()
                : roundedSlots(spec) * spec.stride();
    }

    private boolean exceedsMemory(MapSpec spec, long need) {
        return need > platform.memory() || tooBigForCpu(spec);
    }

    /// A name has at most 15 characters, each a letter, of Latin-1 with an accent from U+00C0 on
    /// too, a digit, underscore or dot; what follows a zero is not looked at.
    private Optional<Errno> name(MapSpec spec) {
        byte[] name = spec.name().getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < NAME_SIZE; i++) {
            if (i == name.length || name[i] == 0) {
                return Optional.empty();
            }
            if (!nameCharacter(name[i] & 0xff)) {
                return Optional.of(Errno.EINVAL);
            }
        }
        return Optional.of(Errno.EINVAL);
    }

    private boolean nameCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c >= 0xc0 && c != MULTIPLICATION && c != DIVISION)
                || c == '_'
                || (c == '.' && profile.has(Behaviour.NAME_DOT));
    }

    /// A program is known by 32 bytes that can be read.
    private static Optional<Errno> exclusive(MapSpec spec) {
        return spec.exclusive().flatMap(Creation::hash);
    }

    private static Optional<Errno> hash(Input hash) {
        return switch (hash) {
            case Input.Given(var bytes) when bytes.size() == HASH_SIZE -> Optional.empty();
            case Input.Unreadable() -> Optional.of(Errno.EFAULT);
            case Input.Given _ -> Optional.of(Errno.EINVAL);
            case Input.Null _ -> Optional.of(Errno.EINVAL);
            case Input.InMapping _ -> Optional.of(Errno.EINVAL);
        };
    }

    /// A part that is the kernel's affair does not go with limits for programs, nor with per-CPU
    /// arrays, where it is no pointer.
    private Optional<Errno> special(MapSpec spec, Types types) {
        boolean locked = locked(spec);
        var field = types.holding().map(TypeShape.Holding::field).filter(this::known);
        if (!locked && field.isEmpty()) {
            return Optional.empty();
        }
        long refused = profile.has(Behaviour.FIELD_NOT_WRITE_ONLY) ? ACCESS : Flags.RDONLY_PROG;
        if ((spec.flags() & refused) != 0) {
            return Optional.of(Errno.EACCES);
        }
        boolean pointer = field.equals(Optional.of(TypeShape.Field.KERNEL_POINTER));
        if (!spec.type().perCpu() || pointer) {
            return Optional.empty();
        }
        boolean named = profile.has(Behaviour.LOCK_UNSUPPORTED);
        return Optional.of(named ? Errno.EOPNOTSUPP : Errno.ENOTSUPP);
    }
}
