package org.maptck.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.maptck.adapters.recorded.Recording;
import org.maptck.features.explore.KernelDefects;
import org.maptck.features.fuzz.Agreement;
import org.maptck.model.Behaviour;
import org.maptck.model.Platform;
import org.maptck.model.Profile;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Baseline;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// What a kernel was recorded to answer, and where a baseline says that it is wrong.
record RecordedKernel(Recording recording, Baseline baseline, Map<String, Trace> traces) {
    /// Longer traces are of values of many megabytes, and show nothing else.
    private static final int LONGEST = 1 << 20;

    private static final Path FOLDER = Path.of("..", "adapters", "recorded", "recordings");

    private static final Map<String, RecordedKernel> READ = new ConcurrentHashMap<>();

    /// The kernel of that version, read once.
    static RecordedKernel named(String version) {
        return READ.computeIfAbsent(version, RecordedKernel::read);
    }

    /// The versions of which there are recordings.
    static List<String> versions() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(Recording.SUFFIX))
                    .map(name -> name.replace(Recording.SUFFIX, ""))
                    .sorted()
                    .toList();
        }
    }

    private static RecordedKernel read(String name) {
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
            return new RecordedKernel(
                    recording, Baselines.shipped(recording.identity(), recording.facts()), traces);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Platform platform() {
        return recording.identity().platform();
    }

    /// Whether a finding says that the kernel answers so.
    boolean known(String id, Agreement.Difference difference) {
        return Recording.isScenario(id)
                ? known(id)
                : KernelDefects.rulesBrokenBy(difference.before().commands(), difference.entry())
                        .stream()
                        .anyMatch(baseline::mentions);
    }

    /// Whether a finding says that the kernel fails the scenario.
    boolean known(String id) {
        var rule = id.substring(0, id.indexOf('/'));
        var failed = new Result("", rule, id, Verdict.FAIL, "", Optional.empty(), Trace.EMPTY);
        return baseline.judge(failed).verdict() == Verdict.EXPECTED_FAIL;
    }

    /// A model of the kernel's version, with the later changes that its maintainers took over, as
    /// the traces show that tell them.
    ReferenceModel maintained() {
        var profile = Profile.of(platform().kernel());
        for (Behaviour change : Behaviour.values()) {
            var later = profile.with(change);
            if (!profile.has(change) && !agrees(profile, change) && agrees(later, change)) {
                profile = later;
            }
        }
        return new ReferenceModel(platform(), profile);
    }

    private boolean agrees(Profile profile, Behaviour change) {
        var trace = traces.getOrDefault(Recording.CHANGE + change, Trace.EMPTY);
        try (var model = new ReferenceModel(platform(), profile)) {
            return Agreement.difference(model, trace).isEmpty();
        }
    }
}
