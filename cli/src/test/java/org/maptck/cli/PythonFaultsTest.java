package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maptck.reports.Level;
import org.maptck.reports.Verdict;

/// Faults put into the array maps in Python, each found by the rule that it breaks.
class PythonFaultsTest {
    /// @param rule that is broken
    /// @param right what stands in the program, once or more; its first place is changed
    record Fault(String rule, String right, String wrong) {}

    @TempDir private Path folder = Path.of("");

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("array.key.size", "self.key_size != 4)", "self.key_size > 4)"),
                new Fault(
                        "array.create.no-elements",
                        "self.value_size == 0 or self.max_entries == 0",
                        "self.value_size == 0"),
                new Fault(
                        "array.value.any-size",
                        "self.value_size == 0 or self.max_entries == 0",
                        "self.max_entries == 0"),
                new Fault("array.zero", "bytearray(size)", "bytearray(b'\\x01') * size"),
                new Fault(
                        "percpu.layout.padding-kept",
                        "(self.value_size + 7) // 8 * 8",
                        "self.value_size"),
                new Fault(
                        "percpu.value.limit",
                        "self.value_size > (PERCPU_LIMIT",
                        "self.value_size >= (PERCPU_LIMIT"),
                new Fault(
                        "array.lookup.no-element",
                        "refuse(\"ENOENT\", index >= self.max_entries)",
                        "index %= self.max_entries"),
                new Fault(
                        "array.update.too-big",
                        "refuse(\"E2BIG\", index >= self.max_entries)",
                        "index %= self.max_entries"),
                new Fault("array.update.noexist", "flags == NOEXIST", "flags == EXIST"),
                new Fault(
                        "array.update.flags",
                        "refuse(\"EINVAL\", flags > EXIST)",
                        "flags &= EXIST | NOEXIST"),
                new Fault(
                        "array.key.unsigned",
                        "int.from_bytes(given(field), \"little\")",
                        "int.from_bytes(given(field)[:2], \"little\")"),
                new Fault(
                        "array.create.name-characters",
                        "not NAME.fullmatch(self.name)",
                        "not NAME.match(self.name)"),
                new Fault(
                        "array.create.memory",
                        "refuse(\"ENOMEM\", size > MEMORY)",
                        "size = min(size, MOST)"),
                new Fault(
                        "array.freeze.twice",
                        "        self.demand_writable()\n        self.frozen = True",
                        "        self.frozen = True"),
                new Fault(
                        "array.freeze.writes",
                        "        target.demand_writable()\n        target.update(",
                        "        target.update("),
                new Fault("array.batch.lookup", "values.append(target", "values.insert(0, target"),
                new Fault(
                        "array.batch.update-stops",
                        "answer[\"count\"] = done + 1",
                        "answer[\"count\"] = wanted"),
                new Fault("userspace.by-fd", "self.maps[command[\"map\"]]", "self.maps[\"A\"]"),
                new Fault(
                        "userspace.delete-fails",
                        "self.on(command).demand_writable()\n        raise Refused(\"EINVAL\")",
                        "self.on(command).demand_writable()"),
                new Fault("array.batch.delete", "\"ENOTSUPP\"", "\"EOPNOTSUPP\""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundByTheRuleThatItBreaks(Fault fault) throws Exception {
        Examples.demand("python3", "python3", "--version");
        var results = Examples.results(broken(fault), Level.OBSERVED, fault.rule());
        assertTrue(results.stream().anyMatch(it -> it.verdict() == Verdict.FAIL), fault.rule());
        assertEquals(
                0, results.stream().filter(it -> it.verdict() == Verdict.INCONCLUSIVE).count());
    }

    private String broken(Fault fault) throws IOException {
        var text = Files.readString(Examples.FOLDER.resolve("python/array_map.py"));
        int place = text.indexOf(fault.right());
        assertTrue(place >= 0, () -> "not in the program: " + fault.right());
        var changed =
                text.substring(0, place)
                        + fault.wrong()
                        + text.substring(place + fault.right().length());
        return "python3 " + Files.writeString(folder.resolve("broken.py"), changed);
    }
}
