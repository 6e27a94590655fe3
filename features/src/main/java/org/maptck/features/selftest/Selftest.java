package org.maptck.features.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.adapters.spi.KnownBads;
import org.maptck.features.Suite;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// Runs known-bad implementations against the rules that they break.
///
/// @param everything whether each meets the whole suite, and not its own rule alone
/// @param threads how many are run at a time
public record Selftest(Suite suite, boolean everything, int threads) {
    /// The known-bad implementations that are installed.
    public static List<KnownBad> installed() {
        return KnownBads.installed().stream().flatMap(bads -> bads.all().stream()).toList();
    }

    /// Runs them; the progress hears of each in the order in which they were given.
    public Proof run(List<KnownBad> all, Consumer<Trial> progress) {
        var right = new Right(suite);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var waiting = all.stream().map(bad -> pool.submit(() -> trial(bad, right))).toList();
            var trials = new ArrayList<Trial>();
            for (var trial : waiting) {
                trials.add(trial.get());
                progress.accept(trials.getLast());
            }
            return new Proof(suite.catalogue(), trials);
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a trial broke off: " + bug.getCause(), bug.getCause());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the selftest was interrupted", end);
        }
    }

    private Trial trial(KnownBad bad, Right right) {
        if (everything || !(bad instanceof KnownBad.OfRule(_, var rule, _, _, _))) {
            return trial(bad, suite, right);
        }
        var own = trial(bad, suite.only(s -> s.rule().id().equals(rule)), right);
        return own.caught() ? own : trial(bad, suite, right);
    }

    private static Trial trial(KnownBad bad, Suite part, Right right) {
        try (var implementation = bad.start().get()) {
            var platform = implementation.identity().platform();
            var results = right.judge(part, implementation, bad instanceof KnownBad.OfRule);
            results.removeIf(result -> result.verdict() == Verdict.NOT_APPLICABLE);
            var kills =
                    with(results, Verdict.FAIL).stream()
                            .filter(result -> !right.fails(result.scenario(), platform))
                            .map(Selftest::kill)
                            .toList();
            return new Trial(
                    bad,
                    kills,
                    results.size(),
                    with(results, Verdict.PASS).stream().map(Result::scenario).toList(),
                    with(results, Verdict.INCONCLUSIVE).size());
        }
    }

    private static Trial.Kill kill(Result result) {
        return new Trial.Kill(result.rule(), result.scenario());
    }

    private static List<Result> with(List<Result> results, Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).toList();
    }
}
