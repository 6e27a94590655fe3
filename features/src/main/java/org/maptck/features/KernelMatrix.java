package org.maptck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maptck.model.Identity;
import org.maptck.model.Platform;
import org.maptck.reports.Result;
import org.maptck.reports.Rule;
import org.maptck.reports.Verdict;

/// The page that says how kernels differ: who was asked, and the rules that not all obey.
public final class KernelMatrix {
    private static final String NOT_ANSWERED = "not answered";

    private final Suite suite;
    private final Map<String, Column> columns;

    /// What one kernel answered.
    public record Column(Identity identity, List<Result> results) {
        private Map<Verdict, Long> verdicts(String rule) {
            return results.stream()
                    .filter(result -> result.rule().equals(rule))
                    .collect(Collectors.groupingBy(Result::verdict, Collectors.counting()));
        }

        private long rules(Suite suite, Set<Verdict> one) {
            return suite.catalogue().rules().stream()
                    .map(rule -> verdicts(rule.id()).keySet())
                    .filter(verdicts -> verdicts.stream().anyMatch(one::contains))
                    .count();
        }
    }

    /// @param columns by the name of the recording, in the order of the page
    public KernelMatrix(Suite suite, Map<String, Column> columns) {
        this.suite = suite;
        this.columns = columns;
    }

    /// The page.
    ///
    /// @param changes what changed between versions: a line each
    public String markdown(List<String> changes) {
        var lines = new ArrayList<String>();
        lines.addAll(List.of(HEAD.split("\n", -1)));
        lines.add(
                "| kernel | release | page size | byte order | word | CPUs online of possible"
                        + " | rules: pass | differ | not applicable | not answered |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        columns.forEach((name, column) -> lines.add(row(name, column)));
        lines.addAll(List.of("", "## Rules that not all obey", ""));
        lines.add("| rule | " + String.join(" | ", columns.keySet()) + " |");
        lines.add("|---|" + "---|".repeat(columns.size()));
        suite.catalogue().rules().stream().filter(this::differs).map(this::row).forEach(lines::add);
        lines.addAll(List.of("", "## What changed, and who shows it", ""));
        lines.add("| since | change | source | shown by |");
        lines.add("|---|---|---|---|");
        lines.addAll(changes);
        return String.join("\n", lines) + "\n";
    }

    private String row(String name, Column column) {
        Platform platform = column.identity().platform();
        long differing = column.rules(suite, Set.of(Verdict.FAIL, Verdict.EXPECTED_FAIL));
        long unanswered = column.rules(suite, Set.of(Verdict.INCONCLUSIVE));
        long passing =
                suite.catalogue().rules().stream()
                        .map(rule -> column.verdicts(rule.id()).keySet())
                        .filter(verdicts -> verdicts.contains(Verdict.PASS))
                        .filter(verdicts -> PASSING.containsAll(verdicts))
                        .count();
        long none = suite.catalogue().rules().size() - passing - differing - unanswered;
        return "| %s | %s | %d KiB | %s | %d-bit | %d of %d | %d | %d | %d | %d |"
                .formatted(
                        name,
                        column.identity().version(),
                        platform.pageSize() >> 10,
                        platform.byteOrder().toString().startsWith("B") ? "big" : "little",
                        8 * platform.wordSize(),
                        platform.onlineCpus().size(),
                        platform.cpuCount(),
                        passing,
                        differing,
                        none,
                        unanswered);
    }

    private boolean differs(Rule rule) {
        var seen = columns.values().stream().map(column -> cell(rule, column));
        return seen.filter(cell -> !cell.equals(NOT_ANSWERED)).distinct().count() > 1;
    }

    private String row(Rule rule) {
        return "| `%s` | %s |"
                .formatted(
                        rule.id(),
                        columns.values().stream()
                                .map(column -> cell(rule, column))
                                .collect(Collectors.joining(" | ")));
    }

    private static String cell(Rule rule, Column column) {
        var verdicts = column.verdicts(rule.id());
        if (verdicts.containsKey(Verdict.FAIL) || verdicts.containsKey(Verdict.EXPECTED_FAIL)) {
            return "differs";
        }
        if (verdicts.containsKey(Verdict.INCONCLUSIVE)) {
            return NOT_ANSWERED;
        }
        return verdicts.containsKey(Verdict.PASS) ? "pass" : "—";
    }

    private static final Set<Verdict> PASSING = Set.of(Verdict.PASS, Verdict.NOT_APPLICABLE);

    private static final String HEAD =
            """
            # Kernels

            Made by `maptck judge --page docs/kernels.md` from the recordings in
            `adapters/recorded/recordings`, and compared with them by the build. A rule *differs* where a
            kernel answers a scenario of it otherwise than the rule says: see the baseline of the kernel
            and [the findings](findings.md). A dash is a rule that does not apply to the kernel; *not answered*
            is one that its recording does not hold in full.

            ## Who was asked
            """;
}
