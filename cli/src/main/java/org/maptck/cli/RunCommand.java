package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
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
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss-SSS'Z'").withZone(ZoneOffset.UTC);

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

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "ask a scenario that fails unexpectedly up to N more times; one that then"
                            + " passes is flaky, which is inconclusive and never a pass")
    private int retries;

    @Mixin private ReportOptions reports = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        var wanted = selection.selection(Level.DOCUMENTED);
        var suite = selection.suite(wanted);
        var known = known();
        Map<String, String> notOffered = new LinkedHashMap<>();
        var subjects = open(notOffered);
        try {
            var folder = folder();
            var run = new TestRun(suite, wanted, subjects, notOffered, retries);
            Results results;
            int scenarios = suite.scenarios().size() * subjects.size();
            try (var _ = Interruption.of(folder);
                    var progress = Progress.over(scenarios)) {
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
        return BaselineCommand.read(baseline.get(), selection.whole());
    }

    private Map<String, Implementation> open(Map<String, String> notOffered) {
        var installed = Adapters.installed();
        return adapters.isEmpty() ? openAll(installed, notOffered) : openNamed(installed);
    }

    private static Map<String, Implementation> openAll(
            Adapters installed, Map<String, String> notOffered) {
        Map<String, Implementation> opened = new LinkedHashMap<>();
        for (Adapter adapter : installed.all()) {
            if (adapter.offeredByDefault()) {
                try {
                    opened.put(adapter.kind(), installed.open(Address.of(adapter.kind())));
                } catch (CannotOpen why) {
                    notOffered.put(adapter.kind(), String.valueOf(why.getMessage()));
                }
            }
        }
        return opened;
    }

    private Map<String, Implementation> openNamed(Adapters installed) {
        Map<String, Implementation> opened = new LinkedHashMap<>();
        for (String address : adapters) {
            try {
                opened.put(address, installed.open(Address.of(address)));
            } catch (CannotOpen why) {
                opened.values().forEach(Implementation::close);
                throw new Stop(ExitCode.NO_ADAPTER, String.valueOf(why.getMessage()));
            }
        }
        return opened;
    }

    private Path folder() throws IOException {
        if (out.isPresent()) {
            return Files.createDirectories(out.get());
        }
        var all = Files.createDirectories(Path.of("maptck-out"));
        var name = TIME.format(Instant.now());
        var folder = Files.createDirectories(all.resolve(name));
        var latest = all.resolve("latest");
        Files.deleteIfExists(latest);
        Files.createSymbolicLink(latest, Path.of(name));
        return folder;
    }
}
