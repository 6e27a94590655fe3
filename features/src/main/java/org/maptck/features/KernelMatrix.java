package org.maptck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maptck.model.Behaviour;
import org.maptck.model.Identity;
import org.maptck.model.Platform;
import org.maptck.reports.Result;
import org.maptck.reports.Rule;
import org.maptck.reports.Verdict;

/// The page that says how kernels differ: who was asked, and the rules that not all obey.
public final class KernelMatrix {
    private static final String NOT_ANSWERED = "not answered";

    private static final Pattern NUMBER = Pattern.compile("finding (\\d+)");

    private final Suite suite;
    private final Map<String, Column> columns;

    /// What one kernel answered.
    ///
    /// @param processor what it ran on, by Debian's name of it
    public record Column(Identity identity, String processor, List<Result> results) {
        private Map<Verdict, Long> verdicts(String rule) {
            return results.stream()
                    .filter(result -> result.rule().equals(rule))
                    .collect(Collectors.groupingBy(Result::verdict, Collectors.counting()));
        }

        /// The numbers of the findings that say why it differs, ascending.
        private String findings(Predicate<Result> some) {
            return results.stream()
                    .filter(some)
                    .filter(result -> result.verdict() == Verdict.EXPECTED_FAIL)
                    .flatMap(result -> NUMBER.matcher(result.reason()).results())
                    .map(found -> Integer.valueOf(found.group(1)))
                    .distinct()
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
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
    /// @param changes who shows what changed between versions
    public String markdown(Map<Behaviour, Shown> changes) {
        var lines = new ArrayList<String>();
        lines.addAll(List.of(HEAD.split("\n", -1)));
        lines.add(
                "| kernel | release | processor | page size | byte order | word | CPUs online of"
                        + " possible | rules: pass | differ | by findings | not applicable | not"
                        + " answered |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
        columns.forEach((name, column) -> lines.add(row(name, column)));
        lines.addAll(List.of("", "## Rules that not all obey", ""));
        lines.add("| rule | " + String.join(" | ", columns.keySet()) + " |");
        lines.add("|---|" + "---|".repeat(columns.size()));
        suite.catalogue().rules().stream().filter(this::differs).map(this::row).forEach(lines::add);
        lines.addAll(List.of("", "## What changed, and who shows it", ""));
        lines.add("| since | change | source | shown by |");
        lines.add("|---|---|---|---|");
        changes.forEach((change, shown) -> lines.add(row(change, shown)));
        return String.join("\n", lines) + "\n";
    }

    private static String row(Behaviour change, Shown shown) {
        return "| %s | %s | `%s` | %s |"
                .formatted(change.since(), change.change(), change.citation(), shown.words());
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
        return "| %s | %s | %s | %d KiB | %s | %d-bit | %d of %d | %d | %d | %s | %d | %d |"
                .formatted(
                        name,
                        column.identity().version(),
                        column.processor(),
                        platform.pageSize() >> 10,
                        platform.byteOrder().toString().startsWith("B") ? "big" : "little",
                        8 * platform.wordSize(),
                        platform.onlineCpus().size(),
                        platform.cpuCount(),
                        passing,
                        differing,
                        column.findings(_ -> true),
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
        if (verdicts.containsKey(Verdict.FAIL)) {
            return "differs";
        }
        if (verdicts.containsKey(Verdict.EXPECTED_FAIL)) {
            return "differs: " + column.findings(result -> result.rule().equals(rule.id()));
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
            kernel answers a scenario of it otherwise than the rule says; the numbers are those of
            [the findings](findings.md), which the baseline of the kernel names. A dash is a rule that does
            not apply to the kernel; *not answered* is one that its recording does not hold in full.

            6.18 is the kernel of the machine that the kit is made on; the others are Debian's, booted in
            QEMU without acceleration.

            ## Who was asked
            """;
}
