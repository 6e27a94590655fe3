package org.maptck.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.maptck.adapters.process.Server;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `maptck serve`.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Offer an implementation of this machine to a runner elsewhere: answers the"
                        + " protocol on standard input and output.")
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = {"-a", "--adapter"},
            paramLabel = "ADAPTER",
            required = true,
            description = "kind or kind:argument, see 'maptck adapters'")
    private String adapter = "";

    @Override
    public Integer call() throws IOException {
        try (var implementation = Adapters.installed().open(Address.of(adapter))) {
            new Server(implementation)
                    .serve(
                            new FileInputStream(FileDescriptor.in),
                            new FileOutputStream(FileDescriptor.out));
            return ExitCode.CONFORMS.code();
        } catch (CannotOpen why) {
            throw new Stop(ExitCode.NO_ADAPTER, String.valueOf(why.getMessage()));
        }
    }
}
