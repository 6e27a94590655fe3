package org.maptck.features.fuzz;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Input;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.Output;
import org.maptck.model.Platform;

/// What commands are made of: maps, keys, values, flags, buffers; weighted towards what is small
/// and what is just past an edge.
final class Operands {
    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CACHED = 16;
    private static final long NEAR = 6;
    private static final int LARGEST = (1 << 17) + 8;

    /// Bytes of the values of which there are some ready made.
    private static final int POOLED = 48;

    private static final int CONTENTS = 64;
    private static final Input NULL = new Input.Null();
    private static final Input UNREADABLE = new Input.Unreadable();
    private static final Output FITS = new Output.Fits();

    private static final Odds<Handle> HANDLES =
            Odds.of(8, Handle.A).and(3, Handle.named("B")).and(1, Handle.named("C"));
    private static final Odds<Mapping> MAPPINGS =
            Odds.of(3, new Mapping(0)).and(1, new Mapping(1)).and(1, new Mapping(2));
    private static final Odds<Long> FAR =
            Odds.evenly(256L, 0x7fff_ffffL, 0x8000_0000L, 0xffff_fffeL, 0xffff_ffffL);
    private static final Odds<Long> ODD_FLAGS =
            Odds.evenly(
                    Flags.NOEXIST,
                    Flags.EXIST,
                    Flags.NOEXIST | Flags.EXIST,
                    Flags.LOCK,
                    Flags.LOCK | Flags.EXIST,
                    Flags.LOCK | Flags.NOEXIST,
                    Flags.CPU,
                    Flags.CPU | 1L << 32,
                    Flags.CPU | 2L << 32,
                    Flags.ALL_CPUS,
                    Flags.ALL_CPUS | Flags.CPU,
                    1L << 5,
                    1L << 32,
                    1L << 63,
                    -1L);
    private static final Odds<Integer> SIZES = Odds.evenly(8, 4, 1, 3, 5, 9, 12, 16, 24);
    private static final Odds<Integer> ROOMS = Odds.evenly(8, 4, 1, 16, 48);
    private static final Odds<Long> NUMBERS =
            Odds.evenly(0L, 1L, 2L, 255L, 1L << 31, 0xffff_ffffL, 1L << 63, -1L);

    private final Platform platform;
    private final boolean pointers;
    private final boolean mapped;
    private final Input[] keys;
    private final Operand[] indexes;
    private final Input.Given[][] pool;

    Operands(Identity identity) {
        platform = identity.platform();
        Set<Capability> offered = identity.capabilities();
        pointers = offered.contains(Capability.POINTERS);
        mapped = pointers && offered.contains(Capability.MMAP);
        keys = IntStream.range(0, CACHED).mapToObj(this::given).toArray(Input[]::new);
        indexes =
                IntStream.range(0, CACHED).mapToObj(Operand.Constant::new).toArray(Operand[]::new);
        pool =
                IntStream.rangeClosed(0, POOLED)
                        .mapToObj(Operands::pool)
                        .toArray(Input.Given[][]::new);
    }

    private Input given(long index) {
        return new Input.Given(platform.key(index));
    }

    Platform platform() {
        return platform;
    }

    Handle map(Draft d) {
        return HANDLES.pick(d);
    }

    Mapping mapping(Draft d) {
        return MAPPINGS.pick(d);
    }

    /// An index: mostly of an element, else near the edges.
    long index(Draft d, Handle map) {
        long entries = d.spec(map).maxEntries();
        return switch (d.below(16)) {
            case 11 -> Math.max(0, entries - 1);
            case 12 -> Math.min(entries, 0xffff_ffffL);
            case 13 -> Math.min(entries + 1, 0xffff_ffffL);
            case 14 -> entries > 16 ? (16L << d.below(5)) - 2 + d.below(4) : d.below((int) NEAR);
            case 15 -> FAR.pick(d);
            default -> d.below((int) Math.clamp(entries, 1, NEAR));
        };
    }

    Operand operand(Draft d, Handle map) {
        long index = index(d, map);
        return index < CACHED ? indexes[(int) index] : new Operand.Constant(index);
    }

