package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maptck.adapters.recorded.Recording;
import org.maptck.features.explore.KernelDefects;
import org.maptck.features.fuzz.Agreement;
import org.maptck.model.Outcome;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Baseline;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// The model permits what real kernels were recorded to answer, in scenarios and on random walks,
/// outside of what the baselines of these kernels name. A test a kernel, as a change of the model
/// is noticed the sooner by the one that shows it.
class RecordedKernelsTest {
    /// Longer traces are of values of many megabytes, and show nothing else.
    private static final int LONGEST = 1 << 20;

    private static final Path FOLDER = Path.of("..", "adapters", "recorded", "recordings");
    private static final Map<String, Kernel> KERNELS = new HashMap<>();

    private record Kernel(Recording recording, Baseline baseline, Map<String, Trace> traces) {
        static Kernel read(String name) {
            try {
                var recording = Recording.read(FOLDER.resolve(name + Recording.SUFFIX));
                Map<String, Trace> traces = new LinkedHashMap<>();
                recording
                        .lines()
                        .forEach((id, line) -> {
                            if (line.length() <= LONGEST) {
                                traces.put(id, Recording.decoded(line));
                            }
                        });
                return new Kernel(recording, Baselines.shipped(recording.identity()), traces);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        void agrees() {
            try (var model = new ReferenceModel(recording.identity().platform())) {
                traces.forEach((id, trace) -> {
                    model.reset();
                    var difference = Agreement.difference(model, trace);
                    assertEquals(
                            "", difference.filter(d -> !known(id, d)).map(d -> id + d).orElse(""));
                });
            }
        }

        private boolean known(String id, Agreement.Difference difference) {
            var rule =
                    !Recording.isScenario(id)
                            ? KernelDefects.ruleBrokenBy(
                                    difference.before().commands(), difference.entry())
                            : Optional.of(id.substring(0, id.indexOf('/')));
            return rule.filter(broken -> expected(broken, id)).isPresent();
        }

        private boolean expected(String rule, String id) {
            var failed = new Result("", rule, id, Verdict.FAIL, "", Optional.empty(), Trace.EMPTY);
            return baseline.judge(failed).verdict() == Verdict.EXPECTED_FAIL;
        }
    }

    private static Kernel kernel(String name) {
        return KERNELS.computeIfAbsent(name, Kernel::read);
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(Recording.SUFFIX))
                    .map(name -> name.replace(Recording.SUFFIX, ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theModelAgreesWith(String name) {
        Kernel.read(name).agrees();
    }

    /// The other side: a model that permits anything would agree with every kernel.
    @Test
    void whatNobodyCanHaveSeenIsNotPermitted() {
        int races = 0;
        for (var trace : kernel("6.18").traces().entrySet()) {
            races += refusesAlteredRaces(trace.getKey(), trace.getValue());
        }
        assertTrue(races > 20, races + " races");
    }

    private static int refusesAlteredRaces(String id, Trace trace) {
        int races = 0;
        try (var model = new ReferenceModel(kernel("6.18").recording().identity().platform())) {
            for (Trace.Entry entry : trace.entries()) {
                var permitted = model.step(entry.command());
                if (entry.outcome() instanceof Outcome.Raced raced) {
                    races++;
                    new AlteredRaces(raced, id.startsWith("lock."))
                            .all()
                            .forEach(odd -> assertFalse(permitted.permits(odd), () -> id + odd));
                }
                if (!permitted.permits(entry.outcome())) {
                    return races;
                }
                model.settle(entry.outcome());
            }
        }
        return races;
    }

    @Test
    void theRecordingsAreWorthTheName() {
        var traces = kernel("6.18").traces().values();
        assertTrue(traces.size() > 3000, () -> traces.size() + " traces");
        assertTrue(traces.stream().mapToInt(t -> t.entries().size()).sum() > 50_000);
    }
}
