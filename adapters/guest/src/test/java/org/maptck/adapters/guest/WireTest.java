package org.maptck.adapters.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Replies come to who asked, in their order, whoever reads them from the stream.
@Timeout(20)
class WireTest {
    private static final int FIRST = 0;
    private static final int SECOND = 1;

    @Test
    void repliesToOneLaneWaitWhileAnotherReads() throws IOException {
        try (var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (var host = SocketChannel.open(server.getLocalAddress());
                    var guest = server.accept()) {
                var wire = new Wire(host);
                wire.post(1, out -> out.put((byte) 'a'));
                wire.post(1, out -> out.put((byte) 'b'));
                reply(guest, FIRST, 11);
                reply(guest, FIRST, 12);
                reply(guest, SECOND, 21);
                reply(guest, FIRST, 13);
                assertEquals(21, wire.ask(SECOND, 1, out -> out.put((byte) 'c')).result());
                assertEquals(11, wire.next(FIRST).result());
                assertEquals(12, wire.next(FIRST).result());
                assertEquals(13, wire.next(FIRST).result());
            }
        }
    }

    private static void reply(SocketChannel guest, int lane, long result) throws IOException {
        var reply = ByteBuffer.allocate(13).order(ByteOrder.LITTLE_ENDIAN);
        guest.write(reply.put((byte) lane).putLong(result).putInt(0).flip());
    }
}
