package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every report that lists rules says of each whether it has killed a known-bad implementation.
final class UnprovenTest {
    private static final String PROVEN = "array.update.noexist";
    private static final String UNPROVEN = "array.delete";

    @TempDir private Path folder;

    /// A catalogue in which one rule of all has killed nothing.
    private static Catalogue catalogue() {
        return new Catalogue(
                Example.header().catalogue().chapters().stream()
                        .map(chapter ->
                                new Catalogue.Chapter(
                                        chapter.title(),
                                        chapter.introduction(),
                                        chapter.rules().stream().map(UnprovenTest::with).toList()))
                        .toList());
    }

    private static Rule with(Rule rule) {
        return rule.id().equals(UNPROVEN)
                ? rule
                : rule.killing(List.of(new Rule.Kill("wrong", "does it otherwise")));
    }

    private String text(Renderer renderer) throws IOException {
        var results = new Results(header(), Example.results().results(), true);
        return Files.readString(renderer.render(results, folder));
    }

    private static RunHeader header() {
        var header = Example.header();
        return new RunHeader(
                header.tool(),
                header.started(),
                header.level(),
                header.selection(),
                header.subjects(),
                header.notOffered(),
                catalogue());
    }

    private static List<String> unproven(String text) {
        return text.lines().filter(line -> line.contains("unproven")).toList();
    }

    @Test
    void theListOfRulesSaysSo() {
        var lines = unproven(RuleList.lines(catalogue()));
        assertTrue(lines.getFirst().strip().startsWith(UNPROVEN), lines::toString);
        assertEquals(1, lines.stream().filter(line -> line.contains("array.")).count());
        assertEquals(
                1,
                unproven(RuleList.whole(catalogue())).stream()
                        .filter(line -> line.contains("proof"))
                        .count());
        var json = RuleList.json(catalogue());
        assertEquals(2, json.split("\"proven\":true", -1).length - 1);
        assertEquals(1, json.split("\"proven\":false", -1).length - 1);
    }

    @Test
    void theJsonSaysSo() throws IOException {
        var json = text(new JsonReport());
        assertTrue(json.contains("\"proven\":false,\"kills\":0"), json);
        assertEquals(2, json.split("\"proven\":true,\"kills\":1", -1).length - 1);
    }

    @Test
    void theMarkdownSaysSo() throws IOException {
        var lines = unproven(text(new MarkdownSummary()).replace("\\", ""));
        assertEquals("- unproven, 1 of 3 rules: " + UNPROVEN, lines.getFirst());
        assertTrue(lines.get(1).endsWith(UNPROVEN + " (unproven)"), lines::toString);
        assertEquals(2, lines.size());
        assertFalse(String.join("", lines).contains(PROVEN));
    }

    @Test
    void thePageSaysSo() throws IOException {
        var page = text(new HtmlPage());
        assertEquals(2, page.split(">unproven<", -1).length - 1, "its own place and the table");
        assertTrue(page.contains("proven, 1 killed"), page);
    }
}
