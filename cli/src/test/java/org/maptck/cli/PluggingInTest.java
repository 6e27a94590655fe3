package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An implementation elsewhere, judged from here.
class PluggingInTest {
    @TempDir private Path folder = Path.of("");

    private int run(String address) {
        var out = folder.resolve("out").toString();
        return Main.execute("run", "-a", address, "-j", "2", "--out", out, "array.update");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp:0", "unix:served"})
    void whatIsServedIsJudgedFromElsewhere(String place) throws IOException, InterruptedException {
        var server =
                new ProcessBuilder(Itself.command("serve", "-a", "model", "--listen", place))
                        .directory(folder.toFile())
                        .start();
        try (var said = server.inputReader()) {
            var address = said.readLine().replace("unix:", "unix:" + folder + "/");
            assertEquals(0, run(address));
            assertEquals(0, Main.execute("check", address));
            assertTrue(server.isAlive());
            server.destroy();
            server.waitFor();
            assertEquals(69, run(address));
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void asManyProcessesAsJobsWorkSideBySide() throws IOException {
        var started = folder.resolve("started");
        var words =
                Itself.command("serve", "-a", "model").stream()
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" "));
        var script = "echo started >>" + started + "; exec " + words;
        var file = Files.writeString(folder.resolve("adapter.sh"), script);
        assertEquals(0, run("process:sh " + file));
        assertEquals(List.of("started", "started"), Files.readAllLines(started));
    }
}
