package org.maptck.reports;

import java.util.Optional;

/// A verdict as a word; the style gives it a shape, and a colour that only repeats them.
record VerdictView(String word) {
    static VerdictView of(Optional<Verdict> verdict) {
        return verdict.map(VerdictView::of).orElseGet(() -> new VerdictView("not-run"));
    }

    static VerdictView of(Verdict verdict) {
        return new VerdictView(verdict.id());
    }

    String title() {
        return word.replace('-', ' ');
    }
}
