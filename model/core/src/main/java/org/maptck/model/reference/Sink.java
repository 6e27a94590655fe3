package org.maptck.model.reference;

import java.util.Arrays;
import org.maptck.model.Bytes;
import org.maptck.model.Output;

/// Where an answer goes, piece by piece.
sealed interface Sink {
    /// Writes as many of the bytes as can be written from `at` on; whether that was all of them.
    boolean put(long at, Bytes bytes);

    /// What the outcome tells of it, after `delivered` bytes are said to be there.
    Bytes shown(long delivered);

    /// Whether the outcome can tell that something was written.
    boolean marked();

    /// A buffer that grows with what is written to it.
    final class Fitting implements Sink {
        private byte[] content = {};
        private int size;

        @Override
        public boolean put(long at, Bytes bytes) {
            int end = Math.toIntExact(at + bytes.size());
            if (end > content.length) {
                content = Arrays.copyOf(content, Math.max(end, content.length * 2));
            }
            bytes.copyTo(content, (int) at);
            size = Math.max(size, end);
            return true;
        }

        @Override
        public Bytes shown(long delivered) {
            return Bytes.owning(Arrays.copyOf(content, (int) Math.min(size, delivered)));
        }

        @Override
        public boolean marked() {
            return size > 0;
        }
    }

    /// A buffer of one size, behind which there is no memory.
    final class Roomy implements Sink {
        private final byte[] content;
        private boolean marked;

        Roomy(int size) {
            this.content = new byte[size];
            Arrays.fill(content, (byte) Output.POISON);
        }

        @Override
        public boolean put(long at, Bytes bytes) {
            int part = Math.clamp(content.length - at, 0, bytes.size());
            if (part > 0) {
                bytes.copyTo(0, content, (int) at, part);
                marked = true;
            }
            return part == bytes.size();
        }

        @Override
        public Bytes shown(long delivered) {
            return Bytes.of(content);
        }

        @Override
        public boolean marked() {
            return marked;
        }
    }

    /// Memory of a mapping, from an offset of it on.
    record Mapped(Region.Mapped region, long offset) implements Sink {
        @Override
        public boolean put(long at, Bytes bytes) {
            long start = offset + at;
            if (!region.covers(start, 0)) {
                return false;
            }
            int part = (int) Math.min(bytes.size(), region.length() - start);
            region.write(start, bytes, part);
            return part == bytes.size();
        }

        @Override
        public Bytes shown(long delivered) {
            return Bytes.EMPTY;
        }

        @Override
        public boolean marked() {
            return false;
        }
    }

    /// An address that cannot be written.
    record Nowhere() implements Sink {
        @Override
        public boolean put(long at, Bytes bytes) {
            return false;
        }

        @Override
        public Bytes shown(long delivered) {
            return Bytes.EMPTY;
        }

        @Override
        public boolean marked() {
            return false;
        }
    }
}
