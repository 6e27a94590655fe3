package org.maptck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalTest {
    private static String print(Results results, int width, boolean color) {
        var bytes = new ByteArrayOutputStream();
        Terminal.print(results, new PrintStream(bytes, true, UTF_8), width, color);
        return bytes.toString(UTF_8);
    }

    @Test
    void countsThenFindingsThenTheVerdict() {
        String again =
                "./maptck run -a 'process:./x '\\''<script>alert(1)</script>'\\''' %s"
                        + " --level observed";
        String printed =
                """
                                                       pass  fail  unexpected-pass  expected-fail  \
                inconclusive  not-applicable  total
                linux                       rules         1     0                0              1  \
                           0               1      3
                                            scenarios     3     0                0              1  \
                           0               1      5
                process:./x '<script>aler\u2026  rules         0     1                1              0  \
                           1               0      3
                                            scenarios     2     1                1              0  \
                           1               0      5
                libbpf, not run: libbpf.so.1 is not installed
                linux, not applicable: 1 of its scenarios (needs programs: 1)

                fail  process:./x '<script>alert(1)</script>'  array.update.noexist
                  rule     An update that demands a missing element is refused, because none is missing.
                  says     map_array.rst, Kernel BPF; bpf(2), BPF_MAP_TYPE_ARRAY
                  scenario NOEXIST is refused with EEXIST
                  because  said \\x1b[31m\\u202e<img src=x onerror=alert(1)>]]>
                  step     it is refused with EEXIST
                  expected EEXIST
                  got      done\\x1b[31m<i>\\x00
                  again    AGAIN1

                unexpected-pass  process:./x '<script>alert(1)</script>'  array.delete
                  rule     No element can be deleted.
                  says     bpf(2), BPF_MAP_TYPE_ARRAY
                  scenario Deleting is refused
                  because  in the baseline
                  again    AGAIN2

                inconclusive  process:./x '<script>alert(1)</script>'  array.program.lookup
                  rule     A program's lookup outside the array gives NULL.
                  says     kernel/bpf/arraymap.c, array_map_lookup_elem
                  scenario Outside is NULL
                  because  exit status 139 | `rm`
                  again    AGAIN3

                differs: linux passes 1 of 3 rules; process:./x '<script>alert(1)</script>' \
                differs in 2 of 3 rules
                """
                        .replace("AGAIN1", again.formatted("array.update.noexist"))
                        .replace("AGAIN2", again.formatted("array.delete"))
                        .replace("AGAIN3", again.formatted("array.program.lookup"));
        assertEquals(printed, print(Example.results(), 118, false));
    }

    @Test
    void aNarrowTerminalGetsTheCountsInWords() {
        var lines = print(Example.results(), 40, false).lines().toList();
        assertEquals("linux rules: 1 pass, 1 expected-fail, 1", lines.get(0));
        assertEquals("  not-applicable, 3 total", lines.get(1));
        for (String line : lines) {
            assertTrue(line.length() <= 40 || line.startsWith("  again"), line);
        }
    }

    @Test
    void coloursAreOursAlone() {
        assertFalse(print(Example.results(), 80, false).contains("\u001b"));
        long ours = print(Example.results(), 80, true).chars().filter(c -> c == 0x1b).count();
        assertEquals(2 * 4, ours);
    }

    @Test
    void anIncompleteRunNeverReadsAsAWholeOne() {
        var first = Example.results().results().getFirst();
        String printed = print(new Results(Example.header(), List.of(first), false), 200, false);
        assertTrue(
                printed.endsWith(
                        "INCOMPLETE RUN, inconclusive: linux passes 1 of 3 rules; "
                                + Example.HOSTILE
                                + " passes 0 of 3 rules\n"));
    }
}
