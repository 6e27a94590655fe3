package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maptck.features.explore.Recorder;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `maptck record`.
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Record what an implementation does in scenarios and on random walks.")
final class RecordCommand implements Callable<Integer> {
    private static final int STEPS = 20;

    @Mixin private SelectionOptions selection = new SelectionOptions();

    @Mixin private AdapterOption adapter = new AdapterOption();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "where the recording goes: gzipped JSON Lines")
    private Path out = Path.of("");

    @Option(
            names = "--walks",
            paramLabel = "N",
            defaultValue = "1000",
            description = "random walks besides the scenarios, 1000 without it")
    private int walks;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the walks")
    private long seed;

    @Override
    public Integer call() throws IOException {
        var suite = selection.suite(selection.selection(Level.OBSERVED));
        try (var subject = adapter.open()) {
            var recording = new Recorder(suite, walks, STEPS, seed).record(subject);
            recording.write(Files.newOutputStream(out));
            System.out.println(recording.traces().size() + " traces in " + out);
            return ExitCode.CONFORMS.code();
        }
    }
}
