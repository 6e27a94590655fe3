package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maptck.model.Implementation;
import org.maptck.reports.Level;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// A scenario leaves no descriptor, mapping or program of the kernel behind, however it ends.
class NothingLeftTest {
    private static final String FAILING =
            """
            Feature: failing
              @rule:failing.rule @documented @program @memory
              Rule: Nothing holds
                Source: this test
                Scenario: it fails in the middle
                  Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
                  And a per-CPU array map of 4 elements of 8 bytes as map B
                  When user space maps 1 page of the map from 0 bytes on as the mapping rw-
                  And a program on every CPU updates index 1 of map B to pattern 3
                  Then user space sees pattern 9 at index 1
                  And nothing has changed
            """;

    @Test
    void documentedScenariosLeaveNothing() throws IOException {
        leavesNothing(Suite.bundled().only(Selection.of(Level.DOCUMENTED)), Verdict.PASS);
    }

    @Test
    void mapsOfMapsAndIteratorsLeaveNothing() throws IOException {
        var ids = List.of("inner", "percpu.inner", "iterator", "percpu.iterator", "exclusive");
        var selection = new Selection(Level.OBSERVED, Optional.empty(), "", ids);
        leavesNothing(Suite.bundled().only(selection), Verdict.PASS);
    }

    @Test
    void aFailingScenarioLeavesNothing() throws IOException {
        leavesNothing(SuiteReader.read(Map.of("failing.feature", FAILING)), Verdict.FAIL);
    }

    private static void leavesNothing(Suite suite, Verdict expected) throws IOException {
        try (var kernel = Kernel.demand(Kernel.here())) {
            run(suite, kernel);
            long before = held();
            var results = run(suite, kernel);
            assertEquals(before, held());
            assertTrue(results.stream().anyMatch(result -> result.verdict() == expected));
        }
    }

    private static List<Result> run(Suite suite, Implementation kernel) {
        var results = new ArrayList<Result>();
        new SuiteRunner(suite, "linux", kernel).run(results::add);
        return results;
    }

    /// Descriptors and mappings of maps and programs that this process holds.
    private static long held() throws IOException {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            long open = descriptors.filter(NothingLeftTest::isBpf).count();
            try (var mappings = Files.lines(Path.of("/proc/self/maps"))) {
                return open + mappings.filter(line -> line.contains("bpf-map")).count();
            }
        }
    }

    private static boolean isBpf(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().contains("bpf");
        } catch (IOException _) {
            return false;
        }
    }
}
