package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.maptck.features.TestRun;
import org.maptck.model.Capability;
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
            paramLabel = "[ADAPTER=]FILE",
            description =
                    "known differences of an implementation, a line an id and a reason; they must"
                            + " fail")
    private List<String> baselines = List.of();

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "ask a scenario that fails unexpectedly up to N more times; one that then"
                            + " passes is flaky, which is inconclusive and never a pass")
    private int retries;

    @Mixin private LimitOptions limits = new LimitOptions();

    @Mixin private JobsOption jobs = new JobsOption();

    @Option(
            names = "--require",
            split = ",",
            paramLabel = "CAPABILITY",
            description = "what every implementation has to declare, as in percpu,mmap")
    private List<String> required = List.of();

    @Mixin private ReportOptions reports = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        var wanted = selection.selection(Level.DOCUMENTED);
        var suite = selection.suite(wanted);
        var demanded = demanded();
        try (var subjects = Subjects.open(adapters, limits.limits(), jobs.count())) {
            demand(demanded, subjects.first());
            var known = known(subjects.opened().keySet());
            var folder = folder();
            var run = new TestRun(suite, wanted, subjects.opened(), subjects.notOffered(), retries);
            Results results;
            int scenarios = suite.scenarios().size() * subjects.opened().size();
            try (var _ = Interruption.of(folder);
                    var progress = Progress.over(scenarios)) {
                results = run.run(folder.resolve(ResultLog.NAME), known, progress);
            }
            reports.render(
                    results, folder, adapters.isEmpty() ? ReportOptions.ALL : ReportOptions.QUICK);
            return ExitCode.of(results).code();
        }
    }

    private Map<String, Baseline> known(Set<String> addresses) throws IOException {
        return baselines.isEmpty()
                ? Map.of()
                : KnownDifferences.read(baselines, addresses, selection.whole());
    }

    private Set<Capability> demanded() {
        try {
            return required.stream().map(Capability::of).collect(Collectors.toSet());
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, "--require: " + wrong.getMessage());
        }
    }

    private static void demand(Set<Capability> demanded, Map<String, Implementation> subjects) {
        subjects.forEach((address, subject) -> {
            var declared = subject.identity().capabilities();
            var lacking = demanded.stream().filter(c -> !declared.contains(c)).sorted().toList();
            if (!lacking.isEmpty()) {
                throw new Stop(
                        ExitCode.DIFFERS,
                        "adapter '%s' does not declare %s, which --require demands"
                                .formatted(
                                        address,
                                        String.join(
                                                ", ",
                                                lacking.stream().map(Capability::id).toList())));
            }
        });
    }

    private Path folder() throws IOException {
        if (out.isPresent()) {
            return Files.createDirectories(out.get());
        }
        return OutFolder.create("", "latest");
    }
}
