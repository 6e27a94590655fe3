package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.maptck.reports.Comparison;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `maptck compare`.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Say what changed from run to run; runs nothing.",
            "Ends with 1 where something is worse than in the run before it, with 2 where a run is"
                    + " incomplete."
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "2..*",
            description = "folders of runs, the oldest first")
    private List<Path> folders = List.of();

    @Override
    public Integer call() throws IOException {
        boolean worse = false;
        boolean complete = true;
        var before = RunFolder.read(folders.getFirst());
        for (Path folder : folders.subList(1, folders.size())) {
            var after = RunFolder.read(folder);
            var comparison = Comparison.of(before, after);
            comparison.lines().forEach(System.out::println);
            worse |= comparison.worse();
            complete &= before.complete() && after.complete();
            before = after;
        }
        if (worse) {
            return ExitCode.DIFFERS.code();
        }
        return (complete ? ExitCode.CONFORMS : ExitCode.INCONCLUSIVE).code();
    }
}
