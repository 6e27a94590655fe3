package org.maptck.adapters.process;

import java.net.UnixDomainSocketAddress;
import java.nio.file.InvalidPathException;
import org.maptck.adapters.spi.CannotOpen;

/// A server that speaks the protocol on a Unix socket: `unix:PATH`.
public final class UnixAdapter extends WireAdapter {
    @Override
    public String kind() {
        return "unix";
    }

    @Override
    public String summary() {
        return "a server that speaks the protocol, as in unix:./adapter.sock";
    }

    @Override
    Connection.Door door(String argument) throws CannotOpen {
        try {
            var address = UnixDomainSocketAddress.of(argument);
            return () -> Peer.at(address);
        } catch (InvalidPathException _) {
            throw wanted(argument, "unix:PATH");
        }
    }
}
