package org.maptck.reports;

import java.util.Optional;

/// A verdict as a word and a shape; colour only repeats them.
record VerdictView(String word, String shape) {
    static VerdictView of(Optional<Verdict> verdict) {
        return verdict.map(VerdictView::of).orElseGet(() -> new VerdictView("not-run", "\u00b7"));
    }

    static VerdictView of(Verdict verdict) {
        String shape =
                switch (verdict) {
                    case PASS -> "\u2713";
                    case NOT_APPLICABLE -> "\u2013";
                    case EXPECTED_FAIL -> "\u2248";
                    case INCONCLUSIVE -> "?";
                    case UNEXPECTED_PASS -> "!";
                    case FAIL -> "\u2717";
                };
        return new VerdictView(verdict.id(), shape);
    }

    String title() {
        return word.replace('-', ' ');
    }
}
