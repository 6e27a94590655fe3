package org.maptck.adapters.linux;

import org.maptck.model.Bytes;

/// A caller's buffer that ends where memory ends: the byte after the last one cannot be read or
/// written. Grows as needed.
final class Area {
    /// The most that a buffer may hold, in bytes.
    static final long LIMIT = 256 << 20;

    private final Pages pages;
    private long start;
    private long capacity;

    Area(Pages pages) {
        this.pages = pages;
        open(pages.size());
    }

    private void open(long bytes) {
        capacity = bytes;
        start = pages.allocate(capacity + pages.size(), Pages.READ | Pages.WRITE);
        Pages.demand("guard page", pages.protect(start + capacity, pages.size(), Pages.NONE));
    }

    /// The address of the last `size` bytes.
    ///
    /// @throws Unsupportable for more than [#LIMIT]
    long ending(long size) {
        if (size > capacity) {
            grow(size);
        }
        return start + capacity - size;
    }

    /// The address of the last bytes, which then are these.
    ///
    /// @throws Unsupportable for more than [#LIMIT]
    long holding(Bytes bytes) {
        long address = ending(bytes.size());
        pages.kernel().write(address, bytes);
        return address;
    }

    private void grow(long size) {
        if (size > LIMIT) {
            throw Unsupportable.memory(size, LIMIT);
        }
        close();
        open(Math.max(pages.size(), Long.highestOneBit(size - 1) << 1));
    }

    /// An address at which nothing can be read or written.
    long unreadable() {
        return start + capacity;
    }

    /// Gives back what it has grown by; the content is lost.
    void shrink() {
        if (capacity > pages.size()) {
            close();
            open(pages.size());
        }
    }

    void close() {
        pages.release(start, capacity + pages.size());
    }
}
