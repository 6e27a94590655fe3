package org.maptck.junit;

import org.maptck.reports.Result;
import org.maptck.reports.Rule;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// The result of a scenario as JUnit says it.
record Said(Rule rule, Result result) {
    /// Returns for a pass alone.
    ///
    /// @throws TestAbortedException for what could not be asked, and for a known difference
    /// @throws AssertionFailedError for a difference, and for a question without an answer
    void tell() {
        switch (result.verdict()) {
            case PASS -> {}
            case NOT_APPLICABLE ->
                    throw new TestAbortedException("not applicable: " + result.reason());
            case EXPECTED_FAIL ->
                    throw new TestAbortedException("known difference: " + result.reason());
            case INCONCLUSIVE, UNEXPECTED_PASS ->
                    throw new AssertionFailedError(result.verdict().id() + ": " + result.reason());
            case FAIL -> throw difference();
        }
    }

    private AssertionFailedError difference() {
        return result.difference()
                .map(it -> new AssertionFailedError(text(it), it.expected(), it.got()))
                .orElseGet(() -> new AssertionFailedError(result.reason()));
    }

    private String text(Result.Difference difference) {
        return String.join(
                "\n",
                rule.sentence(),
                "  rule     " + rule.id(),
                "  says     " + String.join("; ", rule.sources()),
                "  step     " + difference.step(),
                "  expected " + difference.expected(),
                "  got      " + difference.got(),
                "  again    ./maptck run -a " + result.implementation() + " " + result.scenario());
    }
}
