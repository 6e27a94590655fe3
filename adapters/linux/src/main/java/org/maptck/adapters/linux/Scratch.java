package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.MAP_CREATE;

import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Flags;

/// Memory that programs and their caller share: the one value of a private array map, mapped into
/// the process. Constants go in and results come out through it. It exists from its first use on.
final class Scratch {
    /// The most that a program may need, in bytes.
    static final int LIMIT = 64 << 20;

    private static final int FIRST_SIZE = 64 << 10;
    private static final int CREATE_SIZE = 72;
    private static final int ARRAY = 2;

    private final Pages pages;
    private final Attributes attributes;
    private int size;
    private int fd = -1;
    private long address;

    Scratch(Pages pages, Attributes attributes) {
        this.pages = pages;
        this.attributes = attributes;
    }

    /// Makes room for so many bytes; the content is lost where there was less.
    void require(int needed) {
        if (needed > LIMIT) {
            throw Unsupportable.memory(needed, LIMIT);
        }
        if (fd < 0 || needed > size) {
            close();
            open(Math.max(FIRST_SIZE, Integer.highestOneBit(needed - 1) << 1));
        }
    }

    private void open(int bytes) {
        attributes
                .zero(CREATE_SIZE)
                .u32(0, ARRAY)
                .u32(4, Integer.BYTES)
                .u32(8, bytes)
                .u32(12, 1)
                .u32(16, Flags.MMAPABLE);
        fd = (int) Pages.demand("scratch map", attributes.own(MAP_CREATE, CREATE_SIZE));
        size = bytes;
        address =
                Pages.demand(
                        "scratch mapping",
                        pages.map(fd, 0, size, Pages.READ | Pages.WRITE, Pages.SHARED));
    }

    int fd() {
        return fd;
    }

    int size() {
        return size;
    }

    long address(int offset) {
        return address + offset;
    }

    void close() {
        if (fd >= 0) {
            pages.release(address, size);
            pages.kernel().call(Call.CLOSE, fd, 0, 0);
            fd = -1;
        }
    }
}
