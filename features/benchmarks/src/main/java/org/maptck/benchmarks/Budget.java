package org.maptck.benchmarks;

import java.util.Locale;

/// One thing that has a price, what it may be, and what it was.
///
/// @param limit the least that it should be, or the most
/// @param unit after the number; a word, or empty for a ratio
/// @param how what was divided by what, and how often
record Budget(String what, Limit kind, double limit, String unit, Samples seen, String how) {
    /// Which side of the limit is good.
    enum Limit {
        LEAST,
        MOST
    }

    boolean kept() {
        return kind == Limit.LEAST ? seen.median() >= limit : seen.median() <= limit;
    }

    /// A row of the table of ratios.
    String row() {
        return "| %s | %s %s | **%s** | %s to %s | %s | %s |"
                .formatted(
                        what,
                        kind == Limit.LEAST ? "at least" : "at most",
                        said(limit),
                        said(seen.median()),
                        said(seen.least()),
                        said(seen.most()),
                        kept() ? "kept" : "missed",
                        how);
    }

    private String said(double number) {
        return (number(number) + " " + unit).strip();
    }

    /// A number with as many digits as mean something.
    static String number(double number) {
        if (number >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return String.format(Locale.ROOT, number >= 100 ? "%.0f" : "%.2f", number);
    }
}
