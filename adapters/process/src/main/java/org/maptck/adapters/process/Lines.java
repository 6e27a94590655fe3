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

    private static final int ROOM = 1 << 16;
    private static final byte END = '\n';

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[ROOM];
    private int from;
    private int to;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
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
                if (buffer[scanned] == END) {
                    return Optional.of(take(scanned));
                }
            }
            if (to - from > limit) {
                throw new BadLine("a line of more than " + limit + " bytes", true);
            }
            scanned -= from;
            makeRoom();
            int count = in.read(buffer, to, buffer.length - to);
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
        boolean full = to - from == buffer.length;
        boolean idle = to == from && buffer.length > ROOM;
        int size = full ? buffer.length * 2 : idle ? ROOM : buffer.length;
        if (from > 0 || size != buffer.length) {
            buffer = Arrays.copyOf(Arrays.copyOfRange(buffer, from, to), size);
            to -= from;
            from = 0;
        }
    }

    private String take(int end) throws BadLine {
        var bytes = ByteBuffer.wrap(buffer, from, end - from);
        from = end + 1;
        if (bytes.remaining() > limit) {
            throw new BadLine("a line of more than " + limit + " bytes", true);
        }
        try {
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException _) {
            throw new BadLine("a line that is not UTF-8", false);
        }
    }
}
