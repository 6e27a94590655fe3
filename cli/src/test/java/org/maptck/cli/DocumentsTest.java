package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every command and sample of the documents does what they say.
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHELL = Pattern.compile("(?s)```sh\\n(.*?)```");
    private static final Pattern GHERKIN = Pattern.compile("(?s)```gherkin\\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /// The command line of this build, where a document means that of a checkout.
    private static final String SELF =
            "'%s' -XX:TieredStopAtLevel=1 -cp '%s' org.maptck.cli.Main"
                    .formatted(
                            Path.of(System.getProperty("java.home"), "bin", "java"),
                            System.getProperty("java.class.path"));

    static Stream<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        try (var all = Files.walk(ROOT, 3)) {
            all.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("target"))
                    .forEach(documents::add);
        }
        return documents.stream();
    }

    static Stream<String> commands() throws IOException {
        return documents().flatMap(DocumentsTest::commands).distinct();
    }

    private static Stream<String> commands(Path document) {
        return SHELL.matcher(read(document))
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty());
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /// `./mvnw` is what runs this test.
    @ParameterizedTest
    @MethodSource("commands")
    void theCommandOfADocumentSucceeds(String line) throws IOException {
        var words =
                words(
                        line.replace(".next-key.after-last", ".update.noexist")
                                .replace("process:./maptck", "process:" + SELF));
        var program = words.getFirst();
        assertTrue(Files.isExecutable(ROOT.resolve(program)), program);
        if (program.equals("./maptck")) {
            assertEquals(
                    0, Main.execute(words.subList(1, words.size()).toArray(String[]::new)), line);
        }
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkOfADocumentLeadsSomewhere(Path document) {
        LINK.matcher(read(document))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains(":"))
                .forEach(link ->
                        assertTrue(
                                Files.exists(document.resolveSibling(link)),
                                document + " -> " + link));
    }

    @Test
    void theSampleRuleOfTheGuideHolds() throws IOException {
        var sample = GHERKIN.matcher(read(ROOT.resolve("CONTRIBUTING.md")));
        assertTrue(sample.find());
        var file = Files.createTempFile("sample", ".feature");
        Files.writeString(file, "Feature: sample\n" + sample.group(1).replace("array.", "sample."));
        var out = Files.createTempDirectory("out");
        assertEquals(
                0,
                Main.execute(
                        "run",
                        "-a",
                        "model",
                        "--level",
                        "observed",
                        "--features",
                        file.toString(),
                        "--out",
                        out.toString()));
        assertFalse(sample.find());
    }
}
