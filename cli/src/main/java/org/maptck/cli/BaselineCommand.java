package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.maptck.features.Suite;
import org.maptck.reports.Baseline;
import org.maptck.reports.BaselineUpdate;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `maptck baseline`.
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = "Check or write a file of known differences.",
        subcommands = {BaselineCommand.Check.class, BaselineCommand.Update.class})
final class BaselineCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Stop(ExitCode.USAGE, "baseline, wanted check or update after it");
    }

    /// A baseline that was read.
    ///
    /// @throws Stop where there is no such file
    static Baseline read(Path file, Suite suite) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Stop(ExitCode.BAD_INPUT, file + ": no such file, wanted a baseline");
        }
        var known = Baseline.read(file.toString(), Files.readString(file));
        known.checkAgainst(suite.catalogue(), file.toString());
        return known;
    }

    /// `maptck baseline check`.
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Demand that each line of a baseline names a rule or scenario.")
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "the baseline")
        private Path file = Path.of("");

        @Override
        public Integer call() throws IOException {
            int known = BaselineCommand.read(file, Suite.bundled()).reasons().size();
            System.out.println(file + ": " + known + " known differences");
            return ExitCode.CONFORMS.code();
        }
    }

    /// `maptck baseline update`.
    @Command(
            name = "update",
            mixinStandardHelpOptions = true,
            description = {
                "Write a baseline that fits the results of a run; runs nothing.",
                "What fails is added with what it said, what passes goes, comments stay."
            })
    static final class Update implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "the baseline")
        private Path file = Path.of("");

        @Parameters(index = "1", paramLabel = "DIR", description = "the folder of a run")
        private Path folder = Path.of("");

        @Option(
                names = {"-a", "--adapter"},
                paramLabel = "ADAPTER",
                description = "whose differences, where the run asked several")
        private Optional<String> adapter = Optional.empty();

        @Override
        public Integer call() throws IOException {
            var results = RunFolder.read(folder);
            if (!results.complete()) {
                throw new Stop(
                        ExitCode.INCONCLUSIVE, folder + ": incomplete run, wanted a complete one");
            }
            var before = Files.exists(file) ? Files.readString(file) : "";
            var after = BaselineUpdate.of(results, whose(results)).apply(before);
            Baseline.read(file.toString(), after);
            Files.writeString(file, after);
            long known = after.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).count();
            System.out.println(file + ": " + known + " known differences");
            return ExitCode.CONFORMS.code();
        }

        private String whose(Results results) {
            var asked = results.header().subjects().keySet();
            var wanted = adapter.map(Set::of).orElse(asked);
            if (wanted.size() != 1 || !asked.containsAll(wanted)) {
                throw new Stop(
                        ExitCode.USAGE,
                        "%s: a baseline is of one implementation, wanted -a with one of %s"
                                .formatted(folder, String.join(", ", asked)));
            }
            return wanted.iterator().next();
        }
    }
}
