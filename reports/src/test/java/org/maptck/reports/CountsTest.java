package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maptck.json.Fields;
import org.maptck.json.Json;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Every report counts alike.
final class CountsTest {
    private static final Pattern CELL = Pattern.compile("<td class=\"n c-([a-z-]+)[^>]*>(\\d+)");

    @TempDir private Path folder;

    @Test
    void rulesCountByTheirGravestScenario() {
        Tally linux = Tally.of(Example.results()).getFirst();
        assertEquals("linux", linux.implementation());
        assertEquals(
                List.of(1, 1, 1, 0, 0, 0), Stream.of(Verdict.values()).map(linux::rules).toList());
        assertEquals(
                List.of(3, 1, 1, 0, 0, 0),
                Stream.of(Verdict.values()).map(linux::scenarios).toList());
        Tally hostile = Tally.of(Example.results()).getLast();
        assertEquals(
                List.of(0, 0, 0, 1, 1, 1),
                Stream.of(Verdict.values()).map(hostile::rules).toList());
        assertEquals(3, hostile.ruleCount());
        assertEquals(5, hostile.scenarioCount());
    }

    @Test
    void whatWasNotRunStaysInTheDenominator() {
        var first = Example.results().results().getFirst();
        Tally linux = Tally.of(Example.of(first)).getFirst();
        assertEquals(1, linux.rules(Verdict.PASS));
        assertEquals(2, linux.rulesNotRun());
        assertEquals(3, linux.ruleCount());
        assertEquals(4, linux.scenariosNotRun());
        assertEquals(5, linux.scenarioCount());
    }

    @Test
    void thePageCountsAsTheTallyDoes() throws IOException {
        String page = Files.readString(new HtmlPage().render(Example.results(), folder));
        var counts =
                CELL.matcher(page).results().map(it -> it.group(1) + " " + it.group(2)).toList();
        var table = CountTable.of(Tally.of(Example.results()));
        var wanted = table.rows().stream().flatMap(row -> cells(table, row)).toList();
        assertEquals(wanted, counts);
        assertEquals(4 * 7, counts.size());
    }

    private static Stream<String> cells(CountTable table, CountTable.Row row) {
        return java.util.stream.IntStream.range(0, row.counts().size())
                .mapToObj(i -> table.headings().get(i) + " " + row.counts().get(i));
    }

    @Test
    void theJsonCountsAsTheTallyDoes() throws IOException {
        Path file = new JsonReport().render(Example.results(), folder);
        Fields report = Json.read(Files.readString(file)).fields();
        assertEquals(1, report.get("exit").number());
        var implementations = report.get("implementations").items().values();
        for (int i = 0; i < implementations.size(); i++) {
            Tally tally = Tally.of(Example.results()).get(i);
            Fields implementation = implementations.get(i).fields();
            assertEquals(tally.implementation(), implementation.get("address").text());
            for (Verdict verdict : Verdict.values()) {
                Fields rules = implementation.get("rules").fields();
                assertEquals(tally.rules(verdict), rules.get(verdict.id()).number());
                Fields scenarios = implementation.get("scenarios").fields();
                assertEquals(tally.scenarios(verdict), scenarios.get(verdict.id()).number());
            }
        }
    }

    @Test
    void theJunitFileCountsAsTheTallyDoes()
            throws IOException, ParserConfigurationException, SAXException {
        Element root = junit(Example.results());
        assertEquals(10, elements(root, "testcase").size());
        assertEquals(2, elements(root, "failure").size());
        assertEquals(1, elements(root, "error").size());
        assertEquals(2, elements(root, "skipped").size());
        var suites = elements(root, "testsuite");
        assertEquals(6, suites.size());
        assertEquals(10, sum(suites, "tests"));
        assertEquals(2, sum(suites, "failures"));
        assertEquals(1, sum(suites, "errors"));
        assertEquals(2, sum(suites, "skipped"));
    }

    @Test
    void anIncompleteRunIsAnErrorOfJunit()
            throws IOException, ParserConfigurationException, SAXException {
        Element root = junit(new Results(Example.header(), List.of(), false));
        assertEquals(1, elements(root, "error").size());
    }

    private Element junit(Results results)
            throws IOException, ParserConfigurationException, SAXException {
        Path file = new JunitXml().render(results, folder);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static List<Element> elements(Element root, String name) {
        var found = root.getElementsByTagName(name);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static int sum(List<Element> suites, String attribute) {
        return suites.stream().mapToInt(it -> Integer.parseInt(it.getAttribute(attribute))).sum();
    }

    @Test
    void theSummaryCountsAsTheTallyDoes() throws IOException {
        String summary = Files.readString(new MarkdownSummary().render(Example.results(), folder));
        assertTrue(summary.contains("| linux | rules | 1 | 0 | 0 | 1 | 0 | 1 | 3 |"));
        assertTrue(summary.contains("| linux | scenarios | 3 | 0 | 0 | 1 | 0 | 1 | 5 |"));
        assertTrue(summary.contains(" | rules | 0 | 1 | 1 | 0 | 1 | 0 | 3 |"));
        assertTrue(summary.contains(" | scenarios | 2 | 1 | 1 | 0 | 1 | 0 | 5 |"));
    }
}
