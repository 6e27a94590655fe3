package org.maptck.cli;

import java.nio.file.Path;

/// While it is open, an end from outside (Ctrl-C, SIGTERM) says in one line what is left.
record Interruption(Thread line) implements AutoCloseable {
    static Interruption of(Path folder) {
        var line =
                new Thread(() ->
                        System.err.println(
                                "maptck: interrupted, 'maptck report "
                                        + folder
                                        + "' renders what was done"));
        Runtime.getRuntime().addShutdownHook(line);
        return new Interruption(line);
    }

    /// Does nothing where the end has begun already.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(line);
        } catch (IllegalStateException _) {
            line.interrupt();
        }
    }
}
