package org.maptck.adapters.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The last bytes of a stream that is read to its end, however long it is.
final class Tail {
    private static final int KEPT = 4 << 10;
    private static final int LINES = 3;

    private final byte[] ring = new byte[KEPT];
    private final Thread reader;
    private long count;

    private Tail(InputStream in) {
        reader = Thread.ofPlatform().daemon().name("stderr").unstarted(() -> drain(in));
    }

    /// Begins to read.
    static Tail of(InputStream in) {
        var tail = new Tail(in);
        tail.reader.start();
        return tail;
    }

    private void drain(InputStream in) {
        var some = new byte[KEPT];
        try {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                add(some, read);
            }
        } catch (IOException _) {
            // closed under the reader: what was read stays
        }
    }

    private synchronized void add(byte[] some, int length) {
        int at = (int) (count % KEPT);
        int first = Math.min(length, KEPT - at);
        System.arraycopy(some, 0, ring, at, first);
        System.arraycopy(some, first, ring, 0, length - first);
        count += length;
    }

    /// Waits for the end of the stream.
    void awaitEnd(long millis) {
        try {
            reader.join(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The last lines, as in `; its stderr ends: 'a' 'b'`; empty where there are none.
    String words() {
        var lines = text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            return "";
        }
        var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return "; its stderr ends: '"
                + String.join("' '", last.stream().map(Tail::cut).toList())
                + "'";
    }

    private static String cut(String line) {
        int most = KEPT / LINES / 4;
        return line.length() > most ? line.substring(0, most) + "..." : line;
    }

    private synchronized String text() {
        int at = (int) (count % KEPT);
        if (count < KEPT) {
            return new String(ring, 0, at, UTF_8);
        }
        var ordered = Arrays.copyOfRange(ring, at, KEPT + at);
        System.arraycopy(ring, 0, ordered, KEPT - at, at);
        return new String(ordered, UTF_8);
    }
}
