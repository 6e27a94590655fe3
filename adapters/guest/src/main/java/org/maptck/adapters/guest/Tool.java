package org.maptck.adapters.guest;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Programs of the host.
final class Tool {
    private static final int TOLD = 300;

    /// Seconds in which a program has to end: the longest is the fetching of a package of 100 MB.
    private static final int LONGEST = 300;

    private static final int OVERDUE = 124;

    private Tool() {}

    /// Where a program is, if the host has it.
    static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Demands a program.
    ///
    /// @param packages that hold it
    static void demand(String name, String packages) throws CannotHave {
        if (find(name).isEmpty()) {
            throw new CannotHave(name + " is missing: apt-get install " + packages);
        }
    }

    /// What a program prints.
    ///
    /// @throws CannotHave where it fails, with what it said last, and where it does not end in time
    static String run(List<String> command) throws IOException, CannotHave {
        demand("timeout", "coreutils");
        var bounded = new ArrayList<>(List.of("timeout", "-k", "5", LONGEST + "s"));
        bounded.addAll(command);
        var process = new ProcessBuilder(bounded).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = exit(process);
        if (code == OVERDUE) {
            throw new CannotHave(
                    "%s did not end within %d s".formatted(command.getFirst(), LONGEST));
        }
        if (code != 0) {
            var last = said.strip();
            throw new CannotHave(
                    command.getFirst()
                            + " ended with "
                            + code
                            + ": "
                            + last.substring(Math.max(0, last.length() - TOLD)).replace('\n', ' '));
        }
        return said;
    }

    /// The exit code of a program that ends by itself.
    static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", stopped);
        }
    }
}
