package org.maptck.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// `junit.xml`: a test suite for each group of rules and implementation, a test case for each
/// scenario. Names are made of ids alone, so that they stay the same from run to run.
public final class JunitXml implements Renderer {
    @Override
    public String id() {
        return "junit";
    }

    @Override
    public Path render(Results results, Path folder) throws IOException {
        Path file = folder.resolve("junit.xml");
        try (var bytes = Files.newOutputStream(file)) {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            suites(results, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return file;
    }

    private static void suites(Results results, XMLStreamWriter xml) throws XMLStreamException {
        begin(xml, "testsuites", "maptck");
        var grid = new Grid(results);
        for (String implementation : grid.implementations()) {
            for (var group : groups(grid, results.header().catalogue(), implementation)) {
                suite(results.header(), group, xml);
            }
        }
        if (!results.complete()) {
            incomplete(xml);
        }
        xml.writeEndElement();
    }

    /// Rules whose ids differ in the last part alone, in the order of the document.
    private static Collection<Group> groups(Grid grid, Catalogue catalogue, String implementation) {
        var groups = new LinkedHashMap<String, Group>();
        for (String rule : grid.rules(catalogue, implementation)) {
            String name = implementation + " " + group(rule);
            groups.computeIfAbsent(name, _ -> new Group(name, new ArrayList<>()))
                    .results()
                    .addAll(grid.of(implementation, rule));
        }
        return groups.values();
    }

    private static String group(String rule) {
        int last = rule.lastIndexOf('.');
        return last < 0 ? rule : rule.substring(0, last);
    }

    private record Group(String name, List<Result> results) {}

    private static void suite(RunHeader header, Group group, XMLStreamWriter xml)
            throws XMLStreamException {
        begin(xml, "testsuite", group.name());
        counts(group.results(), xml);
        for (Result result : group.results()) {
            testcase(header, result, xml);
        }
        xml.writeEndElement();
    }

    /// An incomplete run is itself an error, so that no reader takes it for a whole one.
    private static void incomplete(XMLStreamWriter xml) throws XMLStreamException {
        begin(xml, "testsuite", "maptck run");
        count("tests", 1, xml);
        count("failures", 0, xml);
        count("errors", 1, xml);
        count("skipped", 0, xml);
        begin(xml, "testcase", "the run comes to its end");
        attribute(xml, "classname", "maptck");
        element(xml, "error", "the run did not come to its end", "");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void counts(List<Result> results, XMLStreamWriter xml)
            throws XMLStreamException {
        count("tests", results.size(), xml);
        count("failures", in(results, "failure"), xml);
        count("errors", in(results, "error"), xml);
        count("skipped", in(results, "skipped"), xml);
    }

    private static void count(String name, long count, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeAttribute(name, Long.toString(count));
    }

    private static long in(List<Result> results, String element) {
        return results.stream().filter(it -> element(it.verdict()).equals(element)).count();
    }

    private static String element(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "";
            case NOT_APPLICABLE, EXPECTED_FAIL -> "skipped";
            case INCONCLUSIVE -> "error";
            case UNEXPECTED_PASS, FAIL -> "failure";
        };
    }

    private static void testcase(RunHeader header, Result result, XMLStreamWriter xml)
            throws XMLStreamException {
        begin(xml, "testcase", result.scenario());
        attribute(xml, "classname", result.implementation() + "." + result.rule());
        if (result.verdict() != Verdict.PASS) {
            element(xml, element(result.verdict()), message(result), details(header, result));
        }
        xml.writeEndElement();
    }

    private static String message(Result result) {
        String verdict = result.verdict().id();
        return result.reason().isEmpty() ? verdict : verdict + ": " + result.reason();
    }

    private static String details(RunHeader header, Result result) {
        var details = new StringBuilder();
        result.difference()
                .ifPresent(it ->
                        details.append("step: " + it.step() + "\n")
                                .append("expected: " + it.expected() + "\n")
                                .append("got: " + it.got() + "\n"));
        return details.append("again: " + Reproduction.of(header, result)).toString();
    }

    private static void begin(XMLStreamWriter xml, String element, String name)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attribute(xml, "name", name);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value)
            throws XMLStreamException {
        xml.writeAttribute(name, Harmless.line(value));
    }

    private static void element(XMLStreamWriter xml, String name, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        attribute(xml, "message", message);
        xml.writeCharacters(Harmless.text(text));
        xml.writeEndElement();
    }
}
