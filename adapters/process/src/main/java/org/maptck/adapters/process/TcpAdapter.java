package org.maptck.adapters.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maptck.adapters.spi.CannotOpen;

/// A server that speaks the protocol on a TCP port: `tcp:HOST:PORT`.
public final class TcpAdapter extends WireAdapter {
    private static final Pattern PLACE = Pattern.compile("\\[?(.+?)]?:(\\d{1,5})");
    private static final int MOST = 65535;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String kind() {
        return "tcp";
    }

    @Override
    public String summary() {
        return "a server that speaks the protocol, as in tcp:localhost:7000";
    }

    @Override
    Connection.Door door(String argument) throws CannotOpen {
        var place = place(argument).orElseThrow(() -> wanted(argument, "tcp:HOST:PORT"));
        return () -> Peer.at(place.resolved(), PATIENCE);
    }

    /// A host and its port.
    record Place(String host, int port) {
        InetSocketAddress resolved() throws IOException {
            var address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new IOException("host '" + host + "' is not known");
            }
            return address;
        }
    }

    /// What `HOST:PORT` means; empty where it is none.
    static Optional<Place> place(String words) {
        var place = PLACE.matcher(words);
        return place.matches() && Integer.parseInt(place.group(2)) <= MOST
                ? Optional.of(new Place(place.group(1), Integer.parseInt(place.group(2))))
                : Optional.empty();
    }
}
