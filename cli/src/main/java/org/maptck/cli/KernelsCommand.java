package org.maptck.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.maptck.adapters.guest.CannotHave;
import org.maptck.adapters.guest.Fetch;
import org.maptck.adapters.guest.KnownKernel;
import org.maptck.adapters.guest.Store;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `maptck kernels`.
@Command(
        name = "kernels",
        mixinStandardHelpOptions = true,
        description = "List the kernels that guest:NAME boots; fetch and try them.")
final class KernelsCommand implements Callable<Integer> {
    @Option(
            names = "--fetch",
            description =
                    "take the newest package of each from Debian's archive, unpack it, boot it")
    private boolean fetch;

    @Option(names = "--boot", description = "boot each and say what it is")
    private boolean boot;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "kernels; all without it")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException {
        var store = Store.here();
        var code = ExitCode.CONFORMS;
        for (var kernel : wanted(names)) {
            try {
                System.out.println("%-18s %s".formatted(kernel.name(), told(kernel, store)));
            } catch (CannotHave | CannotOpen why) {
                System.out.println("%-18s not here: %s".formatted(kernel.name(), why.getMessage()));
                code = ExitCode.NO_ADAPTER;
            }
        }
        return code.code();
    }

    /// The kernels of these names; all where there are none.
    static List<KnownKernel> wanted(List<String> names) {
        for (String name : names) {
            if (KnownKernel.named(name).isEmpty()) {
                throw new Stop(
                        ExitCode.USAGE,
                        "kernel '" + name + "', wanted a name from 'maptck kernels'");
            }
        }
        return KnownKernel.all().stream()
                .filter(kernel -> names.isEmpty() || names.contains(kernel.name()))
                .toList();
    }

    private String told(KnownKernel kernel, Store store)
            throws IOException, CannotHave, CannotOpen {
        if (fetch) {
            var origin = new Fetch(store).fetch(kernel).origin();
            return origin + ", " + booted(kernel);
        }
        var found = store.find(kernel);
        if (found.isEmpty()) {
            return "%s, %s: not fetched".formatted(kernel.processor().debianName(), kernel.suite());
        }
        return found.get().origin() + (boot ? ", " + booted(kernel) : "");
    }

    private static String booted(KnownKernel kernel) throws CannotOpen {
        long start = System.nanoTime();
        var address = new Address("guest", kernel.name());
        try (var guest = Adapters.installed().open(address)) {
            var took = Duration.ofNanos(System.nanoTime() - start);
            var platform = guest.identity().platform();
            return "boots in %.1f s: %s, %d KiB pages, %d-bit, %s, CPUs %s of %s"
                    .formatted(
                            took.toMillis() / 1e3,
                            guest.identity().version(),
                            platform.pageSize() >> 10,
                            8 * platform.wordSize(),
                            platform.byteOrder(),
                            platform.onlineCpus(),
                            platform.possibleCpus());
        }
    }
}
