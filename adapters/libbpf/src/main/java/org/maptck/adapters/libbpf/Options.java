package org.maptck.adapters.libbpf;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// One `struct …_opts` of libbpf: its size in the first word, and zeros but for what is set.
final class Options implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment content;

    /// @param size of the whole structure, in bytes
    Options(int size) {
        content = arena.allocate(size, Long.BYTES);
        content.set(ValueLayout.JAVA_LONG, 0, size);
    }

    Options u32(int offset, long value) {
        content.set(ValueLayout.JAVA_INT, offset, (int) value);
        return this;
    }

    Options u64(int offset, long value) {
        content.set(ValueLayout.JAVA_LONG, offset, value);
        return this;
    }

    long address() {
        return content.address();
    }

    @Override
    public void close() {
        arena.close();
    }
}
