package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maptck.features.TestRun;
import org.maptck.model.Implementation;
import org.maptck.reports.Baseline;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Level;
import org.maptck.reports.ResultLog;
import org.maptck.reports.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `maptck run`.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Check implementations against the rules.")
final class RunCommand implements Callable<Integer> {
    @Mixin private SelectionOptions selection = new SelectionOptions();

    @Option(
            names = {"-a", "--adapter"},
            paramLabel = "ADAPTER",
            description =
                    "kind or kind:argument, see 'maptck adapters'; without it, the model and every"
                            + " real implementation that this machine offers")
    private List<String> adapters = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "where results and reports go; maptck-out/TIME without it")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "known differences, a line an id and a reason; they must fail")
    private Optional<Path> baseline = Optional.empty();

    @Mixin private ReportOptions reports = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        var wanted = selection.selection(Level.DOCUMENTED);
        var suite = selection.suite(wanted);
        var known = known();
        var offered = Subjects.open(adapters);
        var subjects = offered.opened();
        try {
            var folder = folder();
            var run = new TestRun(suite, wanted, subjects, offered.notOffered());
            Results results;
            try (var progress = Progress.over(suite.scenarios().size() * subjects.size())) {
                results = run.run(folder.resolve(ResultLog.NAME), known, progress);
            }
            reports.render(
                    results, folder, adapters.isEmpty() ? ReportOptions.ALL : ReportOptions.QUICK);
            return ExitCode.of(results).code();
        } finally {
            subjects.values().forEach(Implementation::close);
        }
    }

    private Baseline known() throws IOException {
        if (baseline.isEmpty()) {
            return Baseline.EMPTY;
        }
        var file = baseline.get();
        if (!Files.isReadable(file)) {
            throw new Stop(ExitCode.BAD_INPUT, file + ": no such file, wanted a baseline");
        }
        var known = Baseline.read(file.toString(), Files.readString(file));
        known.checkAgainst(selection.whole().catalogue(), file.toString());
        return known;
    }

    private Path folder() throws IOException {
        if (out.isPresent()) {
            return Files.createDirectories(out.get());
        }
        return OutFolder.create("", "latest");
    }
}
