package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.maptck.adapters.recorded.RecordedImplementation;
import org.maptck.adapters.recorded.Recording;
import org.maptck.features.Judgement;
import org.maptck.features.KernelMatrix;
import org.maptck.features.Shown;
import org.maptck.features.ShownChanges;
import org.maptck.features.Suite;
import org.maptck.model.Behaviour;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.model.Version;

/// Recordings, judged, each in a thread that may be its own, and what they say together.
final class JudgedRecordings {
    private static final Version OLDEST = new Version(5, 10);

    private final Suite suite;
    private final List<Judged> all = new ArrayList<>();

    /// The lines of all recordings, of which most are alike, once each.
    private final Map<String, String> same = new ConcurrentHashMap<>();

    private final Map<String, Trace> traces = new ConcurrentHashMap<>();

    private record Judged(
            String name,
            Recording recording,
            Function<String, Optional<Trace>> traces,
            Judgement judgement) {
        Platform platform() {
            return recording.identity().platform();
        }

        Version kernel() {
            return platform().kernel();
        }

        /// Whether its machine is as most are.
        boolean ordinary() {
            var usual = Platform.DEFAULT.withKernel(kernel());
            return platform().withMemory(usual.memory()).equals(usual);
        }

        /// The traces that were recorded because they show a change.
        Stream<String> changes() {
            return recording.lines().keySet().stream()
                    .filter(id -> id.startsWith(Recording.CHANGE));
        }

        KernelMatrix.Column column() {
            var processor = recording.facts().getOrDefault("processor", "unknown");
            return new KernelMatrix.Column(recording.identity(), processor, judgement.results());
        }
    }

    JudgedRecordings(Suite suite) {
        this.suite = suite;
    }

    /// The recordings of a folder, by name.
    static List<Path> shipped(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(Recording.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(Recording.SUFFIX, "");
    }

    /// Judges a recording, and keeps what the page takes of it.
    Judgement judge(Path file) throws IOException {
        var recording = Recording.read(file);
        var identity = recording.identity();
        recording.lines().replaceAll((_, line) -> same.computeIfAbsent(line, Function.identity()));
        Function<String, Optional<Trace>> find =
                id ->
                        Optional.ofNullable(recording.lines().get(id))
                                .map(line -> traces.computeIfAbsent(line, Recording::decoded));
        var judgement =
                Judgement.of(
                        suite, new RecordedImplementation(identity, recording.facts(), find), find);
        synchronized (all) {
            all.add(new Judged(name(file), recording, find, judgement));
        }
        return judgement;
    }

    /// The page that compares the kernels, the oldest first.
    String page(Map<Behaviour, Shown> changes) {
        Map<String, KernelMatrix.Column> columns = new LinkedHashMap<>();
        inOrder().forEach(one -> columns.put(one.name(), one.column()));
        return new KernelMatrix(suite, columns).markdown(changes);
    }

    private List<Judged> inOrder() {
        return all.stream()
                .sorted(Comparator.comparing(Judged::kernel).thenComparing(Judged::name))
                .toList();
    }

    /// Who shows what changed between versions: kernels of machines that are alike otherwise.
    Map<Behaviour, Shown> changes() {
        var alike = inOrder().stream().filter(Judged::ordinary).toList();
        var changes = new ShownChanges(OLDEST);
        var scenarios = answeredInSeveralWays(alike);
        for (var one : alike) {
            var ids = Stream.concat(one.changes(), scenarios.stream());
            var traces = ids.flatMap(id -> one.traces().apply(id).stream()).toList();
            changes.look(one.name(), one.platform(), traces);
        }
        return changes.found();
    }

    /// The scenarios that not all kernels answered alike, which are the ones that show a change.
    private List<String> answeredInSeveralWays(List<Judged> kernels) {
        return suite.scenarios().stream()
                .map(scenario -> scenario.text().id())
                .filter(id ->
                        kernels.stream()
                                        .map(one -> one.recording().lines().get(id))
                                        .distinct()
                                        .count()
                                > 1)
                .toList();
    }
}
