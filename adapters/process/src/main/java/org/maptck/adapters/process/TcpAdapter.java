package org.maptck.adapters.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.maptck.adapters.spi.CannotOpen;

/// A server that speaks the protocol on a TCP port: `tcp:HOST:PORT`.
public final class TcpAdapter extends WireAdapter {
    private static final Pattern PLACE = Pattern.compile("\\[?(.+?)]?:(\\d{1,5})");
    private static final int MOST = 65535;

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
        var place = PLACE.matcher(argument);
        if (!place.matches() || Integer.parseInt(place.group(2)) > MOST) {
            throw wanted(argument, "tcp:HOST:PORT");
        }
        var host = place.group(1);
        int port = Integer.parseInt(place.group(2));
        return () -> Peer.at(resolved(host, port));
    }

    private static InetSocketAddress resolved(String host, int port) throws IOException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("host '" + host + "' is not known");
        }
        return address;
    }
}
