package org.maptck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes each result as a test of Allure's.
///
/// The implementation is part of every identity: to Allure, two results of one identity are a
/// retry, of which it shows only the last.
final class AllureTests {
    private final RunHeader header;
    private final AllureResultsWriter writer;
    private final List<Place> places = new ArrayList<>();

    private record Place(Catalogue.Chapter chapter, Rule rule) {}

    AllureTests(Results results, AllureResultsWriter writer) {
        this.header = results.header();
        this.writer = writer;
        for (Catalogue.Chapter chapter : header.catalogue().chapters()) {
            chapter.rules().forEach(rule -> places.add(new Place(chapter, rule)));
        }
    }

    void write(Result result, int number) {
        String identity = result.scenario() + "@" + result.implementation();
        long started = header.started().toEpochMilli();
        writer.write(
                new TestResult()
                        .setUuid(uuid(identity + "#" + number))
                        .setHistoryId(uuid(identity))
                        .setTestCaseId(uuid(result.scenario()))
                        .setFullName(Harmless.line(identity))
                        .setName(Harmless.line(title(result)))
                        .setDescription(description(result))
                        .setLabels(labels(result))
                        .setStatus(status(result.verdict()))
                        .setStatusDetails(details(result))
                        .setAttachments(trace(result, uuid(identity + "#" + number)))
                        .setStage(Stage.FINISHED)
                        .setStart(started)
                        .setStop(started));
    }

    private static String uuid(String identity) {
        return UUID.nameUUIDFromBytes(identity.getBytes(UTF_8)).toString();
    }

    private Stream<Rule> rule(Result result) {
        return places.stream().map(Place::rule).filter(it -> it.id().equals(result.rule()));
    }

    private Stream<Rule.Scenario> scenario(Result result) {
        return rule(result)
                .flatMap(rule -> rule.scenarios().stream())
                .filter(it -> it.id().equals(result.scenario()));
    }

    private String title(Result result) {
        return scenario(result).map(Rule.Scenario::title).findFirst().orElse(result.scenario());
    }

    private String description(Result result) {
        String steps =
                scenario(result)
                        .flatMap(it -> it.steps().stream())
                        .map(step -> "    " + Harmless.line(step) + "\n")
                        .collect(Collectors.joining());
        String sources =
                rule(result)
                        .flatMap(it -> it.sources().stream())
                        .map(Harmless::line)
                        .collect(Collectors.joining("; "));
        return steps + "\n" + sources;
    }

    private List<Label> labels(Result result) {
        String sentence = rule(result).map(Rule::sentence).findFirst().orElse(result.rule());
        String chapter =
                places.stream()
                        .filter(it -> it.rule().id().equals(result.rule()))
                        .map(it -> it.chapter().title())
                        .findFirst()
                        .orElse("Other rules");
        return List.of(
                label("parentSuite", result.implementation()),
                label("suite", result.rule()),
                label("epic", result.implementation()),
                label("feature", chapter),
                label("story", sentence),
                label("rule", result.rule()),
                label("adapter", result.implementation()),
                label("framework", "maptck"),
                label("language", "gherkin"));
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(Harmless.line(value));
    }

    private static Status status(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Status.PASSED;
            case NOT_APPLICABLE, EXPECTED_FAIL -> Status.SKIPPED;
            case INCONCLUSIVE -> Status.BROKEN;
            case UNEXPECTED_PASS, FAIL -> Status.FAILED;
        };
    }

    private StatusDetails details(Result result) {
        if (result.verdict() == Verdict.PASS) {
            return new StatusDetails();
        }
        String reason = result.reason().isEmpty() ? "" : ": " + result.reason();
        var trace = new StringBuilder();
        result.difference()
                .ifPresent(it ->
                        trace.append("step      " + it.step())
                                .append("\nexpected  " + it.expected())
                                .append("\ngot       " + it.got() + "\n"));
        trace.append("again     " + Reproduction.of(header, result));
        return new StatusDetails()
                .setKnown(result.verdict() == Verdict.EXPECTED_FAIL)
                .setMessage(Harmless.line(result.verdict().id() + reason))
                .setTrace(Harmless.text(trace.toString()));
    }

    /// A scenario that passed did what its description says.
    private List<Attachment> trace(Result result, String uuid) {
        if (result.verdict() == Verdict.PASS || result.trace().entries().isEmpty()) {
            return List.of();
        }
        String text =
                result.trace().entries().stream()
                        .map(TraceText::of)
                        .collect(Collectors.joining("\n"));
        String source = uuid + "-attachment.txt";
        writer.write(source, new ByteArrayInputStream(text.getBytes(UTF_8)));
        return List.of(new Attachment().setName("trace").setType("text/plain").setSource(source));
    }
}
