package org.maptck.adapters.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place at which runners connect: `tcp:PORT` for those of this machine, `tcp:HOST:PORT` for
/// those that reach that address of it, `unix:PATH`.
public final class Listener implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("tcp:(\\d{1,5})");
    private static final String TCP = "tcp:";
    private static final String UNIX = "unix:";

    private final ServerSocketChannel channel;
    private final Optional<Path> file;

    private Listener(ServerSocketChannel channel, Optional<Path> file) {
        this.channel = channel;
        this.file = file;
    }

    /// What is done with one connection, which is closed after it.
    public interface Guest {
        /// Serves it.
        ///
        /// @throws IOException where the other end is gone
        void serve(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    /// Begins to listen; `tcp:0` takes a port that is free.
    ///
    /// @throws IOException where it cannot
    /// @throws IllegalArgumentException for an address of another form
    public static Listener at(String address) throws IOException {
        if (address.startsWith(UNIX)) {
            return unix(address.substring(UNIX.length()));
        }
        var port = PORT.matcher(address);
        var place = port.matches() ? "localhost:" + port.group(1) : address.replaceFirst(TCP, "");
        var found = TcpAdapter.place(place).filter(_ -> address.startsWith(TCP));
        return tcp(found.orElseThrow(() -> wanted(address)).resolved());
    }

    private static IllegalArgumentException wanted(String address) {
        return new IllegalArgumentException(
                "'" + address + "', wanted tcp:PORT, tcp:HOST:PORT or unix:PATH");
    }

    private static Listener tcp(InetSocketAddress address) throws IOException {
        return bound(ServerSocketChannel.open(), address, Optional.empty());
    }

    private static Listener unix(String path) throws IOException {
        try {
            var file = Path.of(path);
            var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            return bound(channel, UnixDomainSocketAddress.of(file), Optional.of(file));
        } catch (InvalidPathException _) {
            throw wanted(UNIX + path);
        }
    }

    private static Listener bound(
            ServerSocketChannel channel, SocketAddress address, Optional<Path> file)
            throws IOException {
        try {
            channel.bind(address);
        } catch (IOException why) {
            channel.close();
            throw why;
        }
        file.ifPresent(made -> made.toFile().deleteOnExit());
        return new Listener(channel, file);
    }

    /// Where a runner of this machine finds it, as in `tcp:127.0.0.1:7000`.
    public String address() throws IOException {
        return switch (channel.getLocalAddress()) {
            case InetSocketAddress tcp -> TCP + host(tcp) + ":" + tcp.getPort();
            case SocketAddress unix -> UNIX + unix;
        };
    }

    private static String host(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /// Lets each that comes have its guest, side by side, until it is closed.
    public void serve(Guest guest) throws IOException {
        while (channel.isOpen()) {
            try {
                var peer = channel.accept();
                Thread.ofPlatform().daemon().name("runner").start(() -> serve(guest, peer));
            } catch (ClosedChannelException _) {
                return;
            }
        }
    }

    private static void serve(Guest guest, SocketChannel channel) {
        try (channel) {
            var peer = Peer.of(channel);
            guest.serve(peer.in(), peer.out());
        } catch (IOException _) {
            // the runner is gone
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
