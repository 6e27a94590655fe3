package org.maptck.adapters.libbpf;

import org.maptck.adapters.libbpf.Libbpf.Function;
import org.maptck.adapters.linux.Kernel;
import org.maptck.adapters.linux.Kernel.Call;

/// The commands of bpf(2) as calls of libbpf: the fields of `union bpf_attr` become arguments and
/// options. A command without a function, or with arguments of an unusual size, goes to the kernel
/// itself.
record BpfCalls(Kernel kernel, Libbpf library) {
    private static final int MAP_CREATE = 0;
    private static final int MAP_LOOKUP = 1;
    private static final int MAP_UPDATE = 2;
    private static final int MAP_DELETE = 3;
    private static final int MAP_NEXT_KEY = 4;
    private static final int PROG_LOAD = 5;
    private static final int OBJ_PIN = 6;
    private static final int OBJ_GET = 7;
    private static final int PROG_RUN = 10;
    private static final int MAP_BY_ID = 14;
    private static final int OBJ_INFO = 15;
    private static final int BTF_LOAD = 18;
    private static final int MAP_LOOKUP_AND_DELETE = 21;
    private static final int MAP_FREEZE = 22;
    private static final int LOOKUP_BATCH = 24;
    private static final int LOOKUP_AND_DELETE_BATCH = 25;
    private static final int UPDATE_BATCH = 26;
    private static final int DELETE_BATCH = 27;

    private static final int NAME_FIELD = 28;
    private static final int NAME_SIZE = 16;
    private static final int COUNT_FIELD = 32;

    /// A result, or the negative errno number.
    long call(int command, long attr, long size) {
        return size == size(command) && sayable(command, attr)
                ? call(command, attr)
                : kernel.call(Call.BPF, command, attr, size);
    }

    /// The usual size of a command's arguments; -1 where there is no function for it.
    private static long size(int command) {
        return switch (command) {
            case MAP_CREATE -> 72;
            case MAP_LOOKUP, MAP_UPDATE, MAP_LOOKUP_AND_DELETE -> 32;
            case MAP_DELETE, OBJ_PIN, OBJ_GET, OBJ_INFO -> 16;
            case MAP_NEXT_KEY, BTF_LOAD -> 24;
            case PROG_LOAD -> 120;
            case PROG_RUN -> 80;
            case MAP_BY_ID -> 12;
            case MAP_FREEZE -> 4;
            case LOOKUP_BATCH, LOOKUP_AND_DELETE_BATCH, UPDATE_BATCH, DELETE_BATCH -> 56;
            default -> -1;
        };
    }

    /// Whether the function has a parameter for every field that is set.
    private boolean sayable(int command, long attr) {
        return switch (command) {
            case MAP_CREATE -> named(attr);
            case OBJ_PIN -> u32(attr + 12) == 0;
            case OBJ_GET -> u32(attr + 8) == 0;
            default -> true;
        };
    }

    private long call(int command, long attr) {
        return switch (command) {
            case MAP_CREATE -> create(attr);
            case MAP_LOOKUP -> lookup(attr);
            case MAP_UPDATE -> element(Function.BPF_MAP_UPDATE_ELEM, attr);
            case MAP_DELETE -> library.call(Function.BPF_MAP_DELETE_ELEM, u32(attr), u64(attr + 8));
            case MAP_NEXT_KEY ->
                    library.call(
                            Function.BPF_MAP_GET_NEXT_KEY,
                            u32(attr),
                            u64(attr + 8),
                            u64(attr + 16));
            case MAP_LOOKUP_AND_DELETE ->
                    element(Function.BPF_MAP_LOOKUP_AND_DELETE_ELEM_FLAGS, attr);
            case MAP_FREEZE -> library.call(Function.BPF_MAP_FREEZE, u32(attr));
            case MAP_BY_ID -> openById(attr);
            case LOOKUP_BATCH -> read(Function.BPF_MAP_LOOKUP_BATCH, attr);
            case LOOKUP_AND_DELETE_BATCH -> read(Function.BPF_MAP_LOOKUP_AND_DELETE_BATCH, attr);
            case UPDATE_BATCH -> updateBatch(attr);
            case DELETE_BATCH -> deleteBatch(attr);
            case OBJ_PIN -> library.call(Function.BPF_OBJ_PIN, u32(attr + 8), u64(attr));
            case OBJ_GET -> open(attr);
            case OBJ_INFO ->
                    library.call(
                            Function.BPF_OBJ_GET_INFO_BY_FD, u32(attr), u64(attr + 8), attr + 4);
            case BTF_LOAD -> library.call(Function.BPF_BTF_LOAD, u64(attr), u32(attr + 16), 0);
            case PROG_LOAD -> load(attr);
            case PROG_RUN -> run(attr);
            default -> throw new IllegalArgumentException("bpf command " + command);
        };
    }

