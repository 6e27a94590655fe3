package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.MAP_CREATE;
import static org.maptck.adapters.linux.Attributes.OBJ_GET_INFO_BY_FD;

import java.nio.charset.StandardCharsets;
import org.maptck.adapters.linux.Bindings.Bound;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Extras;
import org.maptck.model.Input;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;

/// Creating maps, and what they say of themselves.
record Creation(Kernel kernel, Attributes attributes, Area area, Bindings bindings) {
    private static final int ARRAY = 2;
    private static final int PERCPU_ARRAY = 6;
    private static final int NO_TYPE = 0xffff;
    private static final int CREATE_SIZE = 72;
    private static final int WHOLE_SIZE = 80;
    private static final int EXCLUSIVE_SIZE = 96;
    private static final int HASH_SIZE = 32;
    private static final int NAME_FIELD = 28;
    private static final int NAME_SIZE = 16;
    private static final int INFO_ARGUMENTS = 16;
    private static final int INFO_SIZE = 88;
    private static final int INFO_ID = 4;
    private static final int INFO_NAME = 24;
    private static final int INFO_MAP_EXTRA = 80;

    /// Storage below this many bytes is always asked for.
    private static final long SMALL = 64 << 20;

    Outcome create(Command.Create create) {
        requireMemory(create.spec());
        long fd = open(create.spec(), create.extras());
        if (fd < 0) {
            return ErrnoNumbers.refused(fd);
        }
        bindings.bind(create.map(), new Bound((int) fd, create.spec()));
        return ErrnoNumbers.DONE;
    }

    /// What would take most of the memory is not asked for. What exceeds all of it in one piece is:
    /// the kernel refuses that before it allocates anything.
    private void requireMemory(MapSpec spec) {
        long storage = storage(spec);
        if (storage > SMALL && firstPiece(spec) <= kernel.platform().memory() && !tooLarge(spec)) {
            long limit = kernel.availableMemory() / 4;
            if (storage > limit) {
                throw Unsupportable.memory(storage, limit);
            }
        }
    }

    /// A value that is refused for its size takes no memory.
    private boolean tooLarge(MapSpec spec) {
        return spec.type().perCpu()
                ? spec.stride() > kernel.platform().perCpuLimit()
                : spec.valueSize() > Integer.MAX_VALUE;
    }

    private long storage(MapSpec spec) {
        long slots = spec.userValueSize(kernel.platform().cpuCount());
        return spec.type().perCpu()
                ? bytes(spec.maxEntries(), Long.BYTES + slots)
                : firstPiece(spec);
    }

    /// All elements of a plain array; of a per-CPU array, the pointers to their slots.
    private static long firstPiece(MapSpec spec) {
        return bytes(spec.maxEntries(), spec.type().perCpu() ? Long.BYTES : spec.stride());
    }

    private static long bytes(long elements, long each) {
        boolean fits = Math.multiplyHigh(elements, each) == 0 && elements * each >= 0;
        return fits ? elements * each : Long.MAX_VALUE;
    }

    private long open(MapSpec spec, Extras extras) {
        if (spec.lock().isPresent() && !extras.equals(Extras.NONE)) {
            throw new Unsupportable("a lock beside further arguments");
        }
        return spec.lock().isPresent()
                ? openLocked(spec, spec.lock().get())
                : new Arguments(kernel, attributes, area).with(extras, given -> call(spec, given));
    }

    private long openLocked(MapSpec spec, int lock) {
        var order = kernel.platform().byteOrder();
        long btf = attributes.loadTypes(area, Btf.ofLockedValue(order, spec.valueSize(), lock));
        if (btf < 0) {
            return btf;
        }
        long fd = call(spec, Arguments.Given.ofTypes(btf, Btf.KEY_TYPE, Btf.VALUE_TYPE));
        kernel.call(Call.CLOSE, btf, 0, 0);
        return fd;
    }

    private long call(MapSpec spec, Arguments.Given given) {
        int size = given.beyond() ? WHOLE_SIZE : CREATE_SIZE;
        attributes
                .zero(WHOLE_SIZE)
                .u32(0, typeNumber(spec.type()))
                .u32(4, spec.keySize())
                .u32(8, spec.valueSize())
                .u32(12, spec.maxEntries())
                .u32(16, spec.flags())
                .u32(24, spec.numaNode())
                .u32(20, given.innerMap())
                .u32(44, given.device())
                .u32(48, given.types())
                .u32(52, given.keyType())
                .u32(56, given.valueType())
                .u32(60, given.kernelType())
                .u32(72, given.typeObject())
                .u32(76, given.token())
                .u64(64, spec.mapExtra());
        kernel.write(attributes.address(NAME_FIELD), name(spec.name()));
        return spec.exclusive().isPresent()
                ? callExclusive(spec.exclusive().get())
                : attributes.call(MAP_CREATE, size);
    }

    private long callExclusive(Input hash) {
        int size = hash instanceof Input.Given(var bytes) ? bytes.size() : HASH_SIZE;
        attributes.u64(72, 0).u64(80, place(hash)).u32(88, size).u32(92, 0);
        return attributes.call(MAP_CREATE, EXCLUSIVE_SIZE);
    }

    private long place(Input hash) {
        return switch (hash) {
            case Input.Given(var bytes) -> area.holding(bytes);
            case Input.Unreadable() -> area.unreadable();
            case Input.Null _, Input.InMapping _ -> 0;
        };
    }

    private static Bytes name(String name) {
        var bytes = Bytes.of(name.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.slice(0, Math.min(bytes.size(), NAME_SIZE));
    }

    private static int typeNumber(MapType type) {
        return switch (type) {
            case ARRAY -> ARRAY;
            case PERCPU_ARRAY -> PERCPU_ARRAY;
            case UNKNOWN -> NO_TYPE;
        };
    }

    Outcome info(Command.GetInfo command) {
        long address = area.holding(Bytes.zeros(INFO_SIZE));
        long result =
                attributes
                        .u32(0, bindings.fd(command.map()))
                        .u32(4, INFO_SIZE)
                        .u64(8, address)
                        .call(OBJ_GET_INFO_BY_FD, INFO_ARGUMENTS);
        if (result < 0) {
            return ErrnoNumbers.refused(result);
        }
        bindings.tell(command.map(), kernel.get(address + INFO_ID, 4));
        return described(address);
    }

    private Outcome described(long info) {
        return new Outcome.Described(
                new MapInfo(
                        type(kernel.get(info, 4)),
                        kernel.get(info + 8, 4),
                        kernel.get(info + 12, 4),
                        kernel.get(info + 16, 4),
                        kernel.get(info + 20, 4),
                        text(kernel.read(info + INFO_NAME, NAME_SIZE)),
                        kernel.get(info + INFO_ID, 4),
                        kernel.get(info + INFO_MAP_EXTRA, 8)));
    }

    private static MapType type(long number) {
        return switch ((int) number) {
            case ARRAY -> MapType.ARRAY;
            case PERCPU_ARRAY -> MapType.PERCPU_ARRAY;
            default -> MapType.UNKNOWN;
        };
    }

    private static String text(Bytes name) {
        var text = new String(name.toArray(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
