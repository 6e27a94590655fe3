package org.maptck.adapters.linux;

import java.nio.ByteBuffer;
import org.maptck.model.Bytes;

/// Entries for the steps of a program, after 8 bytes that say how many there are, in memory that
/// the program and its caller share.
///
/// @param stride bytes from one entry to the next
/// @param room how many entries there may be
record Tape(Scratch scratch, int stride, int room) {
    /// Bytes before the first entry.
    static final int HEAD = 8;

    /// The most entries.
    static final int LIMIT = 1 << 16;

    private static final int LEAST = 1 << 11;

    /// A tape for at least so many entries, each with a value of at most so many bytes.
    static Tape of(Scratch scratch, int entries, int value) {
        int stride = stride(value);
        int room = Math.max(LEAST, entries);
        scratch.require(HEAD + room * stride);
        return new Tape(scratch, stride, (scratch.size() - HEAD) / stride);
    }

    /// Whether it is one for so many entries.
    boolean holds(int entries) {
        return entries <= room;
    }

    private static int stride(int value) {
        return Entries.BYTES + ((value + Long.BYTES - 1) & -Long.BYTES);
    }

    /// Bytes of a value that an entry has room for.
    int value() {
        return stride - Entries.BYTES;
    }

    /// Where an entry begins.
    int at(int entry) {
        return HEAD + entry * stride;
    }

    /// Puts these entries where the program reads them.
    void put(Kernel kernel, Bytes entries) {
        kernel.write(scratch.address(0), entries);
    }

    /// What the program left of so many entries.
    Seen seen(Kernel kernel, int entries) {
        var bytes = kernel.read(scratch.address(0), HEAD + entries * stride);
        return new Seen(bytes, bytes.view().order(kernel.platform().byteOrder()));
    }

    /// Entries after a run, read one after the other.
    static final class Seen implements Results {
        private final Bytes all;
        private final ByteBuffer view;
        private int start;

        private Seen(Bytes all, ByteBuffer view) {
            this.all = all;
            this.view = view;
        }

        /// The same, of the entry that begins there.
        Seen from(int place) {
            start = place;
            return this;
        }

        @Override
        public long number(int offset) {
            return view.getLong(start + offset);
        }

        @Override
        public Bytes bytes(int offset, int length) {
            return all.slice(start + offset, start + offset + length);
        }
    }
}
