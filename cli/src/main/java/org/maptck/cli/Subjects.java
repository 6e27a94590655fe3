package org.maptck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.adapters.spi.Limits;
import org.maptck.model.Implementation;
import org.maptck.reports.ExitCode;

/// The implementations that a command is about, by address, at least one of each.
///
/// @param notOffered those that are not to be had here, each with the reason
record Subjects(Map<String, List<Implementation>> opened, Map<String, String> notOffered)
        implements AutoCloseable {
    /// Those that are named; where none is, the model and all that this machine offers.
    ///
    /// @param jobs how many of each address, where it can be had several times
    static Subjects open(List<String> addresses, Limits limits, int jobs) {
        var subjects = new Subjects(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (addresses.isEmpty()) {
            subjects.openAll(limits, jobs);
        } else {
            subjects.openNamed(addresses, limits, jobs);
        }
        return subjects;
    }

    /// As many of one address as wanted and as can be side by side, at least one.
    static Subjects open(String address, int jobs) {
        return open(List.of(address), Limits.USUAL, jobs);
    }

    private void openAll(Limits limits, int jobs) {
        for (Adapter adapter : Adapters.installed().all()) {
            if (adapter.offeredByDefault()) {
                try {
                    open(adapter.kind(), limits, jobs);
                } catch (CannotOpen why) {
                    notOffered.put(adapter.kind(), String.valueOf(why.getMessage()));
                }
            }
        }
    }

    private void openNamed(List<String> addresses, Limits limits, int jobs) {
        for (String address : addresses) {
            try {
                open(address, limits, jobs);
            } catch (CannotOpen why) {
                close();
                throw new Stop(ExitCode.NO_ADAPTER, String.valueOf(why.getMessage()));
            }
        }
    }

    private void open(String address, Limits limits, int jobs) throws CannotOpen {
        opened.put(address, Adapters.installed().open(Address.of(address), limits, jobs));
    }

    /// One of each address.
    Map<String, Implementation> first() {
        Map<String, Implementation> first = new LinkedHashMap<>();
        opened.forEach((address, all) -> first.put(address, all.getFirst()));
        return first;
    }

    List<Implementation> all() {
        return opened.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        opened.values().forEach(all -> all.forEach(Implementation::close));
    }
}
