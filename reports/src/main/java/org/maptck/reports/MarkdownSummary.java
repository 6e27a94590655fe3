package org.maptck.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.maptck.reports.Findings.Finding;

/// `summary.md`: the counts and the findings, for a pull request or a job summary.
public final class MarkdownSummary implements Renderer {
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~-]");

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public Path render(Results results, Path folder) throws IOException {
        Path file = folder.resolve("summary.md");
        Files.writeString(file, String.join("\n", lines(results)) + "\n");
        return file;
    }

    private static List<String> lines(Results results) {
        var lines = new ArrayList<String>();
        lines.add("## maptck: " + text(Headline.of(results)));
        lines.add("");
        lines.add("Selection: " + text(results.header().selection()) + ".");
        lines.add("");
        table(CountTable.of(Tally.of(results)), lines);
        results.header().notOffered().forEach((address, why) -> notOffered(address, why, lines));
        for (String implementation : new Grid(results).implementations()) {
            Findings.notApplicable(results, implementation)
                    .ifPresent(it -> lines.add("- " + text(implementation) + ", " + text(it)));
        }
        unproven(results.header().catalogue(), lines);
        Findings.of(results).forEach(finding -> finding(results.header(), finding, lines));
        return lines;
    }

    /// Rules that no wrong implementation is known to break: their passes say little.
    private static void unproven(Catalogue catalogue, List<String> lines) {
        var ids =
                catalogue.rules().stream()
                        .filter(rule -> !rule.proven())
                        .map(rule -> text(rule.id()))
                        .toList();
        if (!ids.isEmpty()) {
            lines.add(
                    "- unproven, %d of %d rules: %s"
                            .formatted(
                                    ids.size(), catalogue.rules().size(), String.join(", ", ids)));
        }
    }

    private static void table(CountTable table, List<String> lines) {
        lines.add("| implementation | | " + String.join(" | ", table.headings()) + " |");
        lines.add("| --- | --- |" + " ---: |".repeat(table.headings().size()));
        for (CountTable.Row row : table.rows()) {
            var counts = row.counts().stream().map(String::valueOf).toList();
            String name = text(row.implementation());
            lines.add("| " + name + " | " + row.unit() + " | " + String.join(" | ", counts) + " |");
        }
        lines.add("");
    }

    private static void notOffered(String address, String why, List<String> lines) {
        lines.add("- " + text(address) + ", not run: " + text(why));
    }

    private static void finding(RunHeader header, Finding finding, List<String> lines) {
        Result result = finding.result();
        lines.add("");
        lines.add(
                "### %s: %s, %s%s"
                        .formatted(
                                result.verdict().id(),
                                text(result.implementation()),
                                text(result.rule()),
                                finding.rule().filter(rule -> !rule.proven()).isPresent()
                                        ? " (unproven)"
                                        : ""));
        lines.add("");
        finding.rule().ifPresent(rule -> lines.add(text(rule.sentence()) + "  "));
        finding.rule()
                .ifPresent(rule -> lines.add("*" + text(String.join("; ", rule.sources())) + "*"));
        lines.add("");
        lines.add("- scenario: " + text(finding.title()));
        if (!result.reason().isEmpty()) {
            lines.add("- because: " + text(result.reason()));
        }
        result.difference().ifPresent(it -> difference(it, lines));
        lines.add("- again: " + code(Reproduction.of(header, result)));
    }

    private static void difference(Result.Difference difference, List<String> lines) {
        lines.add("- step: " + text(difference.step()));
        lines.add("- expected: " + code(difference.expected()));
        lines.add("- got: " + code(difference.got()));
    }

    private static String text(String hostile) {
        return MARKS.matcher(html(hostile)).replaceAll("\\\\$0");
    }

    private static String code(String hostile) {
        return "<code>" + text(hostile) + "</code>";
    }

    private static String html(String hostile) {
        return Harmless.line(hostile)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
