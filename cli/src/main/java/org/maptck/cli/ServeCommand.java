package org.maptck.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maptck.adapters.process.Lie;
import org.maptck.adapters.process.Listener;
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

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description =
                    "answer on connections instead: tcp:PORT for runners of this machine,"
                            + " tcp:HOST:PORT for those that reach that address of it, unix:PATH;"
                            + " each has an implementation of its own, until you interrupt it")
    private Optional<String> listen = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var told = lie.map(ServeCommand::named);
        if (listen.isPresent()) {
            adapter.open().close();
            listen(listen.get(), told);
            return ExitCode.CONFORMS.code();
        }
        return serve(
                told,
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out));
    }

    private void listen(String address, Optional<Lie> told) throws IOException {
        try (var listener = listener(address)) {
            System.out.println(listener.address());
            listener.serve((in, out) -> serve(told, in, out));
        }
    }

    private static Listener listener(String address) {
        try {
            return Listener.at(address);
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, "--listen " + wrong.getMessage());
        } catch (IOException why) {
            throw new Stop(ExitCode.USAGE, "--listen " + address + ": " + why.getMessage());
        }
    }

    private int serve(Optional<Lie> told, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        try (var implementation = adapter.open()) {
            if (told.isPresent()) {
                return new LyingServer(implementation, told.get(), at, System.err).serve(in, out);
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
