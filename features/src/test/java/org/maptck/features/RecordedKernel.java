package org.maptck.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.maptck.adapters.recorded.Recording;
import org.maptck.features.explore.KernelDefects;
import org.maptck.features.fuzz.Agreement;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.reports.Baseline;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// What a kernel was recorded to answer, and where a baseline says that it is wrong.
record RecordedKernel(Recording recording, Baseline baseline, Map<String, Trace> traces) {
    /// Longer traces are of values of many megabytes, and show nothing else.
    private static final int LONGEST = 1 << 20;

    private static final Map<String, RecordedKernel> READ = new ConcurrentHashMap<>();

    /// The kernel of that version, read once.
    static RecordedKernel named(String version) {
        return READ.computeIfAbsent(version, RecordedKernel::read);
    }

    private static RecordedKernel read(String name) {
        try {
            var file = Path.of("..", "adapters", "recorded", "recordings", name);
            var recording = Recording.read(file.resolveSibling(name + Recording.SUFFIX));
            Map<String, Trace> traces = new LinkedHashMap<>();
            recording
                    .lines()
                    .forEach((id, line) -> {
                        if (line.length() <= LONGEST) {
                            traces.put(id, Recording.decoded(line));
                        }
                    });
            return new RecordedKernel(recording, Baselines.shipped(recording.identity()), traces);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Platform platform() {
        return recording.identity().platform();
    }

    /// Whether a finding says that the kernel answers so.
    boolean known(String id, Agreement.Difference difference) {
        var rule =
                id.startsWith(Recording.WALK)
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
