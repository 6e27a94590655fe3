package org.maptck.adapters.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/// The lines of a stream, in UTF-8, each of a limited length.
final class Lines {
    /// Bytes that a line may have where nothing else is said.
    static final int USUAL_LIMIT = 64 << 20;

    private static final byte END = '\n';

    private final InputStream in;
    private final Room room;
    private int from;
    private int to;

    Lines(InputStream in, Room room) {
        this.in = in;
        this.room = room;
    }

    /// The memory of the line that is read. It grows to what the longest line needed and stays, so
    /// that a line without an end, again and again, costs its limit once.
    static final class Room {
        private static final int AT_FIRST = 1 << 16;
        private static final int LONGEST = Integer.MAX_VALUE - AT_FIRST;

        private final int limit;
        private byte[] bytes;

        /// @param limit bytes that a line may have
        Room(int limit) {
            this.limit = Math.min(limit, LONGEST);
            bytes = new byte[Math.min(AT_FIRST, this.limit + 1)];
        }

        /// At most a line and its end.
        private void grow() {
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, limit + 1));
        }
    }

    /// A line that is none.
    static final class BadLine extends IOException {
        private static final long serialVersionUID = 1;

        private final boolean last;

        BadLine(String why, boolean last) {
            super(why);
            this.last = last;
        }

        /// Whether no line can follow.
        boolean isLast() {
            return last;
        }
    }

    /// The next line without its end; empty at the end of the stream.
    ///
    /// @throws BadLine for a line that is too long, is not UTF-8, or has no end
    Optional<String> next() throws IOException {
        int scanned = from;
        while (true) {
            for (; scanned < to; scanned++) {
                if (room.bytes[scanned] == END) {
                    return Optional.of(take(scanned));
                }
            }
            if (to - from > room.limit) {
                throw new BadLine("a line of more than " + room.limit + " bytes", true);
            }
            makeRoom();
            scanned = to;
            int count = in.read(room.bytes, to, room.bytes.length - to);
            if (count < 0) {
                return end();
            }
            to += count;
        }
    }

    private Optional<String> end() throws BadLine {
        if (to > from) {
            throw new BadLine("the end of the stream within a line", true);
        }
        return Optional.empty();
    }

    private void makeRoom() {
        System.arraycopy(room.bytes, from, room.bytes, 0, to - from);
        to -= from;
        from = 0;
        if (to == room.bytes.length) {
            room.grow();
        }
    }

    private String take(int end) throws BadLine {
        var bytes = ByteBuffer.wrap(room.bytes, from, end - from);
        from = end + 1;
        try {
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException _) {
            throw new BadLine("a line that is not UTF-8", false);
        }
    }
}
