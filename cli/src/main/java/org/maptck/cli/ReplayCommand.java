package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.maptck.adapters.spi.Limits;
import org.maptck.features.fuzz.ReplayFile;
import org.maptck.features.fuzz.SideBySide;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `maptck replay`.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Do what a file says again, step by step, several implementations side by side.")
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "a replay line, a trace or scenarios, or a folder of them")
    private Path file = Path.of("");

    @Option(
            names = {"-a", "--adapter"},
            paramLabel = "ADAPTER",
            description =
                    "kind or kind:argument, see 'maptck adapters'; without it, the model and every"
                            + " real implementation that this machine offers")
    private List<String> adapters = List.of();

    @Mixin private ScheduleOption schedule = new ScheduleOption();

    @Override
    public Integer call() throws IOException {
        var replays = ReplayFile.in(file);
        boolean differs = false;
        boolean silent = false;
        try (var subjects = Subjects.open(adapters, Limits.USUAL, 1)) {
            var columns = subjects.first();
            columns.replaceAll((_, implementation) -> schedule.over(implementation));
            for (var replay : replays) {
                var shown = SideBySide.of(replay.commands(), columns);
                System.out.println(replay.name());
                shown.lines().forEach(System.out::println);
                differs |= shown.differs();
                silent |= shown.silent();
            }
        }
        return (differs ? ExitCode.DIFFERS : silent ? ExitCode.INCONCLUSIVE : ExitCode.CONFORMS)
                .code();
    }
}
