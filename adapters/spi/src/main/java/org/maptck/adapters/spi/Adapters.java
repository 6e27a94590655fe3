package org.maptck.adapters.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.maptck.model.Implementation;

/// The adapters that are installed.
public record Adapters(List<Adapter> all) {
    public Adapters {
        all = List.copyOf(all);
    }

    /// Those that [ServiceLoader] finds, the model first, then by kind.
    public static Adapters installed() {
        return new Adapters(
                ServiceLoader.load(Adapter.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(
                                Comparator.comparing(
                                                (Adapter a) -> !a.kind().equals(ModelAdapter.KIND))
                                        .thenComparing(Adapter::kind))
                        .toList());
    }

    /// Starts the implementation at an address, with the usual limits.
    ///
    /// @throws CannotOpen where there is no such kind, the machine does not offer it, or it does
    ///   not start
    public Implementation open(Address address) throws CannotOpen {
        return open(address, Limits.USUAL);
    }

    /// Starts the implementation at an address.
    ///
    /// @throws CannotOpen where there is no such kind, the machine does not offer it, or it does
    ///   not start
    public Implementation open(Address address, Limits limits) throws CannotOpen {
        var adapter = of(address);
        var missing = adapter.missing();
        if (missing.isPresent()) {
            throw new CannotOpen("adapter '" + address + "': " + missing.get());
        }
        return adapter.open(address.argument(), limits);
    }

    /// Starts as many implementations of an address as wanted and as can be side by side, at least
    /// one.
    ///
    /// @throws CannotOpen where one does not start
    public List<Implementation> open(Address address, Limits limits, int wanted) throws CannotOpen {
        var opened = new ArrayList<Implementation>();
        int count = of(address).sideBySide() ? wanted : 1;
        try {
            while (opened.size() < count) {
                opened.add(open(address, limits));
            }
        } catch (CannotOpen why) {
            opened.forEach(Implementation::close);
            throw why;
        }
        return opened;
    }

    private Adapter of(Address address) throws CannotOpen {
        for (Adapter adapter : all) {
            if (adapter.kind().equals(address.kind())) {
                return adapter;
            }
        }
        throw new CannotOpen(
                "adapter '"
                        + address
                        + "' is of no known kind, wanted one of "
                        + String.join(", ", all.stream().map(Adapter::kind).toList()));
    }
}
