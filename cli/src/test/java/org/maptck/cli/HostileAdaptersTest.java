package org.maptck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maptck.adapters.process.Lie;
import org.maptck.adapters.process.Listener;
import org.maptck.adapters.process.LyingServer;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// What a user gets who plugs in an adapter that is wrong about its own protocol.
class HostileAdaptersTest {
    private static final String SOUND = "the adapter is sound";
    private static final long MOST_KIB = 700 << 10;

    /// Says hello, then writes one line for ever.
    private static final String ENDLESS =
            """
            read -r hello
            echo '{"jsonrpc":"2.0","id":1,"result":{"protocol":1,"name":"endless","version":"1",\
            "platform":{"page_size":4096,"possible_cpus":[0],"online_cpus":[0],"word_size":8,\
            "byte_order":"little","kernel":"6.18","memory":8589934592},"capabilities":[]}}'
            read -r next
            exec tr '\\0' x </dev/zero
            """;

    @TempDir private Path folder = Path.of("");

    private Listener liar(Lie lie) throws IOException {
        var listener = Listener.at("unix:" + folder.resolve("liar"));
        Thread.ofPlatform().daemon().start(() -> serve(listener, lie));
        return listener;
    }

    private static void serve(Listener listener, Lie lie) {
        try {
            listener.serve((in, out) -> {
                try (var model = new ReferenceModel(Platform.DEFAULT)) {
                    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
                    new LyingServer(model, lie, 1, nowhere).serve(in, out);
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @param sentence how the last line of `check` ends
    @ParameterizedTest
    @CsvSource({
        "CRASH_AT_START, 69, it does not start, 69",
        "NO_HELLO, 69, it does not start, 69",
        "WRONG_VERSION, 69, it does not start, 69",
        "CRASH, 1, 'ten exchanges, one a message', 2",
        "DIES_BETWEEN, 1, 'ten exchanges, one a message', 2",
        "HANG, 1, 'ten exchanges, one a message', 2",
        "LATE, 1, 'ten exchanges, one a message', 2",
        "TWICE, 1, 'ten exchanges, one a message', 2",
        "WRONG_ARITY, 1, 'ten exchanges, one a message', 2",
        "GARBAGE, 1, 'ten exchanges, one a message', 2",
        "NOT_UTF8, 1, 'ten exchanges, one a message', 2",
        "ENDLESS, 1, 'ten exchanges, one a message', 2",
        "FLOOD, 1, 'ten exchanges, one a message', 2",
        "WRONG_ID, 1, 'ten exchanges, one a message', 2",
        "ERROR, 1, 'ten exchanges, one a message', 2",
        "REVERSED, 1, 'a list of commands, in order', 1",
        "NO_RESET, 1, a command asked again after reset, 0",
        "OVER_CLAIMS, 1, offers what it declares: batch, 1",
        "UNDER_CLAIMS, 1, refuses what it does not declare: percpu, 1",
        "FLOOD_STDERR, 0, '''run'' can judge the map', 0"
    })
    void eachLieHasItsSentenceAndItsExitCodes(Lie lie, int check, String sentence, int run)
            throws IOException {
        try (var listener = liar(lie)) {
            var said = new ByteArrayOutputStream();
            assertEquals(check, said(said, "check", listener.address(), "--timeout", "2s"));
            var verdict = said.toString(UTF_8).lines().reduce((_, line) -> line).orElseThrow();
            var blame = check == 0 ? SOUND : "the adapter is at fault, not the map";
            assertEquals(blame + ": " + sentence, verdict);
            assertEquals(run, said(said, run(listener.address())), said.toString(UTF_8));
        }
    }

    private String[] run(String address) {
        var words = new ArrayList<>(List.of("run", "-a", address, "--level", "observed"));
        words.addAll(List.of("--timeout", "2s", "--restarts", "2"));
        words.addAll(List.of("--out", folder.resolve("out").toString()));
        words.addAll(List.of("array.update.noexist", "array.batch.lookup", "percpu.absent"));
        return words.toArray(String[]::new);
    }

    private static int said(ByteArrayOutputStream said, String... words) {
        var usual = System.out;
        System.setOut(new PrintStream(said, true, UTF_8));
        try {
            return Main.execute(words);
        } finally {
            System.setOut(usual);
        }
    }

    @Test
    void everyLieIsInTheTable() throws NoSuchMethodException {
        var table =
                HostileAdaptersTest.class
                        .getDeclaredMethod(
                                "eachLieHasItsSentenceAndItsExitCodes",
                                Lie.class,
                                int.class,
                                String.class,
                                int.class)
                        .getAnnotation(CsvSource.class)
                        .value();
        var told = Arrays.stream(table).map(row -> row.split(",", 2)[0]).toList();
        assertEquals(Arrays.stream(Lie.values()).map(Lie::name).sorted().toList(), sorted(told));
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    @Test
    void aLineWithoutEndAgainAndAgainCostsItsMemoryOnce() throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("endless.sh"), ENDLESS);
        var words =
                Itself.command(
                        "run", "-a", "process:sh " + script, "--restarts", "15", "--out", "out");
        var process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said.txt").toFile())
                        .start();
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        Assumptions.assumeTrue(Files.exists(status), "no process file system here");
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peak(status));
            Thread.sleep(20);
        }
        assertEquals(2, process.exitValue());
        var said = Files.readString(folder.resolve("said.txt"));
        assertTrue(said.contains("a line of more than 67108864 bytes"), said);
        assertTrue(said.contains("passes 0 of"), said);
        assertTrue(peak > 0 && peak < MOST_KIB, "a peak of " + peak + " KiB");
    }

    /// KiB; 0 where it has ended.
    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }
}