    private long lookup(long attr) {
        return u64(attr + 24) == 0
                ? library.call(
                        Function.BPF_MAP_LOOKUP_ELEM, u32(attr), u64(attr + 8), u64(attr + 16))
                : element(Function.BPF_MAP_LOOKUP_ELEM_FLAGS, attr);
    }

    private long u32(long address) {
        return kernel.get(address, 4);
    }

    private long u64(long address) {
        return kernel.get(address, 8);
    }

    /// Whether the name is one that a C string can say, with zeros behind it.
    private boolean named(long attr) {
        var name = kernel.read(attr + NAME_FIELD, NAME_SIZE);
        int end = 0;
        while (end < NAME_SIZE && name.at(end) != 0) {
            end++;
        }
        return end < NAME_SIZE && name.slice(end, NAME_SIZE).isZero();
    }

    private long create(long attr) {
        try (var opts = new Options(48)) {
            opts.u32(8, u32(attr + 48)).u32(12, u32(attr + 52)).u32(16, u32(attr + 56));
            opts.u32(20, u32(attr + 60)).u32(24, u32(attr + 20)).u32(28, u32(attr + 16));
            opts.u64(32, u64(attr + 64)).u32(40, u32(attr + 24)).u32(44, u32(attr + 44));
            return library.call(
                    Function.BPF_MAP_CREATE,
                    u32(attr),
                    attr + NAME_FIELD,
                    u32(attr + 4),
                    u32(attr + 8),
                    u32(attr + 12),
                    opts.address());
        }
    }

    private long element(Function function, long attr) {
        return library.call(function, u32(attr), u64(attr + 8), u64(attr + 16), u64(attr + 24));
    }

    private long open(long attr) {
        try (var opts = new Options(16)) {
            opts.u32(8, u32(attr + 12));
            return library.call(Function.BPF_OBJ_GET_OPTS, u64(attr), opts.address());
        }
    }

    private long openById(long attr) {
        try (var opts = new Options(16)) {
            opts.u32(8, u32(attr + 8));
            return library.call(Function.BPF_MAP_GET_FD_BY_ID_OPTS, u32(attr), opts.address());
        }
    }

    private long load(long attr) {
        try (var opts = new Options(104)) {
            opts.u32(12, u32(attr + 68)).u32(16, u32(attr + 72)).u32(20, u32(attr + 44));
            opts.u32(32, u32(attr + 108));
            opts.u64(56, u64(attr + 80)).u32(64, u32(attr + 88)).u32(68, u32(attr + 76));
            opts.u32(88, u32(attr + 24)).u32(92, u32(attr + 28)).u64(96, u64(attr + 32));
            return library.call(
                    Function.BPF_PROG_LOAD,
                    u32(attr),
                    0,
                    u64(attr + 16),
                    u64(attr + 8),
                    u32(attr + 4),
                    opts.address());
        }
    }

    private long run(long attr) {
        try (var opts = new Options(80)) {
            opts.u64(8, u64(attr + 16)).u32(24, u32(attr + 8)).u32(60, u32(attr + 32));
            return library.call(Function.BPF_PROG_TEST_RUN_OPTS, u32(attr), opts.address());
        }
    }

    private Options flags(long attr) {
        return new Options(24).u64(8, u64(attr + 40)).u64(16, u64(attr + 48));
    }

    private long read(Function function, long attr) {
        try (var opts = flags(attr)) {
            return library.call(
                    function,
                    u32(attr + 36),
                    u64(attr),
                    u64(attr + 8),
                    u64(attr + 16),
                    u64(attr + 24),
                    attr + COUNT_FIELD,
                    opts.address());
        }
    }

    private long updateBatch(long attr) {
        try (var opts = flags(attr)) {
            return library.call(
                    Function.BPF_MAP_UPDATE_BATCH,
                    u32(attr + 36),
                    u64(attr + 16),
                    u64(attr + 24),
                    attr + COUNT_FIELD,
                    opts.address());
        }
    }

    private long deleteBatch(long attr) {
        try (var opts = flags(attr)) {
            return library.call(
                    Function.BPF_MAP_DELETE_BATCH,
                    u32(attr + 36),
                    u64(attr + 16),
                    attr + COUNT_FIELD,
                    opts.address());
        }
    }
}
