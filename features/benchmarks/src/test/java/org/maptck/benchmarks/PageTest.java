package org.maptck.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Figures become a page whose ratios are those of rounds, not of medians.
class PageTest {
    private static final List<String> LINES =
            List.of(
                    "fact processor Some CPU",
                    "twin.syscall 100",
                    "twin.syscall 200",
                    "twin.syscall 300",
                    "fuzz.syscall 90",
                    "fuzz.syscall 160",
                    "fuzz.syscall 300",
                    "fuzz.alone 50",
                    "fuzz.alone 100",
                    "fuzz.alone 150",
                    "fuzz.program 400",
                    "twin.calls 500",
                    "twin.others 0",
                    "Fuzzing.generateStepCompare.all 11000000",
                    "run.aot 1.2",
                    "run.plain 3.5",
                    "run.further 0.4",
                    "Wire.apply.elements 250000",
                    "Wire.apply.generated 150000",
                    "heap.empty 1",
                    "heap.100 2000",
                    "heap.1000 2100",
                    "map.written 4096",
                    "map.heap 5000");

    @Test
    void aRatioIsThatOfItsRounds() {
        var page = new Page(Figures.of(LINES)).lines();
        assertTrue(
                page.contains(
                        "| `fuzz` on the live kernel, syscall face | at least 0.85 of C"
                                + " | **0.90 of C** | 0.80 of C to 1.00 of C | kept"
                                + " | `-j`, one for each CPU: 160 by 200 commands/s, 3 rounds |"),
                String.join("\n", page));
    }

    @Test
    void aBudgetIsKeptOrMissed() {
        var page = String.join("\n", new Page(Figures.of(LINES)).lines());
        assertEquals(4, page.split("\\| missed \\|", -1).length - 1, page);
        assertTrue(page.endsWith("| processor | Some CPU |"), page);
    }

    @Test
    void aFigureThatIsMissingIsNamed() {
        var some = Figures.of(LINES.subList(0, 4));
        var missing = assertThrows(IllegalArgumentException.class, () -> new Page(some).lines());
        assertEquals("fuzz.syscall was not measured", missing.getMessage());
    }
}
