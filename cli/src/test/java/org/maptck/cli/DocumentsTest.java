package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maptck.features.Suite;
import org.maptck.reports.Rule;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Every command and sample of the documents does what they say.
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHELL = Pattern.compile("(?s)```sh\\n(.*?)```");
    private static final Pattern GHERKIN = Pattern.compile("(?s)```gherkin\\n(.*?)```");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");
    private static final Pattern NAMED = Pattern.compile("`([a-z]+(?:\\.[a-z0-9-]+)+)`");
    private static final Pattern INSTRUCTION =
            Pattern.compile("#.*|(FROM|WORKDIR|COPY|RUN) \\S.*|(ENTRYPOINT|CMD) \\[\".*\"]");
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

    static Stream<String> jobs() {
        return YAML.matcher(read(ROOT.resolve("docs/ci.md"))).results().map(it -> it.group(1));
    }

    /// Actions and images are for the CI to fetch; every line of shell is run, and leaves what the
    /// job hands on.
    @ParameterizedTest
    @MethodSource("jobs")
    void theLinesOfAJobSucceed(String job) throws IOException, InterruptedException {
        Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(job);
        var lines = leaves("", parsed, Set.of("run", "script")).toList();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("./maptck run")), job);
        var summary = Files.createTempFile("summary", ".md");
        for (String line : lines) {
            if (line.startsWith("./maptck")) {
                theCommandOfADocumentSucceeds(line);
            } else {
                var shell = new ProcessBuilder("sh", "-e", "-c", line);
                shell.environment().put("GITHUB_STEP_SUMMARY", summary.toString());
                assertEquals(0, shell.start().waitFor(), line);
            }
        }
        assertEquals(job.contains("GITHUB_STEP_SUMMARY"), Files.size(summary) > 0);
        var handedOn = leaves("", parsed, Set.of("path", "paths", "junit")).toList();
        assertFalse(handedOn.isEmpty());
        handedOn.forEach(path -> assertTrue(Files.exists(Path.of(path)), path));
    }

    /// The lines of text below these keys.
    private static Stream<String> leaves(String key, Object node, Set<String> keys) {
        return switch (node) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .flatMap(
                                    it -> leaves(String.valueOf(it.getKey()), it.getValue(), keys));
            case List<?> list -> list.stream().flatMap(it -> leaves(key, it, keys));
            case String line when keys.contains(key) -> line.lines();
            default -> Stream.empty();
        };
    }

    /// No container tool is at hand in a build: the file is read as one would read it.
    @Test
    void theContainerFileStartsWhatIsThere() throws IOException, InterruptedException {
        var lines = Files.readAllLines(ROOT.resolve("docs/Containerfile"));
        assertTrue(lines.contains("ENTRYPOINT [\"/opt/maptck/maptck\"]"));
        assertTrue(lines.contains("WORKDIR /opt/maptck"));
        for (String line : lines) {
            assertTrue(INSTRUCTION.matcher(line).matches(), line);
            if (line.startsWith("RUN ")) {
                var shell = new ProcessBuilder("sh", "-n", "-c", line.substring(4)).start();
                assertEquals(0, shell.waitFor(), line);
            }
            if (line.startsWith("CMD ")) {
                var words =
                        (List<?>)
                                new Yaml(new SafeConstructor(new LoaderOptions()))
                                        .load(line.substring(4));
                assertEquals(
                        0,
                        Main.execute(words.stream().map(String::valueOf).toArray(String[]::new)));
            }
        }
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

    @ParameterizedTest
    @MethodSource("documents")
    void everyRuleThatADocumentNamesIsThere(Path document) {
        var ids = Suite.bundled().catalogue().rules().stream().map(Rule::id).toList();
        var kinds = ids.stream().map(DocumentsTest::kind).toList();
        NAMED.matcher(read(document))
                .results()
                .map(found -> found.group(1))
                .filter(name -> kinds.contains(kind(name)))
                .forEach(name -> assertTrue(ids.contains(name), document + " names " + name));
    }

    private static String kind(String id) {
        return id.substring(0, id.indexOf('.'));
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
