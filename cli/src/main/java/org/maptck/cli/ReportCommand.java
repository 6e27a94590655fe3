package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maptck.reports.ExitCode;
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
        var results = RunFolder.read(folder);
        reports.render(results, folder, ReportOptions.QUICK);
        return ExitCode.of(results).code();
    }
}
