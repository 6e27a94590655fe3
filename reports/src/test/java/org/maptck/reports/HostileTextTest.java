package org.maptck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maptck.json.Json;
import org.maptck.model.Trace;

/// An implementation whose name and answers try to take over what reads them.
final class HostileTextTest {
    private static final String NASTY =
            "<script>alert(1)</script>]]>&\"'`|\u001b[31m\u0000\u009b2J\u202e%0A::error::owned\n"
                    + "::set-output name=x::y\r##[error]z\n# h\n<!-- ";
    private static final String LONG = "L".repeat(1 << 20);

    @TempDir private Path folder;

    private static Results results() {
        var header = Example.header();
        var identity = header.subjects().values().iterator().next();
        var subjects = Map.of(NASTY, identity);
        var difference = new Result.Difference(NASTY, NASTY, NASTY + LONG);
        return new Results(
                new RunHeader(
                        NASTY,
                        header.started(),
                        header.level(),
                        NASTY,
                        subjects,
                        Map.of(NASTY, NASTY),
                        header.catalogue()),
                Stream.of(Verdict.values())
                        .map(verdict ->
                                new Result(
                                        NASTY,
                                        "array.delete",
                                        "array.delete/one",
                                        verdict,
                                        NASTY + LONG,
                                        Optional.of(difference),
                                        new Trace(List.of())))
                        .toList(),
                true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "junit", "markdown", "sarif", "badge"})
    void noReportLetsItThrough(String id) throws IOException {
        String text = Files.readString(Renderers.named(id).render(results(), folder));
        assertTrue(text.length() < 60 * Harmless.SHOWN, () -> id + " has " + text.length());
        isHarmless(text);
        assertFalse(Set.of("html", "markdown").contains(id) && text.contains("<script>alert"));
    }

    @Test
    void noFileForAllureLetsItThrough() throws IOException {
        new AllureReport().render(results(), folder);
        try (var files = Files.list(folder.resolve("allure-results"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                isHarmless(Files.readString(file));
            }
        }
    }

    private static void isHarmless(String text) {
        text.lines()
                .forEach(line -> {
                    assertFalse(line.strip().startsWith("::"), "an order");
                    assertFalse(line.contains("##[error"), "an order");
                });
        assertFalse(text.contains("\u202e"));
        assertFalse(text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'));
    }

    @Test
    void theTerminalObeysNothing() {
        var bytes = new ByteArrayOutputStream();
        Terminal.print(results(), new PrintStream(bytes, true, UTF_8), 40, false);
        isHarmless(bytes.toString(UTF_8));
    }

    @Test
    void theDataKeepWhatWasSaid() throws IOException {
        var json = Json.read(Files.readString(new JsonReport().render(results(), folder)));
        var finding = json.fields().get("findings").items().values().getFirst().fields();
        assertEquals(NASTY, finding.get("implementation").text());
        assertEquals(NASTY + LONG, finding.get("got").text());
    }

    @Test
    void theXmlIsOneDocument() throws Exception {
        byte[] xml = Files.readAllBytes(new JunitXml().render(results(), folder));
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml));
        assertEquals(
                Verdict.values().length, document.getElementsByTagName("testcase").getLength());
    }
}
