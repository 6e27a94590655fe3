package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.features.Baselines;
import org.maptck.features.Selection;
import org.maptck.features.Suite;
import org.maptck.features.SuiteRunner;
import org.maptck.reports.Level;
import org.maptck.reports.Result;

/// The example adapters, and what it takes to run them.
final class Examples {
    static final Path FOLDER = Path.of("..", "adapters", "examples").toAbsolutePath().normalize();

    private Examples() {}

    /// Aborts the test where a command line of the machine's own tools does not succeed.
    static void demand(String what, String... words) throws IOException, InterruptedException {
        Assumptions.assumeTrue(run(words).isEmpty(), what + " is not here");
    }

    /// What a command said where it failed; empty where it succeeded.
    static Optional<String> run(String... words) throws IOException, InterruptedException {
        var said = Files.createTempFile("said", ".txt");
        try {
            var process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            return process.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of(String.join(" ", words) + ": " + Files.readString(said));
        } catch (IOException absent) {
            return Optional.of(String.valueOf(absent.getMessage()));
        } finally {
            Files.delete(said);
        }
    }

    /// The results of a program that speaks the protocol.
    ///
    /// @param ids rules; none for all
    static List<Result> results(String command, Level level, String... ids)
            throws CannotOpen, IOException {
        var selection = new Selection(level, Optional.empty(), "", List.of(ids));
        var results = new ArrayList<Result>();
        try (var adapter = Adapters.installed().open(new Address("process", command))) {
            var shipped = Baselines.shipped(adapter);
            new SuiteRunner(Suite.bundled(selection), "example", adapter)
                    .run(raw -> results.add(shipped.judge(raw)));
        }
        return results;
    }
}
