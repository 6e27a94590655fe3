package org.maptck.cli;

import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

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

    @Mixin private LimitOptions limits = new LimitOptions();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            defaultValue = "1",
            description = "how many of one adapter work side by side, where it can")
    private int jobs = 1;

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
        var known = known();
        var demanded = demanded();
        Map<String, String> notOffered = new LinkedHashMap<>();
        var subjects = open(notOffered);
        try {
            demand(demanded, subjects);
            var folder = folder();
            var run = new TestRun(suite, wanted, subjects, notOffered);
            Results results;
            try (var progress = Progress.over(suite.scenarios().size() * subjects.size())) {
                results = run.run(folder.resolve(ResultLog.NAME), known, progress);
            }
            reports.render(
                    results, folder, adapters.isEmpty() ? ReportOptions.ALL : ReportOptions.QUICK);
            return ExitCode.of(results).code();
        } finally {
            subjects.values().forEach(all -> all.forEach(Implementation::close));
        }
    }

    private Set<Capability> demanded() {
        try {
            return required.stream().map(Capability::of).collect(Collectors.toSet());
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, "--require: " + wrong.getMessage());
        }
    }

    private static void demand(
            Set<Capability> demanded, Map<String, List<Implementation>> subjects) {
        subjects.forEach((address, all) -> {
            var declared = all.getFirst().identity().capabilities();
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

    private Map<String, List<Implementation>> open(Map<String, String> notOffered) {
        var installed = Adapters.installed();
        return adapters.isEmpty() ? openAll(installed, notOffered) : openNamed(installed);
    }

    private Map<String, List<Implementation>> openAll(
            Adapters installed, Map<String, String> notOffered) {
        Map<String, List<Implementation>> opened = new LinkedHashMap<>();
        for (Adapter adapter : installed.all()) {
            if (adapter.offeredByDefault()) {
                try {
                    opened.put(adapter.kind(), opened(installed, adapter.kind()));
                } catch (CannotOpen why) {
                    notOffered.put(adapter.kind(), String.valueOf(why.getMessage()));
                }
            }
        }
        return opened;
    }

    private Map<String, List<Implementation>> openNamed(Adapters installed) {
        Map<String, List<Implementation>> opened = new LinkedHashMap<>();
        for (String address : adapters) {
            try {
                opened.put(address, opened(installed, address));
            } catch (CannotOpen why) {
                opened.values().forEach(all -> all.forEach(Implementation::close));
                throw new Stop(ExitCode.NO_ADAPTER, String.valueOf(why.getMessage()));
            }
        }
        return opened;
    }

    private List<Implementation> opened(Adapters installed, String address) throws CannotOpen {
        return installed.open(Address.of(address), limits.limits(), Math.max(jobs, 1));
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
