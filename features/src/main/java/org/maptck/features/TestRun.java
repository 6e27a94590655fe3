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
import java.util.function.UnaryOperator;
import org.maptck.features.diagnosis.Diagnostician;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.reports.Baseline;
import org.maptck.reports.Diagnosis;
import org.maptck.reports.Result;
import org.maptck.reports.ResultLog;
import org.maptck.reports.Results;
import org.maptck.reports.RunHeader;
import org.maptck.reports.Verdict;

/// A run of a suite against several implementations, one after the other.
///
/// @param selection what was selected, for the head of the reports
/// @param subjects the implementations by address; several of one address share its scenarios
/// @param notOffered implementations that are not to be had here, each with the reason
/// @param retries how often a scenario that fails unexpectedly is asked again
public record TestRun(
        Suite suite,
        Selection selection,
        Map<String, List<Implementation>> subjects,
        Map<String, String> notOffered,
        int retries) {
    /// The version of the kit.
    public static final String TOOL = "0.1.0";

    /// Runs every scenario against every implementation and appends each result to the log as it
    /// comes.
    ///
    /// @param known differences that are known of an address besides those that the kit itself
    ///   knows of
    public Results run(Path log, Map<String, Baseline> known, Consumer<Result> progress)
            throws IOException {
        var header = header();
        var all = new ArrayList<Result>();
        try (var out = ResultLog.create(log, header)) {
            Consumer<Result> take =
                    result -> {
                        keep(out, result);
                        all.add(result);
                        progress.accept(result);
                    };
            for (var subject : subjects.entrySet()) {
                var shipped = Baselines.shipped(subject.getValue().getFirst());
                var own = known.getOrDefault(subject.getKey(), Baseline.EMPTY);
                run(subject, raw -> own.judge(shipped.judge(raw)), take);
            }
            var diagnoses = diagnoses(all);
            out.finish(diagnoses);
            return new Results(header, all, true, diagnoses);
        }
    }

    private List<Diagnosis> diagnoses(List<Result> all) {
        if (all.stream().noneMatch(result -> result.verdict() == Verdict.FAIL)) {
            return List.of();
        }
        var diagnostician = Diagnostician.bundled();
        return subjects.keySet().stream()
                .flatMap(address -> diagnostician.of(address, all).stream())
                .toList();
    }

    /// What fails unexpectedly is held back until it was asked again.
    private void run(
            Map.Entry<String, List<Implementation>> subject,
            UnaryOperator<Result> judge,
            Consumer<Result> take) {
        var failed = new ArrayList<Result>();
        ask(
                suite,
                subject,
                raw -> {
                    var result = judge.apply(raw);
                    boolean held = retries > 0 && result.verdict() == Verdict.FAIL;
                    if (held) {
                        failed.add(result);
                    } else {
                        take.accept(result);
                    }
                });
        failed.forEach(result -> take.accept(again(result, subject)));
    }

    private static void ask(
            Suite suite,
            Map.Entry<String, List<Implementation>> subject,
            Consumer<Result> results) {
        new Shares(suite, subject.getKey(), subject.getValue()).run(results);
    }

    /// A failure that does not last is flaky: an open question, not a pass.
    private Result again(Result failure, Map.Entry<String, List<Implementation>> subject) {
        var alone = suite.only(scenario -> scenario.text().id().equals(failure.scenario()));
        var verdicts = new ArrayList<Verdict>();
        for (int i = 0; i < retries; i++) {
            ask(alone, subject, result -> verdicts.add(result.verdict()));
        }
        long passes = verdicts.stream().filter(it -> it == Verdict.PASS).count();
        return passes == 0
                ? failure
                : failure.as(
                        Verdict.INCONCLUSIVE,
                        "flaky: failed once, then passed %d of %d times; %s"
                                .formatted(passes, retries, failure.reason()));
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
