package org.maptck.model.reference;

import org.maptck.model.Bytes;
import org.maptck.model.Protection;

/// What a mapping stands for.
sealed interface Region {
    /// Nothing, or nothing any more.
    record Unmapped() implements Region {}

    /// Whole pages of a map.
    ///
    /// @param offset where it begins in the map's memory, in bytes
    /// @param length whole pages, in bytes
    /// @param madeWritable whether it could be written when it was made
    record Mapped(
            ArrayMap map, long offset, long length, boolean madeWritable, Protection protection)
            implements Region {
        boolean readable() {
            return protection.read() || protection.write();
        }

        boolean covers(long at, long count) {
            return at >= 0 && count >= 0 && at <= length - count;
        }

        Bytes read(long at, int count) {
            return map.memory().read(offset + at, count);
        }

        void write(long at, Bytes bytes, int count) {
            map.memory().write(offset + at, bytes, 0, count);
        }

        Mapped with(Protection changed) {
            return new Mapped(map, offset, length, madeWritable, changed);
        }
    }
}
