package org.maptck.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maptck.adapters.process.Lie;
import org.maptck.adapters.process.LyingServer;
import org.maptck.adapters.process.Server;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `maptck serve`.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Offer an implementation of this machine to a runner elsewhere: answers the"
                        + " protocol on standard input and output.")
final class ServeCommand implements Callable<Integer> {
    @Mixin private AdapterOption adapter = new AdapterOption();

    @Option(names = "--lie", hidden = true, description = "tell one lie, as in wrong-id")
    private Optional<String> lie = Optional.empty();

    @Option(names = "--at", hidden = true, description = "the apply request to lie at")
    private int at = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var implementation = adapter.open()) {
            var in = new FileInputStream(FileDescriptor.in);
            var out = new FileOutputStream(FileDescriptor.out);
            if (lie.isPresent()) {
                return new LyingServer(implementation, named(lie.get()), at, System.err)
                        .serve(in, out);
            }
            new Server(implementation).serve(in, out);
            return ExitCode.CONFORMS.code();
        }
    }

    private static Lie named(String id) {
        return Arrays.stream(Lie.values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new Stop(
                                ExitCode.USAGE,
                                "lie '%s', wanted one of %s"
                                        .formatted(
                                                id,
                                                Arrays.stream(Lie.values())
                                                        .map(Lie::id)
                                                        .toList())));
    }
}
