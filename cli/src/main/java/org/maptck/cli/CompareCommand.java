package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.maptck.features.fuzz.FuzzResult;
import org.maptck.features.fuzz.FuzzSum;
import org.maptck.reports.Comparison;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Harmless;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `maptck compare`.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Say what changed from run to run; runs nothing.",
            "Of fuzz runs, say what they came to together.",
            "Ends with 1 where something is worse than in the run before it, with 2 where a run is"
                    + " incomplete."
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "2..*",
            description = "folders of runs, the oldest first, or of fuzz runs, in any order")
    private List<Path> folders = List.of();

    @Override
    public Integer call() throws IOException {
        long fuzzed = folders.stream().filter(FuzzResult::isIn).count();
        if (fuzzed > 0 && fuzzed < folders.size()) {
            throw new Stop(ExitCode.USAGE, "some of these are fuzz runs, wanted all or none");
        }
        return (fuzzed == 0 ? changes() : sum()).code();
    }

    private ExitCode sum() throws IOException {
        var runs = new LinkedHashMap<String, FuzzResult>();
        for (Path folder : folders) {
            runs.put(folder.toString(), FuzzResult.read(folder));
        }
        var sum = new FuzzSum(runs);
        sum.lines().stream().map(Harmless::line).forEach(System.out::println);
        if (sum.differs()) {
            return ExitCode.DIFFERS;
        }
        return sum.complete() ? ExitCode.CONFORMS : ExitCode.INCONCLUSIVE;
    }

    private ExitCode changes() throws IOException {
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
            return ExitCode.DIFFERS;
        }
        return complete ? ExitCode.CONFORMS : ExitCode.INCONCLUSIVE;
    }
}
