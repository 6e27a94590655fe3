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
    /// @param present whether its pages are there, and were not given back
    record Mapped(
            ArrayMap map,
            long offset,
            long length,
            boolean madeWritable,
            boolean present,
            Protection protection)
            implements Region {
        boolean readable() {
            return present && (protection.read() || protection.write());
        }

        boolean writable() {
            return present && protection.write();
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

        /// The same with its pages given back.
        Mapped discarded() {
            return new Mapped(map, offset, length, madeWritable, false, protection);
        }

        /// The first bytes of it.
        Mapped cut(long shorter) {
            return new Mapped(map, offset, shorter, madeWritable, present, protection);
        }

        Mapped with(Protection changed) {
            return new Mapped(map, offset, length, madeWritable, present, changed);
        }
    }
}
