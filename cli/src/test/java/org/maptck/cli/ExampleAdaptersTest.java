package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maptck.adapters.linux.LinuxAdapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.reports.Level;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// The array maps in other languages obey the rules.
class ExampleAdaptersTest {
    private static final int MOST_LINES = 250;

    @TempDir private Path folder = Path.of("");

    private static void conforms(String command, Level level) throws CannotOpen, IOException {
        var results = Examples.results(command, level);
        assertEquals(List.of(), results.stream().filter(ExampleAdaptersTest::differs).toList());
        assertTrue(results.stream().filter(it -> it.verdict() == Verdict.PASS).count() >= 140);
    }

    private static boolean differs(Result result) {
        return switch (result.verdict()) {
            case PASS, NOT_APPLICABLE, EXPECTED_FAIL -> false;
            case INCONCLUSIVE, UNEXPECTED_PASS, FAIL -> true;
        };
    }

    private static String source(String name) {
        return Examples.FOLDER.resolve(name).toString();
    }

    private String program() {
        return folder.resolve("adapter").toString();
    }

    @Test
    void theOneInPythonConforms() throws Exception {
        Examples.demand("python3", "python3", "--version");
        conforms("python3 " + source("python/array_map.py"), Level.OBSERVED);
    }

    @Test
    void theOneInJavaScriptConforms() throws Exception {
        Examples.demand("node", "node", "--version");
        conforms("node " + source("javascript/array_map.js"), Level.OBSERVED);
    }

    @Test
    void theOneInRustConforms() throws Exception {
        Examples.demand("rustc", "rustc", "--version");
        var built =
                Examples.run(
                        "rustc",
                        "--edition",
                        "2021",
                        "-O",
                        "-D",
                        "warnings",
                        "-o",
                        program(),
                        source("rust/array_map.rs"));
        assertEquals(Optional.empty(), built);
        conforms(program(), Level.OBSERVED);
    }

    @Test
    void theOneInCConforms() throws Exception {
        Examples.demand("cc", "cc", "--version");
        var built =
                Examples.run(
                        "cc",
                        "-O2",
                        "-Wall",
                        "-Wextra",
                        "-Werror",
                        "-o",
                        program(),
                        source("c/array_map.c"),
                        source("c/json.c"));
        assertEquals(Optional.empty(), built);
        conforms(program(), Level.DOCUMENTED);
    }

    @Test
    void theKernelConformsBehindAClientOfLibbpf() throws Exception {
        new LinuxAdapter().missing().ifPresent(Assumptions::abort);
        Examples.demand("cc", "cc", "--version");
        Examples.demand(
                "the header of libbpf", "cc", "-E", "-include", "bpf/bpf.h", "-xc", "/dev/null");
        var built =
                Examples.run(
                        "cc",
                        "-O2",
                        "-Wall",
                        "-Wextra",
                        "-I" + source("c"),
                        "-o",
                        program(),
                        source("libbpf/kernel_map.c"),
                        source("c/json.c"),
                        "-lbpf");
        assertEquals(Optional.empty(), built);
        conforms(program(), Level.DOCUMENTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c/array_map.c",
                "javascript/array_map.js",
                "libbpf/kernel_map.c",
                "python/array_map.py",
                "rust/array_map.rs"
            })
    void eachFitsOnAFewPages(String name) throws IOException {
        assertTrue(Files.readAllLines(Path.of(source(name))).size() <= MOST_LINES, name);
    }
}
