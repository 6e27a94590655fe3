package org.maptck.adapters.spi;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
    /// one, all at the same time.
    ///
    /// @throws CannotOpen where one does not start
    public List<Implementation> open(Address address, Limits limits, int wanted) throws CannotOpen {
        int count = of(address).sideBySide() ? wanted : 1;
        if (count == 1) {
            return List.of(open(address, limits));
        }
        List<Future<Implementation>> starts;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            starts =
                    Stream.generate(() -> threads.submit(() -> open(address, limits)))
                            .limit(count)
                            .toList();
        }
        var opened = started(starts);
        for (var start : starts) {
            if (start.state() != Future.State.SUCCESS) {
                opened.forEach(Implementation::close);
                if (start.exceptionNow() instanceof CannotOpen why) {
                    throw why;
                }
                throw new IllegalStateException(start.exceptionNow());
            }
        }
        return opened;
    }

    private static List<Implementation> started(List<Future<Implementation>> starts) {
        return starts.stream()
                .filter(start -> start.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .toList();
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
