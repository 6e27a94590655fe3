package org.maptck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maptck.json.Json;

/// One result, and how many scenarios have which verdict according to each report.
final class SameCountsTest {
    private static final Map<String, Integer> WANTED =
            new TreeMap<>(
                    Map.of(
                            "pass", 5,
                            "fail", 1,
                            "unexpected-pass", 1,
                            "expected-fail", 1,
                            "inconclusive", 1,
                            "not-applicable", 1,
                            "total", 10));

    private static final Pattern MESSAGE = Pattern.compile("message=\"([a-z-]+)");
    private static final Pattern ALLURE =
            Pattern.compile("\"message\"\\s*:\\s*\"([a-z-]+)|\"status\"\\s*:\\s*\"(passed)\"");

    @TempDir private Path folder;

    private String text(Renderer renderer) throws IOException {
        return Files.readString(renderer.render(Example.results(), folder));
    }

    /// Adds the numbers of a row to those of the rows before, by the words of the headings.
    private static void add(Map<String, Integer> counts, List<String> heads, List<String> cells) {
        for (int i = 0; i < heads.size(); i++) {
            counts.merge(heads.get(i), Integer.valueOf(cells.get(i)), Integer::sum);
        }
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split("[|\\s]+")).filter(it -> !it.isEmpty()).toList();
    }

    /// The rows that end in `scenarios` and numbers, below the headings.
    private static Map<String, Integer> table(List<String> lines) {
        var counts = new TreeMap<String, Integer>();
        List<String> heads = List.of();
        for (String line : lines) {
            var words = words(line);
            int unit = words.indexOf("scenarios");
            if (words.contains("pass") && words.contains("total")) {
                heads = words.subList(words.indexOf("pass"), words.size());
            } else if (unit >= 0 && words.size() == unit + 1 + heads.size()) {
                add(counts, heads, words.subList(unit + 1, words.size()));
            }
        }
        return counts;
    }

    @Test
    void everyReportCountsAlike() throws IOException {
        assertEquals(WANTED, terminal(), "terminal");
        assertEquals(WANTED, table(text(new MarkdownSummary()).replace("\\", "").lines().toList()));
        assertEquals(WANTED, html(), "HTML");
        assertEquals(WANTED, json(), "JSON");
        assertEquals(WANTED, junit(), "JUnit");
        assertEquals(WANTED, allure(), "Allure");
    }

    private static Map<String, Integer> terminal() {
        var bytes = new ByteArrayOutputStream();
        Terminal.print(Example.results(), new PrintStream(bytes, true, UTF_8), 200, false);
        return table(bytes.toString(UTF_8).lines().toList());
    }

    private Map<String, Integer> html() throws IOException {
        var counts = new TreeMap<String, Integer>();
        var cell = Pattern.compile("<td class=\"n c-([a-z-]+)[^>]*>(\\d+)");
        text(new HtmlPage())
                .lines()
                .filter(line -> line.contains("<th scope=\"row\">scenarios</th>"))
                .flatMap(line -> cell.matcher(line).results())
                .forEach(it ->
                        counts.merge(it.group(1), Integer.valueOf(it.group(2)), Integer::sum));
        return counts;
    }

    private Map<String, Integer> json() throws IOException {
        var counts = new TreeMap<String, Integer>();
        var report = Json.read(text(new JsonReport())).fields();
        for (var implementation : report.get("implementations").items().values()) {
            var scenarios = implementation.fields().get("scenarios").fields();
            WANTED.keySet()
                    .forEach(it -> counts.merge(it, scenarios.get(it).number(), Integer::sum));
        }
        return counts;
    }

    private Map<String, Integer> junit() throws IOException {
        var counts = new TreeMap<String, Integer>();
        for (String line : text(new JunitXml()).lines().toList()) {
            if (line.startsWith("<testcase")) {
                var message = MESSAGE.matcher(line);
                counts.merge(message.find() ? message.group(1) : "pass", 1, Integer::sum);
                counts.merge("total", 1, Integer::sum);
            }
        }
        return counts;
    }

    private Map<String, Integer> allure() throws IOException {
        new AllureReport().render(Example.results(), folder);
        var counts = new TreeMap<String, Integer>();
        try (var files =
                Files.newDirectoryStream(folder.resolve("allure-results"), "*-result.json")) {
            for (Path file : files) {
                var found = ALLURE.matcher(Files.readString(file));
                found.find();
                String verdict = found.group(1) == null ? "pass" : found.group(1);
                counts.merge(verdict, 1, Integer::sum);
                counts.merge("total", 1, Integer::sum);
            }
        }
        return counts;
    }
}
