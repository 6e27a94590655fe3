package org.maptck.reports;

/// What the process says when it ends, the same for every command.
public enum ExitCode {
    /// No difference was found.
    CONFORMS(0),
    /// A scenario failed, or passed although the baseline said otherwise.
    DIFFERS(1),
    /// A question was not answered, or the run did not come to its end.
    INCONCLUSIVE(2),
    /// The command line makes no sense.
    USAGE(64),
    /// A file that was read makes no sense.
    BAD_INPUT(65),
    /// The selection matched nothing that could be run.
    NOTHING_RUN(66),
    /// An adapter is missing or would not start.
    NO_ADAPTER(69),
    /// A fault of maptck itself.
    OUR_BUG(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /// The number.
    public int code() {
        return code;
    }

    /// What these results come to.
    public static ExitCode of(Results results) {
        if (any(results, Verdict.FAIL) || any(results, Verdict.UNEXPECTED_PASS)) {
            return DIFFERS;
        }
        if (any(results, Verdict.INCONCLUSIVE) || !results.complete()) {
            return INCONCLUSIVE;
        }
        boolean run = any(results, Verdict.PASS) || any(results, Verdict.EXPECTED_FAIL);
        return run ? CONFORMS : NOTHING_RUN;
    }

    private static boolean any(Results results, Verdict verdict) {
        return results.results().stream().anyMatch(result -> result.verdict() == verdict);
    }
}
