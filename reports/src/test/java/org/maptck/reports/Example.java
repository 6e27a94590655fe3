package org.maptck.reports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Step;
import org.maptck.model.Trace;
import org.maptck.model.Version;

/// A small run with every verdict, on a well-behaved and on a hostile implementation.
final class Example {
    static final String HOSTILE = "process:./x '<script>alert(1)</script>'";
    static final String ESCAPE = "\u001b[31m";

    private Example() {}

    static Results results() {
        return new Results(header(), all(), true);
    }

    static Results of(Result... results) {
        return new Results(header(), List.of(results), true);
    }

    static RunHeader header() {
        var subjects = new LinkedHashMap<String, Identity>();
        var capabilities = Set.of(Capability.PERCPU, Capability.MMAP);
        subjects.put("linux", new Identity("Linux", "6.18.44", Platform.DEFAULT, capabilities));
        subjects.put(
                HOSTILE, new Identity("<b>x</b>" + ESCAPE, "1", Platform.DEFAULT, capabilities));
        return new RunHeader(
                "0.1.0",
                Instant.parse("2026-11-23T02:00:00Z"),
                Level.OBSERVED,
                "level observed, tags @array",
                subjects,
                Map.of("libbpf", "libbpf.so.1 is not installed"),
                catalogue());
    }

    private static Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        new Catalogue.Chapter(
                                "Elements",
                                "Every element of an array exists from the start & stays.",
                                List.of(noexist(), delete())),
                        new Catalogue.Chapter("Programs", "", List.of(lookup()))));
    }

    private static Rule noexist() {
        return new Rule(
                "array.update.noexist",
                "An update that demands a missing element is refused, because none is missing.",
                Level.DOCUMENTED,
                List.of("map_array.rst, Kernel BPF", "bpf(2), BPF_MAP_TYPE_ARRAY"),
                "The flag is BPF_NOEXIST; 1 < 2 && \"quoted\".",
                Set.of(Face.SYSCALL, Face.PROGRAM),
                Set.of(MapType.ARRAY, MapType.PERCPU_ARRAY),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        scenario(
                                "array.update.noexist/refused",
                                "NOEXIST is refused with EEXIST",
                                "Given an array map of 4 elements of 8 bytes",
                                "When element 0 is updated to 1 with BPF_NOEXIST",
                                "Then it is refused with EEXIST",
                                "And the map holds",
                                "| index | value |",
                                "| 0     | 0     |",
                                "| 1     | a\\|b  |"),
                        scenario(
                                "array.update.noexist/any",
                                "ANY is not refused",
                                "When element 0 is updated",
                                "Then it is done")));
    }

    private static Rule delete() {
        return new Rule(
                "array.delete",
                "No element can be deleted.",
                Level.MANUAL,
                List.of("bpf(2), BPF_MAP_TYPE_ARRAY"),
                "",
                Set.of(Face.SYSCALL),
                Set.of(MapType.ARRAY),
                Optional.of(new Version(3, 19)),
                Optional.empty(),
                List.of(
                        scenario("array.delete/one", "Deleting is refused", "When deleted"),
                        scenario("array.delete/absent", "An absent one too", "When deleted")));
    }

    private static Rule lookup() {
        return new Rule(
                "array.program.lookup",
                "A program's lookup outside the array gives NULL.",
                Level.OBSERVED,
                List.of("kernel/bpf/arraymap.c, array_map_lookup_elem"),
                "",
                Set.of(Face.PROGRAM),
                Set.of(MapType.ARRAY),
                Optional.of(new Version(3, 19)),
                Optional.of(new Version(9, 0)),
                List.of(scenario("array.program.lookup/null", "Outside is NULL", "When run")));
    }

    private static Rule.Scenario scenario(String id, String title, String... steps) {
        return new Rule.Scenario(id, title, Level.DOCUMENTED, Set.of(Face.SYSCALL), List.of(steps));
    }

    private static List<Result> all() {
        return List.of(
                result("linux", "array.update.noexist", "refused", Verdict.PASS, ""),
                result("linux", "array.update.noexist", "any", Verdict.PASS, ""),
                result("linux", "array.delete", "one", Verdict.PASS, ""),
                result("linux", "array.delete", "absent", Verdict.EXPECTED_FAIL, "finding 1"),
                result(
                        "linux",
                        "array.program.lookup",
                        "null",
                        Verdict.NOT_APPLICABLE,
                        "needs programs"),
                result(
                        HOSTILE,
                        "array.update.noexist",
                        "refused",
                        Verdict.FAIL,
                        "said " + ESCAPE + "\u202e<img src=x onerror=alert(1)>]]>"),
                result(HOSTILE, "array.update.noexist", "any", Verdict.PASS, ""),
                result(HOSTILE, "array.delete", "one", Verdict.UNEXPECTED_PASS, "in the baseline"),
                result(HOSTILE, "array.delete", "absent", Verdict.PASS, ""),
                result(
                        HOSTILE,
                        "array.program.lookup",
                        "null",
                        Verdict.INCONCLUSIVE,
                        "exit status 139 | `rm`"));
    }

    static Result result(
            String implementation, String rule, String slug, Verdict verdict, String reason) {
        boolean fail = verdict == Verdict.FAIL;
        var difference =
                new Result.Difference(
                        "it is refused with EEXIST", "EEXIST", "done" + ESCAPE + "<i>\u0000");
        return new Result(
                implementation,
                rule,
                rule + "/" + slug,
                verdict,
                reason,
                fail ? Optional.of(difference) : Optional.empty(),
                trace());
    }

    private static Trace trace() {
        var key = new Input.Given(Bytes.zeros(4));
        var run = Command.Run.once(0, new Step.Lookup(Handle.A, new Operand.Constant(9)));
        return new Trace(
                List.of(
                        new Trace.Entry(
                                new Command.Create(
                                        Handle.A, MapSpec.of(MapType.ARRAY, 8, 4).withFlags(1024)),
                                new Outcome.Done()),
                        new Trace.Entry(
                                new Command.Update(
                                        Handle.A, key, new Input.Given(Bytes.filled(8, 0xab)), 1),
                                new Outcome.Refused(Errno.EEXIST)),
                        new Trace.Entry(
                                new Command.Lookup(Handle.A, key, 0, new Output.Room(64)),
                                new Outcome.Filled(Optional.empty(), Bytes.filled(64, 0xa5))),
                        new Trace.Entry(run, new Outcome.Ran(List.of(new Outcome.Absent()))),
                        new Trace.Entry(
                                new Command.GetInfo(Handle.A),
                                new Outcome.Unsupported("no <info>" + ESCAPE))));
    }
}
