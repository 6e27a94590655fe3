package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of this build, as a process of its own.
final class Itself {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Itself() {}

    /// What starts it.
    static List<String> command(String... words) {
        var command = new ArrayList<String>();
        command.addAll(List.of(JAVA.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Duser.home=/proc", "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(words));
        return command;
    }

    /// What a process left.
    record Ended(int code, String out, String err) {}

    /// Runs some words in a folder until the process ends.
    static Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
        var out = Files.createTempFile("out", ".txt");
        var err = Files.createTempFile("err", ".txt");
        try {
            int code =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start()
                            .waitFor();
            return new Ended(code, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
