package org.maptck.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.reports.Baseline;
import org.maptck.reports.Result;
import org.maptck.reports.ResultLog;
import org.maptck.reports.Results;
import org.maptck.reports.RunHeader;

/// A run of a suite against several implementations, one after the other.
///
/// @param selection what was selected, for the head of the reports
/// @param subjects the implementations by address; several of one address share its scenarios
/// @param notOffered implementations that are not to be had here, each with the reason
public record TestRun(
        Suite suite,
        Selection selection,
        Map<String, List<Implementation>> subjects,
        Map<String, String> notOffered) {
    /// The version of the kit.
    public static final String TOOL = "0.1.0";

    /// Runs every scenario against every implementation and appends each result to the log as it
    /// comes.
    ///
    /// @param known differences that are known besides those that the kit itself knows of
    public Results run(Path log, Baseline known, Consumer<Result> progress) throws IOException {
        var header = header();
        var all = new ArrayList<Result>();
        try (var out = ResultLog.create(log, header)) {
            for (var subject : subjects.entrySet()) {
                var shipped = Baselines.shipped(subject.getValue().getFirst().identity());
                new SideBySide(suite, subject.getKey(), subject.getValue())
                        .run(raw -> {
                            var result = known.judge(shipped.judge(raw));
                            keep(out, result);
                            all.add(result);
                            progress.accept(result);
                        });
            }
            out.finish();
        }
        return new Results(header, List.copyOf(all), true);
    }

    private static void keep(ResultLog log, Result result) {
        try {
            log.append(result);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private RunHeader header() {
        Map<String, Identity> identities = new LinkedHashMap<>();
        subjects.forEach((address, all) -> identities.put(address, all.getFirst().identity()));
        return new RunHeader(
                TOOL,
                Instant.now(),
                selection.level(),
                selection.words(),
                identities,
                notOffered,
                suite.catalogue());
    }
}
