package org.maptck.reports;

import java.util.List;
import java.util.Optional;

/// What came of one scenario on one implementation, and why.
record EvidenceView(
        String implementation,
        VerdictView verdict,
        String reason,
        Optional<Result.Difference> difference,
        List<String> trace,
        int traceLeft,
        String again,
        boolean grave) {
    private static final int SHOWN = 100;

    static EvidenceView of(RunHeader header, Result result) {
        var entries = result.trace().entries();
        return new EvidenceView(
                Harmless.line(result.implementation()),
                VerdictView.of(result.verdict()),
                Harmless.line(result.reason()),
                result.difference().map(EvidenceView::harmless),
                entries.stream().limit(SHOWN).map(TraceText::of).toList(),
                Math.max(0, entries.size() - SHOWN),
                Reproduction.of(header, result),
                result.verdict().compareTo(Verdict.INCONCLUSIVE) >= 0);
    }

    private static Result.Difference harmless(Result.Difference difference) {
        return new Result.Difference(
                Harmless.text(difference.step()),
                Harmless.text(difference.expected()),
                Harmless.text(difference.got()));
    }

    boolean isCut() {
        return traceLeft > 0;
    }

    boolean hasTrace() {
        return !trace.isEmpty();
    }
}
