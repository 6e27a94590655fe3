package org.maptck.adapters.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The program that runs in the guest, compiled for its processor when it is not in the store yet.
final class Agent {
    private static final String SOURCE = "agent.c";
    private static final int SHORT = 12;

    private Agent() {}

    static synchronized byte[] compiled(Processor processor, Store store)
            throws IOException, CannotHave {
        byte[] source = source();
        var name = "agent-%s-%s".formatted(processor.debianName(), digest(source));
        var program = store.file(name);
        if (!Files.exists(program)) {
            compile(processor, source, program);
        }
        return Files.readAllBytes(program);
    }

    private static byte[] source() throws IOException {
        try (var in = Agent.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IllegalStateException(SOURCE + " is missing");
            }
            return in.readAllBytes();
        }
    }

    private static String digest(byte... source) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(source);
            return HexFormat.of().formatHex(sum).substring(0, SHORT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void compile(Processor processor, byte[] source, Path program)
            throws IOException, CannotHave {
        Tool.demand(processor.compiler(), processor.compilerPackages());
        Files.createDirectories(program.getParent());
        var folder = Files.createTempDirectory(program.getParent(), "agent");
        try {
            var text = Files.write(folder.resolve(SOURCE), source);
            var made = folder.resolve("agent");
            Tool.run(
                    List.of(
                            processor.compiler(),
                            "-O2",
                            "-static",
                            "-pthread",
                            "-s",
                            "-o",
                            made.toString(),
                            text.toString()));
            Files.move(made, program);
        } finally {
            Store.remove(folder);
        }
    }
}
