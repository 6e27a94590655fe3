package org.maptck.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.maptck.json.Json;
import org.maptck.json.Sink;
import org.maptck.reports.Findings.Finding;

/// `results.json`, after `results.schema.json` beside this class: counts, the verdict of each rule
/// on each implementation, and the findings.
public final class JsonReport implements Renderer {
    /// Grows with every change that a reader could stumble over.
    private static final int FORMAT = 1;

    @Override
    public String id() {
        return "json";
    }

    @Override
    public Path render(Results results, Path folder) throws IOException {
        Path file = folder.resolve("results.json");
        Files.writeString(file, Json.write(out -> report(results, out)) + "\n");
        return file;
    }

    private static void report(Results results, Sink out) {
        RunHeader header = results.header();
        out.open().name("format").number(FORMAT).name("maptck").text(header.tool());
        out.name("started").text(header.started().toString());
        out.name("level").text(header.level().id());
        out.name("selection").text(header.selection());
        out.name("complete").flag(results.complete());
        out.name("exit").number(ExitCode.of(results).code());
        out.name("implementations").each(Tally.of(results), tally -> tally(header, tally, out));
        out.name("not_offered").each(header.notOffered().entrySet(), it -> notOffered(it, out));
        var grid = new Grid(results);
        out.name("rules").each(header.catalogue().rules(), rule -> rule(grid, rule, out));
        out.name("findings").each(Findings.of(results), it -> finding(header, it, out));
        out.close();
    }

    private static void tally(RunHeader header, Tally tally, Sink out) {
        out.open().name("address").text(tally.implementation());
        var identity = header.subjects().get(tally.implementation());
        if (identity != null) {
            out.name("identity").value(identity, Json.IDENTITY);
        }
        out.name("rules");
        counts(tally.rules(), tally.rulesNotRun(), tally.ruleCount(), out);
        out.name("scenarios");
        counts(tally.scenarios(), tally.scenariosNotRun(), tally.scenarioCount(), out);
        out.close();
    }

    private static void counts(Map<Verdict, Integer> counts, int notRun, int total, Sink out) {
        out.open();
        counts.forEach((verdict, count) -> out.name(verdict.id()).number(count));
        out.name("not-run").number(notRun).name("total").number(total).close();
    }

    private static void notOffered(Map.Entry<String, String> entry, Sink out) {
        out.open().name("address").text(entry.getKey());
        out.name("reason").text(entry.getValue()).close();
    }

    private static void rule(Grid grid, Rule rule, Sink out) {
        out.open().name("id").text(rule.id()).name("level").text(rule.level().id());
        out.name("sentence").text(rule.sentence());
        out.name("proven").flag(rule.proven()).name("kills").number(rule.kills().size());
        out.name("verdicts").open();
        for (String implementation : grid.implementations()) {
            grid.verdict(implementation, rule.id())
                    .ifPresent(verdict -> out.name(implementation).text(verdict.id()));
        }
        out.close().close();
    }

    private static void finding(RunHeader header, Finding finding, Sink out) {
        Result result = finding.result();
        out.open().name("implementation").text(result.implementation());
        out.name("rule").text(result.rule()).name("scenario").text(result.scenario());
        out.name("verdict").text(result.verdict().id()).name("reason").text(result.reason());
        result.difference().ifPresent(it -> difference(it, out));
        out.name("again").text(Reproduction.of(header, result)).close();
    }

    private static void difference(Result.Difference difference, Sink out) {
        out.name("step").text(difference.step());
        out.name("expected").text(difference.expected()).name("got").text(difference.got());
    }
}
