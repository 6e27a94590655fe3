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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maptck.reports.ResultLog;

/// A process of its own, and what is left of it when its surroundings fail.
class SurvivalTest {
    private static final String RULE = "array.update.noexist";

    @TempDir private Path folder = Path.of("");

    private ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command);
        builder.environment().put("HOME", "/proc");
        builder.environment().putAll(environment);
        return builder.directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
    }

    private int ends(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        return builder(command, environment).start().waitFor();
    }

    private String said(String stream) throws IOException {
        return Files.readString(folder.resolve(stream + ".txt"));
    }

    private String[] run(String... more) {
        var words = new ArrayList<>(List.of("run", "-a", "model", "--out", "run"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /// Starts a run of everything and waits until it has written results. A build that runs in the
    /// background ignores SIGINT, and what it starts would do so too.
    private Process halfway() throws IOException {
        var words = new ArrayList<>(List.of("env", "--default-signal=INT"));
        words.addAll(Itself.command(run("--level", "observed")));
        var process = builder(words, Map.of()).start();
        var log = folder.resolve("run").resolve(ResultLog.NAME);
        while (!Files.exists(log) || ResultLog.read(log).results().size() < 100) {
            assertTrue(process.isAlive(), said("err"));
            Thread.onSpinWait();
        }
        return process;
    }

    private void rendersAsIncomplete() throws IOException {
        var run = folder.resolve("run");
        assertFalse(ResultLog.read(run.resolve(ResultLog.NAME)).complete());
        assertEquals(2, Main.execute("report", run.toString(), "--report", "html,json"));
        assertTrue(Files.readString(run.resolve("index.html")).contains("INCOMPLETE"));
        assertTrue(Files.readString(run.resolve("results.json")).contains("\"complete\":false"));
    }

    @Test
    void aKilledRunRendersAsIncomplete() throws IOException, InterruptedException {
        var process = halfway();
        process.destroyForcibly();
        assertEquals(137, process.waitFor());
        rendersAsIncomplete();
    }

    @Test
    void anInterruptedRunSaysWhatIsLeft() throws IOException, InterruptedException {
        var process = halfway();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertEquals(130, process.waitFor());
        assertEquals(
                "maptck: interrupted, 'maptck report run' renders what was done\n", said("err"));
        rendersAsIncomplete();
    }

    @Test
    void aFullDiskIsOneLineThatNamesTheFile() throws IOException, InterruptedException {
        var run = Files.createDirectory(folder.resolve("run"));
        Files.createSymbolicLink(run.resolve("results.jsonl.new"), Path.of("/dev/full"));
        assertEquals(2, ends(Itself.command(run(RULE)), Map.of()));
        assertEquals(
                "maptck: cannot read or write run/results.jsonl: No space left on device\n",
                said("err"));
    }

    @Test
    void aDiskThatFillsWhileAReportIsWrittenIsOneLine() throws IOException, InterruptedException {
        var run = Files.createDirectory(folder.resolve("run"));
        Files.createSymbolicLink(run.resolve("index.html"), Path.of("/dev/full"));
        assertEquals(2, ends(Itself.command(run(RULE)), Map.of()));
        assertEquals(
                "maptck: cannot read or write run, the report html: No space left on device\n",
                said("err"));
        assertTrue(ResultLog.read(run.resolve(ResultLog.NAME)).complete());
    }

    @Test
    void aFileThatMayGrowNoMoreLeavesAnIncompleteRun() throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("sh", "-c", "ulimit -f 4096; exec \"$@\"", "sh"));
        words.addAll(Itself.command(run("--level", "observed")));
        assertEquals(2, ends(words, Map.of()));
        assertEquals(
                "maptck: cannot read or write run/results.jsonl: File too large\n", said("err"));
        assertTrue(
                ResultLog.read(folder.resolve("run").resolve(ResultLog.NAME)).results().size() > 9);
        rendersAsIncomplete();
    }

    @Test
    void aFolderThatMayNotBeWrittenIsOneLine() throws IOException, InterruptedException {
        int code =
                ends(Itself.command("run", "-a", "model", "--out", "/sys/kernel", RULE), Map.of());
        assertEquals(64, code);
        assertEquals(
                "maptck: cannot read or write /sys/kernel/results.jsonl.new: permission denied\n",
                said("err"));
    }

    @Test
    void aFolderThatCannotBeMadeIsOneLine() throws IOException, InterruptedException {
        int code =
                ends(
                        Itself.command("run", "-a", "model", "--out", "/proc/none/run", RULE),
                        Map.of());
        assertEquals(64, code);
        assertEquals(
                "maptck: cannot read or write /proc/none: no such file or folder\n", said("err"));
    }

    @Test
    void aClosedStandardOutputIsOneLineAndSpoilsNothing() throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" >&-", "sh"));
        words.addAll(Itself.command(run(RULE)));
        assertEquals(0, ends(words, Map.of()));
        assertEquals("maptck: standard output was closed, the results are in run\n", said("err"));
        assertTrue(ResultLog.read(folder.resolve("run").resolve(ResultLog.NAME)).complete());
    }

    @Test
    void fortyColumnsAndNoUtf8AreEnough() throws IOException, InterruptedException {
        var narrow = Map.of("COLUMNS", "40", "LC_ALL", "C");
        assertEquals(0, ends(Itself.command(run("array.update")), narrow));
        assertEquals("", said("err"));
        said("out").lines().forEach(line -> assertTrue(line.length() <= 40, line));
        assertFalse(said("out").contains("\u001b"));
    }
}
