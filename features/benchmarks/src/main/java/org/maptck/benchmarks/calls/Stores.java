package org.maptck.benchmarks.calls;

import java.util.ArrayList;
import java.util.List;

/// What was put into memory since the last call, as few pieces: what overlaps or touches is one.
final class Stores {
    private final List<Entry.Stored> pieces = new ArrayList<>();

    /// Puts bytes there.
    void put(long address, byte[] content) {
        var piece = new Entry.Stored(address, content);
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (touches(pieces.get(i), piece)) {
                piece = joined(pieces.remove(i), piece);
            }
        }
        pieces.add(piece);
    }

    private static boolean touches(Entry.Stored a, Entry.Stored b) {
        return a.address() <= end(b) && b.address() <= end(a);
    }

    private static long end(Entry.Stored piece) {
        return piece.address() + piece.content().length;
    }

    private static Entry.Stored joined(Entry.Stored before, Entry.Stored after) {
        long start = Math.min(before.address(), after.address());
        var content = new byte[(int) (Math.max(end(before), end(after)) - start)];
        copy(before, content, start);
        copy(after, content, start);
        return new Entry.Stored(start, content);
    }

    private static void copy(Entry.Stored piece, byte[] content, long start) {
        int offset = (int) (piece.address() - start);
        System.arraycopy(piece.content(), 0, content, offset, piece.content().length);
    }

    /// All pieces, which are forgotten here.
    List<Entry.Stored> take() {
        var all = List.copyOf(pieces);
        pieces.clear();
        return all;
    }
}
