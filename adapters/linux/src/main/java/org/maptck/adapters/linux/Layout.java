package org.maptck.adapters.linux;

import java.util.ArrayList;
import java.util.List;
import org.maptck.model.Bytes;

/// Where in the scratch memory the constants and the results of one program lie.
final class Layout {
    /// Bytes that are there before the program runs.
    record Constant(int offset, Bytes bytes) {}

    private final int size;
    private final List<Constant> constants = new ArrayList<>();
    private long used;

    /// @param size bytes that there are, of which a layout may turn out to need more
    Layout(int size) {
        this.size = size;
    }

    /// The offset of so many bytes for a result, a multiple of 8.
    int reserve(long bytes) {
        long offset = used;
        used += bytes + Long.BYTES - 1 & -Long.BYTES;
        if (used > Scratch.LIMIT) {
            throw Unsupportable.memory(used, Scratch.LIMIT);
        }
        return (int) offset;
    }

    /// The offset of a constant of which a program will read `wanted` bytes. Where it has fewer, it
    /// lies at the very end of the memory, so that the program reads over that.
    int constant(Bytes bytes, long wanted) {
        int offset = bytes.size() < wanted ? size - bytes.size() : reserve(bytes.size());
        constants.add(new Constant(offset, bytes));
        return offset;
    }

    int used() {
        return (int) used;
    }

    List<Constant> constants() {
        return List.copyOf(constants);
    }
}
