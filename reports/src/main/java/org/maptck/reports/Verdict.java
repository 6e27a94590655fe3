package org.maptck.reports;

import java.util.Locale;

/// What came of one scenario on one implementation, the mildest first.
public enum Verdict {
    /// It behaves as the rule says.
    PASS,
    /// It cannot be asked here, for a reason that is given; never a pass.
    NOT_APPLICABLE,
    /// It differs, as the baseline said that it would.
    EXPECTED_FAIL,
    /// The question was not answered: crash, time limit, protocol error, not run.
    INCONCLUSIVE,
    /// It behaves as the rule says although the baseline said otherwise.
    UNEXPECTED_PASS,
    /// It differs.
    FAIL;

    /// The name in results and reports.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What two scenarios of a rule come to: the graver of both, among those that could be asked.
    public Verdict and(Verdict other) {
        if (this == NOT_APPLICABLE || other == NOT_APPLICABLE) {
            return this == NOT_APPLICABLE ? other : this;
        }
        return compareTo(other) >= 0 ? this : other;
    }
}
