package org.maptck.adapters.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/// A server at the other end of a socket.
final class Peer implements Connection {
    private final SocketChannel channel;

    private Peer(SocketChannel channel) {
        this.channel = channel;
    }

    static Peer at(SocketAddress address) throws IOException {
        return new Peer(SocketChannel.open(address));
    }

    @Override
    public InputStream in() {
        return Channels.newInputStream(channel);
    }

    @Override
    public OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public String fate() {
        return "";
    }

    @Override
    public void destroy() {
        try {
            channel.close();
        } catch (IOException _) {
            // nothing is left of it
        }
    }

    @Override
    public void finish() {
        destroy();
    }
}
