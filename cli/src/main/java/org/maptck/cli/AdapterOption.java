package org.maptck.cli;

import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Implementation;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Option;

/// The one implementation that a command is about.
final class AdapterOption {
    @Option(
            names = {"-a", "--adapter"},
            paramLabel = "ADAPTER",
            required = true,
            description = "kind or kind:argument, see 'maptck adapters'")
    private String address = "";

    String address() {
        return address;
    }

    Implementation open() {
        return open(address);
    }

    /// @throws Stop where there is none at that address
    static Implementation open(String address) {
        try {
            return Adapters.installed().open(Address.of(address));
        } catch (CannotOpen why) {
            throw new Stop(ExitCode.NO_ADAPTER, String.valueOf(why.getMessage()));
        }
    }
}
