package org.maptck.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maptck.json.Json;
import org.maptck.json.Sink;
import org.maptck.reports.Findings.Finding;

/// `results.sarif`: the findings in SARIF 2.1.0, for tools that gather what was found.
///
/// A scenario is a logical location; there is no line of the user's to point at.
public final class Sarif implements Renderer {
    private static final String VERSION = "2.1.0";

    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public Path render(Results results, Path folder) throws IOException {
        Path file = folder.resolve("results.sarif");
        Files.writeString(file, Json.write(out -> log(results, out)) + "\n");
        return file;
    }

    private static void log(Results results, Sink out) {
        out.open().name("version").text(VERSION);
        out.name("runs").each(List.of(results), it -> run(it, out));
        out.close();
    }

    private static void run(Results results, Sink out) {
        var header = results.header();
        out.open().name("tool").open().name("driver").open();
        out.name("name").text("maptck").name("version").text(Harmless.line(header.tool()));
        out.name("rules").each(header.catalogue().rules(), rule -> rule(rule, out));
        out.close().close();
        out.name("invocations").each(List.of(results.complete()), it -> invocation(it, out));
        out.name("results").each(Findings.of(results), it -> result(header, it, out));
        out.close();
    }

    private static void invocation(boolean complete, Sink out) {
        out.open().name("executionSuccessful").flag(complete).close();
    }

    private static void rule(Rule rule, Sink out) {
        out.open().name("id").text(rule.id());
        message("shortDescription", Harmless.prose(rule.sentence()), out);
        message("help", Harmless.prose(String.join("; ", rule.sources())), out);
        out.close();
    }

    private static void message(String name, String text, Sink out) {
        out.name(name).open().name("text").text(text).close();
    }

    private static void result(RunHeader header, Finding finding, Sink out) {
        Result result = finding.result();
        out.open().name("ruleId").text(result.rule());
        out.name("level").text(result.verdict() == Verdict.FAIL ? "error" : "warning");
        message("message", text(header, finding), out);
        out.name("locations").each(List.of(result.scenario()), it -> location(it, out));
        String known = result.implementation() + " " + result.scenario();
        out.name("partialFingerprints").open().name("scenario/v1").text(Harmless.line(known));
        out.close().close();
    }

    private static void location(String scenario, Sink out) {
        out.open();
        out.name("logicalLocations")
                .each(
                        List.of(scenario),
                        it -> out.open().name("fullyQualifiedName").text(it).close());
        out.close();
    }

    private static String text(RunHeader header, Finding finding) {
        Result result = finding.result();
        var words = new StringBuilder();
        words.append(result.verdict().id()).append(", ").append(result.implementation());
        words.append(": ").append(finding.title()).append(". ").append(result.reason());
        result.difference()
                .ifPresent(it ->
                        words.append(". Step: ")
                                .append(it.step())
                                .append(". Expected: ")
                                .append(it.expected())
                                .append(". Got: ")
                                .append(it.got()));
        words.append(". Again: ").append(Reproduction.of(header, result));
        return Harmless.line(words.toString());
    }
}
