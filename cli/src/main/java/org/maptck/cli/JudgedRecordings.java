package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.maptck.adapters.guest.KnownKernel;
import org.maptck.adapters.recorded.RecordedImplementation;
import org.maptck.adapters.recorded.Recording;
import org.maptck.features.Judgement;
import org.maptck.features.KernelMatrix;
import org.maptck.features.ShownChanges;
import org.maptck.features.Suite;
import org.maptck.model.Trace;
import org.maptck.model.Version;

/// Recordings, judged one after the other, and what they say together.
final class JudgedRecordings {
    private static final Version OLDEST = new Version(5, 10);

    private final Suite suite;
    private final ShownChanges changes = new ShownChanges(OLDEST);
    private final Map<String, KernelMatrix.Column> columns = new LinkedHashMap<>();

    JudgedRecordings(Suite suite) {
        this.suite = suite;
    }

    /// The recordings of a folder: those of the known kernels in their order, then others.
    static List<Path> shipped(Path folder) throws IOException {
        var order = KnownKernel.all().stream().map(KnownKernel::name).toList();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(Recording.SUFFIX))
                    .sorted()
                    .sorted((a, b) ->
                            Integer.compareUnsigned(order.indexOf(name(a)), order.indexOf(name(b))))
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
        Map<String, Trace> traces = new LinkedHashMap<>();
        for (String scenario : recording.lines().keySet()) {
            recording.trace(scenario).ifPresent(trace -> traces.put(scenario, trace));
        }
        Function<String, Optional<Trace>> find = id -> Optional.ofNullable(traces.get(id));
        var judgement = Judgement.of(suite, new RecordedImplementation(identity, find), find);
        columns.put(name(file), new KernelMatrix.Column(identity, judgement.results()));
        changes.look(name(file), identity.platform(), List.copyOf(traces.values()));
        return judgement;
    }

    /// The page that compares the kernels.
    String page() {
        return new KernelMatrix(suite, columns).markdown(changes.rows());
    }
}
