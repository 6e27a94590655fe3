package org.maptck.adapters.guest;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.maptck.model.Bytes;

/// The stream of requests to an agent and of its replies. Requests without a reply wait for the
/// next one with; several threads may each wait for a reply, on lanes of their own.
final class Wire {
    private static final int HEAD = 13;
    private static final int FULL = 1 << 16;

    private final SocketChannel connection;
    private final Map<Integer, Queue<Reply>> arrived = new HashMap<>();
    private ByteBuffer out = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer in =
            ByteBuffer.allocateDirect(FULL).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private boolean reading;

    /// @param result of the request, or a negative errno
    record Reply(long result, Bytes bytes) {}

    Wire(SocketChannel connection) {
        this.connection = connection;
    }

    /// A request that is being written.
    interface Request {
        void write(ByteBuffer out);
    }

    /// Appends a request without a reply.
    ///
    /// @param size the most bytes that it takes
    synchronized void post(int size, Request request) {
        request.write(room(size));
        if (out.position() >= FULL) {
            flush();
        }
    }

    private ByteBuffer room(int size) {
        if (out.remaining() < size) {
            var wider =
                    ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + size))
                            .order(ByteOrder.LITTLE_ENDIAN);
            out = wider.put(out.flip());
        }
        return out;
    }

    private void flush() {
        try {
            out.flip();
            while (out.hasRemaining()) {
                connection.write(out);
            }
            out.clear();
        } catch (IOException gone) {
            throw new UncheckedIOException("the guest is gone", gone);
        }
    }

    /// Sends a request and waits for its reply.
    Reply ask(int lane, int size, Request request) {
        synchronized (this) {
            request.write(room(size));
            flush();
        }
        return await(lane);
    }

    /// Sends what waits, and waits for the reply to a request that was appended.
    Reply next(int lane) {
        synchronized (this) {
            flush();
        }
        return await(lane);
    }

    /// Sends a request that is the last.
    synchronized void part(Request request) {
        request.write(room(1));
        flush();
    }

    private Reply await(int lane) {
        synchronized (arrived) {
            var mine = arrived.computeIfAbsent(lane, _ -> new ArrayDeque<>());
            while (reading && mine.isEmpty()) {
                pause();
            }
            if (!mine.isEmpty()) {
                return mine.remove();
            }
            reading = true;
        }
        try {
            return readUntil(lane);
        } finally {
            synchronized (arrived) {
                reading = false;
                arrived.notifyAll();
            }
        }
    }

    private void pause() {
        try {
            arrived.wait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a guest was asked", stopped);
        }
    }

    private Reply readUntil(int lane) {
        while (true) {
            need(HEAD);
            int from = in.get() & 0xff;
            long result = in.getLong();
            var bytes = take(in.getInt());
            var reply = new Reply(result, Bytes.owning(bytes));
            if (from == lane) {
                return reply;
            }
            synchronized (arrived) {
                arrived.computeIfAbsent(from, _ -> new ArrayDeque<>()).add(reply);
                arrived.notifyAll();
            }
        }
    }

    /// The next bytes of the stream; for the one thread that reads.
    byte[] take(int length) {
        var bytes = new byte[length];
        for (int at = 0; at < length; ) {
            need(1);
            int some = Math.min(in.remaining(), length - at);
            in.get(bytes, at, some);
            at += some;
        }
        return bytes;
    }

    private void need(int bytes) {
        try {
            while (in.remaining() < bytes) {
                in.compact();
                int count = connection.read(in);
                in.flip();
                if (count < 0) {
                    throw new EOFException("end of the stream");
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("the guest is gone", gone);
        }
    }
}
