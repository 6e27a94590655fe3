package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maptck.reports.ExitCode;
import org.maptck.reports.ResultLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `maptck report`.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Render the results of a run again; runs nothing.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder of a run")
    private Path folder = Path.of("maptck-out", "latest");

    @Mixin private ReportOptions reports = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        var log = folder.resolve(ResultLog.NAME);
        if (!Files.isReadable(log)) {
            throw new Stop(ExitCode.BAD_INPUT, log + ": no such file, wanted the results of a run");
        }
        var results = ResultLog.read(log);
        reports.render(results, folder, ReportOptions.QUICK);
        return ExitCode.of(results).code();
    }
}
