package org.maptck.adapters.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// What is at the other end of a socket.
final class Peer implements Connection {
    private final SocketChannel channel;

    private Peer(SocketChannel channel) {
        this.channel = channel;
    }

    /// One at a port.
    ///
    /// @throws IOException also where nobody answers for that long
    static Peer at(InetSocketAddress address, Duration patience) throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.socket().connect(address, (int) patience.toMillis());
            return of(channel);
        } catch (IOException why) {
            channel.close();
            throw why;
        }
    }

    /// One at a file.
    static Peer at(UnixDomainSocketAddress address) throws IOException {
        return of(SocketChannel.open(address));
    }

    /// The other end of a connection that is made. A message goes out at once.
    static Peer of(SocketChannel channel) throws IOException {
        if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        return new Peer(channel);
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
