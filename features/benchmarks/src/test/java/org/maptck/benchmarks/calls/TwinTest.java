package org.maptck.benchmarks.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maptck.adapters.linux.LinuxAdapter;
import org.maptck.adapters.spi.CannotOpen;

/// The bare loop does what the fuzz run did: every call has the result that it had there.
class TwinTest {
    private static final long SEED = 7;
    private static final long COMMANDS = 2000;

    @TempDir private Path folder = Path.of("");

    @Test
    void everyCallHasTheResultThatItHadInTheFuzzRun()
            throws IOException, CannotOpen, InterruptedException {
        Assumptions.assumeTrue(new LinuxAdapter().missing().isEmpty(), "no bpf(2) here");
        var twin = folder.resolve("twin").toString();
        Assumptions.assumeTrue(compiles("-o", twin, "src/main/c/twin.c"), "no C compiler here");
        var file = folder.resolve("calls");
        Export.write(file, SEED, COMMANDS);
        var words = said(twin, file.toString(), String.valueOf(COMMANDS)).strip().split(" ");
        assertTrue(Long.parseLong(words[0]) >= COMMANDS, words[0]);
        assertTrue(Long.parseLong(words[1]) >= COMMANDS, words[1]);
        assertEquals("0", words[5]);
    }

    private static boolean compiles(String... words) throws InterruptedException {
        try {
            var command = new ArrayList<>(List.of("cc", "-O2", "-Wall", "-Werror"));
            command.addAll(List.of(words));
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static String said(String... words) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertTrue(Files.exists(Path.of(words[0])));
        return out;
    }
}
