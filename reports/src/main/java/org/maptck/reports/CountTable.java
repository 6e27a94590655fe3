package org.maptck.reports;

import java.util.ArrayList;
import java.util.List;

/// The counts of all implementations as rows: rules and scenarios by verdict, with the total.
///
/// @param headings a word for each count: verdicts that were given, and the total
record CountTable(List<String> headings, List<Row> rows) {
    static final String RULES = "rules";
    static final String SCENARIOS = "scenarios";

    /// What a reader looks for first stands first.
    private static final List<Verdict> COLUMNS =
            List.of(
                    Verdict.PASS,
                    Verdict.FAIL,
                    Verdict.UNEXPECTED_PASS,
                    Verdict.EXPECTED_FAIL,
                    Verdict.INCONCLUSIVE,
                    Verdict.NOT_APPLICABLE);

    /// @param unit `rules` or `scenarios`
    record Row(String implementation, String unit, List<Integer> counts) {}

    static CountTable of(List<Tally> tallies) {
        var given = COLUMNS.stream().filter(it -> isShown(tallies, it)).toList();
        boolean notRun = tallies.stream().anyMatch(it -> it.scenariosNotRun() > 0);
        var headings = new ArrayList<>(given.stream().map(Verdict::id).toList());
        if (notRun) {
            headings.add("not-run");
        }
        headings.add("total");
        return new CountTable(headings, rows(tallies, given, notRun));
    }

    private static boolean isShown(List<Tally> tallies, Verdict verdict) {
        return verdict == Verdict.PASS
                || verdict == Verdict.FAIL
                || tallies.stream().anyMatch(it -> it.scenarios(verdict) > 0);
    }

    private static List<Row> rows(List<Tally> tallies, List<Verdict> given, boolean notRun) {
        var rows = new ArrayList<Row>();
        for (Tally it : tallies) {
            var rules = new ArrayList<>(given.stream().map(it::rules).toList());
            var scenarios = new ArrayList<>(given.stream().map(it::scenarios).toList());
            if (notRun) {
                rules.add(it.rulesNotRun());
                scenarios.add(it.scenariosNotRun());
            }
            rules.add(it.ruleCount());
            scenarios.add(it.scenarioCount());
            rows.add(new Row(it.implementation(), RULES, rules));
            rows.add(new Row(it.implementation(), SCENARIOS, scenarios));
        }
        return rows;
    }
}
