package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maptck.features.fuzz.FuzzResult;
import org.maptck.features.fuzz.Shard;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The jobs of docs/scale.md start what they say, each its own part, and what they leave is summed.
class ScaleTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "scale.md");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");

    @TempDir private Path folder = Path.of("");

    private static Map<?, ?> job(int number) throws IOException {
        var blocks = YAML.matcher(Files.readString(DOCUMENT)).results().toList();
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(blocks.get(number).group(1));
    }

    private static Object at(Object node, Object... keys) {
        Object found = node;
        for (Object key : keys) {
            found =
                    Objects.requireNonNull(
                            key instanceof Integer place
                                    ? list(found).get(place)
                                    : ((Map<?, ?>) found).get(key));
        }
        return found;
    }

    private static List<?> list(Object node) {
        return (List<?>) node;
    }

    /// Runs it for a moment only, and says what it left.
    private FuzzResult moment(String name, List<String> words) throws IOException {
        var out = folder.resolve(name);
        var quick =
                words.stream()
                        .map(word -> word.endsWith("h") ? "200ms" : word)
                        .map(word -> word.contains("/") && !word.matches("\\d+/\\d+") ? out : word)
                        .map(String::valueOf)
                        .toArray(String[]::new);
        assertEquals(0, Main.execute(quick), String.join(" ", words));
        return FuzzResult.read(out);
    }

    @Test
    void aPodOfAnIndexedJobTakesThePartOfItsIndex() throws IOException {
        var job = job(0);
        assertEquals("Indexed", at(job, "spec", "completionMode"));
        var args = list(at(job, "spec", "template", "spec", "containers", 0, "args"));
        var words = args.stream().map(String::valueOf).toList();
        assertTrue(words.getLast().contains("$(JOB_COMPLETION_INDEX)"), words.getLast());
        assertTrue(moment("pod", words).commands() > 0);
        assertEquals(8, Shard.of(Map.of("JOB_COMPLETION_INDEX", "7")).number());
    }

    @Test
    void everyJobOfAMatrixTakesThePartThatItIsTold() throws IOException {
        var job = at(job(1), "jobs", "fuzz");
        var shards = list(at(job, "strategy", "matrix", "shard"));
        var line = String.valueOf(at(job, "steps", 2, "run"));
        assertTrue(line.contains("${{ matrix.shard }}/" + shards.size()), line);
        var words =
                line.replace("./maptck ", "")
                        .replace("${{ github.run_number }}", "12")
                        .replace("${{ matrix.shard }}", String.valueOf(shards.getLast()))
                        .split(" ");
        var result = moment("matrix", List.of(words));
        assertEquals(shards.size(), result.shard());
        assertEquals(12, result.seed());
    }

    @Test
    void aParallelJobTakesThePartOfItsNode() throws IOException {
        var job = at(job(2), "night");
        int all = (int) at(job, "parallel");
        var line = String.valueOf(at(job, "script", 0)).replace("$CI_PIPELINE_ID", "12");
        assertTrue(line.contains("$CI_NODE_INDEX"), line);
        assertEquals(12, moment("node", List.of(line.replace("./maptck ", "").split(" "))).seed());
        var node = Map.of("CI_NODE_INDEX", "2", "CI_NODE_TOTAL", String.valueOf(all));
        assertEquals(2, Shard.of(node).number());
    }

    private String fuzzed(String name, String adapter, String shard) {
        var out = folder.resolve(name).toString();
        Main.execute(
                "fuzz",
                "-a",
                adapter,
                "--seed",
                "7",
                "--shard",
                shard,
                "--commands",
                "500",
                "--out",
                out);
        return out;
    }

    @Test
    void theSumOfRunsIsWhatTheyDidTogether() throws IOException, InterruptedException {
        var one = fuzzed("one", "model", "1/2");
        var two = fuzzed("two", "model", "2/2");
        var ended = Itself.run(folder, Itself.command("compare", one, two));
        assertEquals(0, ended.code(), ended.err());
        long commands =
                FuzzResult.read(Path.of(one)).commands() + FuzzResult.read(Path.of(two)).commands();
        assertTrue(ended.out().startsWith("2 runs, " + commands + " commands in "), ended.out());
        assertTrue(ended.out().contains(" 0 differences"), ended.out());
    }

    @Test
    void aDifferenceOfOneRunIsOneOfTheSum() throws IOException, InterruptedException {
        var sound = fuzzed("sound", "model", "1/2");
        var bad = fuzzed("bad", "faulty:delete-zeroes", "1/2");
        var ended = Itself.run(folder, Itself.command("compare", sound, bad));
        assertEquals(1, ended.code(), ended.err());
        assertTrue(ended.out().contains(" 1 difference\n"), ended.out());
        assertTrue(ended.out().contains(bad + "/difference-1.jsonl"), ended.out());
        assertTrue(ended.out().contains("done twice " + bad), ended.out());
    }

    @Test
    void runsOfRulesAndOfFuzzingAreNotMixed() {
        var one = fuzzed("alone", "model", "1/2");
        assertEquals(64, Main.execute("compare", one, folder.toString()));
    }
}
