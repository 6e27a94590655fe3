package org.maptck.reports;

import java.util.List;
import java.util.stream.Collectors;

/// What a run comes to, in one line.
final class Headline {
    private Headline() {}

    static String of(Results results) {
        List<Tally> tallies = Tally.of(results);
        String verdict =
                switch (ExitCode.of(results)) {
                    case CONFORMS -> "conforms: " + each(tallies);
                    case DIFFERS -> "differs: " + each(tallies);
                    case INCONCLUSIVE -> "inconclusive: " + each(tallies);
                    case NOTHING_RUN -> "nothing was run";
                    case USAGE, BAD_INPUT, NO_ADAPTER, OUR_BUG ->
                            throw new IllegalStateException("no results come to this");
                };
        return results.complete() ? verdict : "INCOMPLETE RUN, " + verdict;
    }

    private static String each(List<Tally> tallies) {
        return tallies.stream().map(Headline::one).collect(Collectors.joining("; "));
    }

    private static String one(Tally tally) {
        int bad = tally.rules(Verdict.FAIL) + tally.rules(Verdict.UNEXPECTED_PASS);
        String name = Harmless.line(tally.implementation());
        return bad > 0
                ? "%s differs in %d of %d rules".formatted(name, bad, tally.ruleCount())
                : "%s passes %d of %d rules"
                        .formatted(name, tally.rules(Verdict.PASS), tally.ruleCount());
    }
}
