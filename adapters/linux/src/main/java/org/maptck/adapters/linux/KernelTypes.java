package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.BTF_GET_FD_BY_ID;
import static org.maptck.adapters.linux.Attributes.OBJ_GET_INFO_BY_FD;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Bytes;

/// The kernel's description of its own types, read once, where it is asked for first.
final class KernelTypes {
    /// The kernel describes itself before anybody can load a description.
    private static final int OWN_ID = 1;

    private static final int INFO_ARGUMENTS = 16;
    private static final int INFO_SIZE = 32;
    private static final int SIZE_FIELD = 8;
    private static final int TYPES_FIELD = 8;
    private static final int NAMES_FIELD = 16;
    private static final int HEADER_SIZE_FIELD = 4;
    private static final int TYPE_SIZE = 12;
    private static final int FUNCTION = 12;

    private final Pages pages;
    private final Kernel kernel;
    private final Map<String, Integer> functions = new HashMap<>();

    KernelTypes(Pages pages) {
        this.pages = pages;
        kernel = pages.kernel();
    }

    /// The number of the type of a function that programs can be attached to.
    ///
    /// @throws Unsupportable where the kernel has none of that name
    synchronized int function(String name) {
        int number = functions.computeIfAbsent(name, this::find);
        if (number == 0) {
            throw new Unsupportable("no function " + name + " in the kernel");
        }
        return number;
    }

    private int find(String name) {
        var attributes = new Attributes(pages);
        var area = new Area(pages);
        try {
            long fd = attributes.u32(0, OWN_ID).call(BTF_GET_FD_BY_ID, INFO_ARGUMENTS);
            if (fd < 0) {
                return 0;
            }
            var types = read(attributes, area, fd);
            kernel.call(Call.CLOSE, fd, 0, 0);
            return find(
                    ByteBuffer.wrap(types.toArray()).order(kernel.platform().byteOrder()), name);
        } finally {
            area.close();
            attributes.close();
        }
    }

    private Bytes read(Attributes attributes, Area area, long fd) {
        int size = (int) info(attributes, area.ending(INFO_SIZE), fd, 0, 0);
        long start = area.ending(INFO_SIZE + (long) size);
        info(attributes, start, fd, start + INFO_SIZE, size);
        return kernel.read(start + INFO_SIZE, size);
    }

    /// Lets the kernel put its description at an address: the bytes that all of it has.
    private long info(Attributes attributes, long info, long fd, long address, int size) {
        kernel.write(info, Bytes.zeros(INFO_SIZE));
        kernel.put(info, Long.BYTES, address);
        kernel.put(info + SIZE_FIELD, Integer.BYTES, size);
        Pages.demand(
                "types of the kernel",
                attributes
                        .zero(INFO_ARGUMENTS)
                        .u32(0, fd)
                        .u32(4, INFO_SIZE)
                        .u64(8, info)
                        .call(OBJ_GET_INFO_BY_FD, INFO_ARGUMENTS));
        return kernel.get(info + SIZE_FIELD, Integer.BYTES);
    }

    /// The number of a function; 0 where there is none.
    private static int find(ByteBuffer all, String name) {
        int header = all.getInt(HEADER_SIZE_FIELD);
        int at = header + all.getInt(TYPES_FIELD);
        int names = header + all.getInt(NAMES_FIELD);
        for (int number = 1; at < names; number++) {
            int info = all.getInt(at + Integer.BYTES);
            if (kind(info) == FUNCTION && named(all, names + all.getInt(at), name)) {
                return number;
            }
            at += TYPE_SIZE + rest(kind(info), info & 0xffff);
        }
        return 0;
    }

    private static int kind(int info) {
        return info >>> 24 & 0x1f;
    }

    private static boolean named(ByteBuffer all, int at, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (all.get(at + i) != name.charAt(i)) {
                return false;
            }
        }
        return all.get(at + name.length()) == 0;
    }

    /// Bytes of a type after its first three words, by its kind and number of parts.
    private static int rest(int kind, int parts) {
        return switch (kind) {
            case 1, 14, 17 -> 4;
            case 3 -> 12;
            case 4, 5, 15, 19 -> 12 * parts;
            case 6, 13 -> 8 * parts;
            default -> 0;
        };
    }
}