    Input key(Draft d, Handle map) {
        if (pointers && d.onceIn(16)) {
            return oddKey(d);
        }
        long index = index(d, map);
        return index < CACHED ? keys[(int) index] : given(index);
    }

    Input plainKey(Draft d, Handle map) {
        return keys[d.below((int) Math.clamp(d.spec(map).maxEntries(), 1, NEAR))];
    }

    private Input oddKey(Draft d) {
        return switch (d.below(mapped ? 5 : 4)) {
            case 0 -> NULL;
            case 1 -> UNREADABLE;
            case 2 -> given(d, 3);
            case 3 -> new Input.Given(platform.key(d.below(4)).then(bytes(d, 4)));
            default -> inMapping(d);
        };
    }

    private Input inMapping(Draft d) {
        return new Input.InMapping(mapping(d), 4L * d.below(5));
    }

    /// A value of user space: mostly of the size that the map has.
    Input value(Draft d, Handle map) {
        if (pointers && d.onceIn(16)) {
            return switch (d.below(mapped ? 4 : 3)) {
                case 0 -> NULL;
                case 1 -> UNREADABLE;
                case 2 -> given(d, SIZES.pick(d));
                default -> inMapping(d);
            };
        }
        return plainValue(d, map);
    }

    Input plainValue(Draft d, Handle map) {
        return given(d, size(d.spec(map).userValueSize(platform.cpuCount())));
    }

    /// A value of a program.
    Bytes programValue(Draft d, Handle map) {
        boolean odd = d.onceIn(16);
        return bytes(d, odd ? SIZES.pick(d) : size(d.spec(map).valueSize()));
    }

    private static int size(long wanted) {
        return Math.clamp(wanted, 1, LARGEST);
    }

    /// Bytes that one choice decides; all zero for the plainest.
    Bytes bytes(Draft d, int size) {
        return size <= POOLED ? pooled(d, size).bytes() : content(d.bits(), size);
    }

    private Input.Given given(Draft d, int size) {
        return size <= POOLED ? pooled(d, size) : new Input.Given(content(d.bits(), size));
    }

    private Input.Given pooled(Draft d, int size) {
        return pool[size][d.below(CONTENTS)];
    }

    private static Input.Given[] pool(int size) {
        var random = new SplittableRandom(size);
        return IntStream.range(0, CONTENTS)
                .mapToLong(i ->
                        i < NUMBERS.table().size() ? NUMBERS.table().get(i) : random.nextLong())
                .mapToObj(word -> new Input.Given(content(word, size)))
                .toArray(Input.Given[]::new);
    }

    private static Bytes content(long first, int size) {
        var content = new byte[size];
        long word = first;
        int at = 0;
        for (; at + Long.BYTES <= size; at += Long.BYTES) {
            WORDS.set(content, at, word);
            word = word * 0x5851_f42d_4c95_7f2dL;
        }
        for (; at < size; at++) {
            content[at] = (byte) word;
            word >>>= 8;
        }
        return Bytes.owning(content);
    }

    long number(Draft d) {
        return d.onceIn(4) ? NUMBERS.pick(d) : d.bits();
    }

    long flags(Draft d) {
        return d.below(3) < 2 ? Flags.ANY : ODD_FLAGS.pick(d);
    }

    /// Where an answer goes: mostly where it fits.
    Output output(Draft d) {
        if (!pointers || d.below(8) < 7) {
            return FITS;
        }
        return switch (d.below(mapped ? 4 : 3)) {
            case 0, 1 -> new Output.Room(ROOMS.pick(d));
            case 2 -> new Output.Null();
            default -> new Output.InMapping(mapping(d), 4L * d.below(5));
        };
    }

    /// A byte of a value, at an edge or inside.
    int offset(Draft d, Handle map, int width) {
        int size = (int) Math.min(d.spec(map).valueSize(), 1 << 16);
        return switch (d.below(16)) {
            case 12 -> Math.max(0, size - width);
            case 13 -> size - width + 1;
            case 14 -> size;
            case 15 -> d.onceIn(4) ? 1 << 29 : -1;
            default -> width * d.below(Math.clamp(size / width, 1, 3));
        };
    }
}
