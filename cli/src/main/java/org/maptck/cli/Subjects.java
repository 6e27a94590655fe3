package org.maptck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Implementation;
import org.maptck.reports.ExitCode;

/// The implementations that a command is about, by address.
///
/// @param notOffered those that are not to be had here, each with the reason
record Subjects(Map<String, Implementation> opened, Map<String, String> notOffered) {
    /// Those that are named; where none is, the model and all that this machine offers.
    static Subjects open(List<String> addresses) {
        var installed = Adapters.installed();
        return addresses.isEmpty()
                ? all(installed)
                : new Subjects(named(installed, addresses), Map.of());
    }

    private static Subjects all(Adapters installed) {
        Map<String, Implementation> opened = new LinkedHashMap<>();
        Map<String, String> notOffered = new LinkedHashMap<>();
        for (Adapter adapter : installed.all()) {
            if (adapter.offeredByDefault()) {
                try {
                    opened.put(adapter.kind(), installed.open(Address.of(adapter.kind())));
                } catch (CannotOpen why) {
                    notOffered.put(adapter.kind(), String.valueOf(why.getMessage()));
                }
            }
        }
        return new Subjects(opened, notOffered);
    }

    private static Map<String, Implementation> named(Adapters installed, List<String> addresses) {
        Map<String, Implementation> opened = new LinkedHashMap<>();
        for (String address : addresses) {
            try {
                opened.put(address, installed.open(Address.of(address)));
            } catch (CannotOpen why) {
                opened.values().forEach(Implementation::close);
                throw new Stop(ExitCode.NO_ADAPTER, String.valueOf(why.getMessage()));
            }
        }
        return opened;
    }
}
