package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Protection;
import org.maptck.model.Step;

final class TraceTextTest {
    private static final Input KEY = new Input.Given(Bytes.hex("01000000"));

    @Test
    void aTraceReadsOneLineACommand() {
        var trace = Example.results().results().getFirst().trace();
        assertEquals(
                List.of(
                        "create A array of 4 x 8 bytes BPF_F_MMAPABLE \u2192 done",
                        "update A key 00000000 value abababababababab BPF_NOEXIST \u2192 EEXIST",
                        "lookup A key 00000000 (value into 64 bytes) \u2192 room "
                                + "a5".repeat(32)
                                + "... (64 bytes)",
                        "run on CPU 0: lookup A[9] \u2192 NULL",
                        "get info A \u2192 unsupported: no <info>\\x1b[31m"),
                trace.entries().stream().map(TraceText::of).toList());
    }

    @Test
    void batchesSayWhatWentInAndOut() {
        var batch =
                new Command.LookupBatch(
                        Handle.A,
                        new Input.Null(),
                        new Output.Fits(),
                        new Output.Fits(),
                        new Output.Null(),
                        2,
                        4);
        assertEquals(
                "lookup batch A after NULL count 2 BPF_F_LOCK (values into NULL)",
                TraceText.of(batch));
        var seen =
                new Outcome.Batched(
                        Optional.of(Errno.ENOENT),
                        1,
                        Bytes.zeros(4),
                        Bytes.zeros(8),
                        Optional.of(Bytes.zeros(4)));
        assertEquals(
                "batch of 1 keys 00000000 values 0000000000000000 cursor 00000000, ENOENT",
                TraceText.of(seen));
    }

    @Test
    void memoryIsNamedByMappingAndOffset() {
        var mapping = new Mapping(2);
        assertEquals(
                "map A from 4096, 8 bytes, rw- private as mapping 2",
                TraceText.of(
                        new Command.MapMemory(
                                mapping, Handle.A, 4096, 8, Protection.READ_WRITE, false)));
        assertEquals(
                "add to mapping 2 at 0, 8 bytes, 0xffffffffffffffff",
                TraceText.of(new Command.AddMemory(mapping, 0, 8, -1)));
        assertEquals(
                "update A key 01000000 value in mapping 2 at 16",
                TraceText.of(
                        new Command.Update(Handle.A, KEY, new Input.InMapping(mapping, 16), 0)));
    }

    @Test
    void stepsNameElementAndField() {
        var index = new Operand.PacketByte(14);
        var run =
                new Command.Run(
                        1,
                        Bytes.zeros(15),
                        9,
                        List.of(
                                new Step.AtomicAdd(Handle.A, index, 8, 4, new Operand.Constant(1)),
                                new Step.ForEach(Handle.A, 0, 3)));
        assertEquals(
                "run on CPU 1, 9 times, packet "
                        + "00".repeat(15)
                        + ": atomic add A[packet[14]]+8:4 += 1; for each A, stop at call 3",
                TraceText.of(run));
    }

    @Test
    void racesKeepTheirCallersApart() {
        var race =
                new Command.Race(
                        List.of(new Command.Freeze(Handle.A), new Command.Close(Handle.A)), 5);
        assertEquals("race 5 times: freeze A | close A", TraceText.of(race));
        var seen =
                new Outcome.Raced(
                        List.of(
                                List.of(new Outcome.Done(), new Outcome.Refused(Errno.EBUSY)),
                                List.of(new Outcome.Done())));
        assertEquals("raced: done, EBUSY | done", TraceText.of(seen));
    }
}
