package org.maptck.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What came of one scenario, and why, on all implementations of which the same is to be said.
///
/// @param packed where the trace of a pass lies among the packed ones, empty without one
/// @param again the command that shows it again, empty for what is shown by that of its rule
record EvidenceView(
        List<String> implementations,
        VerdictView verdict,
        String reason,
        Optional<Result.Difference> difference,
        List<String> trace,
        Optional<Integer> packed,
        String again,
        boolean grave) {
    /// What makes results one.
    private record Likeness(
            Verdict verdict,
            String reason,
            Optional<Result.Difference> difference,
            List<String> trace) {
        static Likeness of(Result result) {
            return new Likeness(
                    result.verdict(),
                    Harmless.line(said(result)),
                    result.difference().map(EvidenceView::harmless),
                    TraceText.shown(result.trace()));
        }
    }

    /// A reason that only repeats the difference says nothing beside it.
    private static String said(Result result) {
        String reason = result.reason();
        return result.difference()
                .filter(it -> reason.contains(it.expected()) && reason.contains(it.got()))
                .map(_ -> "")
                .orElse(reason);
    }

    static List<EvidenceView> of(List<Result> results, Level level, PackedTraces traces) {
        var alike = new LinkedHashMap<Likeness, List<Result>>();
        results.forEach(
                it -> alike.computeIfAbsent(Likeness.of(it), _ -> new ArrayList<>()).add(it));
        return alike.entrySet().stream()
                .map(it -> of(it.getKey(), it.getValue(), level, traces))
                .toList();
    }

    private static EvidenceView of(
            Likeness like, List<Result> results, Level level, PackedTraces traces) {
        boolean passed = like.verdict() == Verdict.PASS;
        var addresses = results.stream().map(Result::implementation).toList();
        return new EvidenceView(
                addresses.stream().map(Harmless::line).toList(),
                VerdictView.of(like.verdict()),
                like.reason(),
                like.difference(),
                passed ? List.of() : like.trace(),
                passed ? traces.add(like.trace()) : Optional.empty(),
                passed ? "" : Reproduction.of(addresses, results.getFirst().rule(), level),
                like.verdict().compareTo(Verdict.INCONCLUSIVE) >= 0);
    }

    private static Result.Difference harmless(Result.Difference difference) {
        return new Result.Difference(
                Harmless.text(difference.step()),
                Harmless.text(difference.expected()),
                Harmless.text(difference.got()));
    }

    boolean isPass() {
        return again.isEmpty();
    }

    boolean hasTrace() {
        return !trace.isEmpty();
    }
}
