package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.maptck.model.Errno.E2BIG;
import static org.maptck.model.Errno.EEXIST;
import static org.maptck.model.Errno.EFAULT;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ABSENT;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.at;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.refused;
import static org.maptck.model.reference.Driver.returned;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Step;

class ProgramTest {
    private static final Bytes VALUE = Bytes.hex("0102030405060708");

    private static Step update(long index, long flags) {
        return new Step.Update(A, at(index), VALUE, flags);
    }

    private static Step lookup(long index) {
        return new Step.Lookup(A, at(index));
    }

    private static Outcome ran(Outcome... steps) {
        return new Outcome.Ran(List.of(steps));
    }

    private static Outcome visited(long returned, List<Long> keys, String... values) {
        return new Outcome.Visited(
                returned, keys, List.of(values).stream().map(Bytes::hex).toList());
    }

    @Test
    void stepsSeeWhatStepsBeforeThemDid() {
        assertEquals(
                ran(DONE, found("0102030405060708"), DONE, returned(0x0504_ff02L)),
                Driver.with(ARRAY)
                        .run(
                                0,
                                update(1, 0),
                                lookup(1),
                                new Step.Store(A, at(1), 2, 1, at(0x1ff)),
                                new Step.Load(A, at(1), 1, 4)));
    }

    @Test
    void aProgramWithoutStepsSeesNothing() {
        assertEquals(ran(), Driver.with(ARRAY).run(0));
    }

    @Test
    void anElementIsAbsentFromTheNumberOfElementsOn() {
        for (MapSpec spec : List.of(ARRAY, PERCPU)) {
            var driver = Driver.with(spec);
            for (long index : List.of(4L, 0xffff_ffffL, -1L)) {
                assertEquals(ABSENT, driver.step(lookup(index)));
                assertEquals(ABSENT, driver.step(new Step.Load(A, at(index), 0, 8)));
                assertEquals(ABSENT, driver.step(new Step.Store(A, at(index), 0, 8, at(1))));
                assertEquals(ABSENT, driver.step(new Step.AtomicAdd(A, at(index), 0, 8, at(1))));
                assertEquals(ABSENT, driver.step(new Step.Misalignment(A, at(index))));
                assertEquals(ABSENT, driver.step(new Step.Distance(A, at(0), at(index))));
                assertEquals(ABSENT, driver.step(new Step.Distance(A, at(index), at(0))));
            }
            assertEquals(found("0000000000000000"), driver.step(lookup(1L << 32)));
        }
    }

    @Test
    void anUpdateTellsUnknownFlagsThenTheIndexThenExistenceThenTheMissingLock() {
        for (MapSpec spec : List.of(ARRAY, PERCPU)) {
            var driver = Driver.with(spec);
            assertEquals(DONE, driver.step(update(0, Flags.ANY)));
            assertEquals(DONE, driver.step(update(3, Flags.EXIST)));
            assertEquals(refused(EEXIST), driver.step(update(0, Flags.NOEXIST)));
            assertEquals(refused(E2BIG), driver.step(update(4, Flags.NOEXIST)));
            assertEquals(refused(EINVAL), driver.step(update(4, 3)));
            assertEquals(refused(E2BIG), driver.step(update(4, Flags.LOCK)));
            assertEquals(refused(E2BIG), driver.step(update(4, Flags.LOCK | Flags.NOEXIST)));
            assertEquals(refused(EEXIST), driver.step(update(0, Flags.LOCK | Flags.NOEXIST)));
            assertEquals(refused(EINVAL), driver.step(update(0, Flags.LOCK)));
            assertEquals(refused(EINVAL), driver.step(update(0, Flags.CPU)));
            assertEquals(refused(EINVAL), driver.step(update(0, Flags.ALL_CPUS)));
            assertEquals(refused(EINVAL), driver.step(update(0, 1L << 32)));
        }
    }

    @Test
    void noElementIsDeleted() {
        var driver = Driver.with(ARRAY);
        assertEquals(refused(EINVAL), driver.step(new Step.Delete(A, at(0))));
        assertEquals(refused(EINVAL), driver.step(new Step.Delete(A, at(4))));
    }

    @Test
    void anAtomicAddGivesTheNumberBefore() {
        var driver = Driver.with(ARRAY);
        driver.update(0, "ffffffffffffffff");
        assertEquals(
                ran(returned(0xffff_ffffL), returned(0xffff_ffff_0000_0001L)),
                driver.run(
                        0,
                        new Step.AtomicAdd(A, at(0), 0, 4, at(2)),
                        new Step.AtomicAdd(A, at(0), 0, 8, at(1))));
        assertEquals(found("02000000ffffffff"), driver.lookup(0));
    }

    @Test
    void aProgramWritesTheSlotOfItsCpuWithoutPadding() {
        var driver = Driver.with(MapSpec.of(MapType.PERCPU_ARRAY, 5, 2));
        driver.update(0, "ee".repeat(16));
        assertEquals(ran(DONE), driver.run(1, update(0, 0)));
        assertEquals(found("ee".repeat(8) + "0102030405eeeeee"), driver.lookup(0));
        driver.run(0, new Step.Store(A, at(0), 4, 1, at(7)));
        assertEquals(found("eeeeeeee07eeeeee0102030405eeeeee"), driver.lookup(0));
        assertEquals(found("0102030405"), driver.step(1, lookup(0)));
        assertEquals(found("eeeeeeee07"), driver.step(0, lookup(0)));
    }

    @Test
    void aProgramReachesTheSlotOfAnyPossibleCpu() {
        var driver = Driver.with(PERCPU);
        driver.step(new Step.StorePercpu(A, at(0), 1, 0, 8, at(5)));
        assertEquals(found("0500000000000000"), driver.step(new Step.LookupPercpu(A, at(0), 1)));
        assertEquals(
                found("0500000000000000"),
                driver.step(new Step.LookupPercpu(A, at(0), (1L << 32) + 1)));
        assertEquals(found("00".repeat(8) + "0500000000000000"), driver.lookup(0));
        for (long cpu : List.of(2L, 255L, -1L)) {
            assertEquals(ABSENT, driver.step(new Step.LookupPercpu(A, at(0), cpu)));
            assertEquals(ABSENT, driver.step(new Step.StorePercpu(A, at(0), cpu, 0, 8, at(5))));
        }
        assertEquals(ABSENT, driver.step(new Step.LookupPercpu(A, at(4), 0)));
    }

    @Test
    void aWalkVisitsElementsInOrderUpToItsLimit() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 3, 3));
        driver.update(1, "010203");
        var zero = "0000000000000000";
        var one = "0102030000000000";
        assertEquals(
                visited(3, List.of(0L, 1L, 2L), zero, one, zero),
                driver.step(new Step.ForEach(A, 0, 0)));
        assertEquals(visited(1, List.of(0L), zero), driver.step(new Step.ForEach(A, 0, 1)));
        assertEquals(
                visited(2, List.of(0L, 1L), zero, one), driver.step(new Step.ForEach(A, 0, 2)));
        assertEquals(
                visited(3, List.of(0L, 1L, 2L), zero, one, zero),
                driver.step(new Step.ForEach(A, 0, 9)));
    }

    @Test
    void aWalkTakesNoFlags() {
        var driver = Driver.with(ARRAY);
        for (long flags : List.of(1L, -1L, 1L << 32)) {
            assertEquals(visited(-22, List.of()), driver.step(new Step.ForEach(A, flags, 0)));
        }
    }

    @Test
    void aWalkNotesNoMoreThanItHasRoomFor() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 8, 1000));
        var seen = assertInstanceOf(Outcome.Visited.class, driver.step(new Step.ForEach(A, 0, 0)));
        assertEquals(1000, seen.returned());
        assertEquals(LongStream.range(0, 512).boxed().toList(), seen.keys());
        assertEquals(512, seen.values().size());
    }

    @Test
    void aWalkOnAPerCpuArraySeesTheRunningCpu() {
        var driver = Driver.with(MapSpec.of(MapType.PERCPU_ARRAY, 8, 1));
        driver.update(0, "01".repeat(8) + "02".repeat(8));
        assertEquals(
                visited(1, List.of(0L), "02".repeat(8)), driver.step(1, new Step.ForEach(A, 0, 0)));
    }

    @Test
    void elementsAreAlignedAndAStrideApart() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 5, 4));
        assertEquals(returned(0), driver.step(new Step.Misalignment(A, at(3))));
        assertEquals(returned(24), driver.step(new Step.Distance(A, at(0), at(3))));
        assertEquals(returned(-16), driver.step(new Step.Distance(A, at(3), at(1))));
        assertEquals(returned(0), driver.step(new Step.Distance(A, at(2), at(2))));
    }

    @Test
    void perCpuElementsLieAnywhereButOneIsWhereItIs() {
        var driver = Driver.with(PERCPU);
        var apart = new Step.Distance(A, at(0), at(1));
        var together = new Step.Distance(A, at(1), at(1));
        Permitted permitted = driver.model.step(Command.Run.once(0, apart, together, lookup(0)));
        var value = found("0000000000000000");
        assertTrue(permitted.permits(permitted.example()));
        assertTrue(permitted.permits(ran(returned(5192), returned(0), value)));
        assertFalse(permitted.permits(ran(returned(5192), returned(8), value)));
        assertFalse(permitted.permits(ran(ABSENT, returned(0), value)));
        assertFalse(permitted.permits(ran(returned(8), returned(0))));
        assertFalse(permitted.permits(refused(EINVAL)));
    }

    @Test
    void anOperandMayComeFromThePacket() {
        var driver = Driver.with(ARRAY);
        driver.update(3, "0102030405060708");
        var packet = Bytes.hex("00".repeat(15) + "03" + "04");
        var steps =
                List.<Step>of(
                        new Step.Lookup(A, new Operand.PacketByte(15)),
                        new Step.Store(
                                A, new Operand.Constant(0), 0, 2, new Operand.PacketLength()),
                        new Step.Lookup(A, new Operand.PacketByte(16)),
                        new Step.Lookup(A, new Operand.PacketByte(17)),
                        new Step.Lookup(A, new Operand.PacketByte(-1)));
        assertEquals(
                ran(found("0102030405060708"), DONE, ABSENT, refused(EFAULT), refused(EFAULT)),
                driver.does(new Command.Run(0, packet, 1, steps)));
        assertEquals(found("1100000000000000"), driver.lookup(0));
    }

    @Test
    void aStepWhosePacketEndsTooEarlyDoesNothing() {
        var driver = Driver.with(ARRAY);
        var end = new Operand.PacketByte(64);
        for (Step step :
                List.of(
                        new Step.Store(A, at(0), 0, 1, end),
                        new Step.Store(A, end, 0, 1, at(1)),
                        new Step.AtomicAdd(A, at(0), 0, 4, end),
                        new Step.AtomicAdd(A, end, 0, 4, at(1)),
                        new Step.Update(A, end, VALUE, 0),
                        new Step.Delete(A, end),
                        new Step.Load(A, end, 0, 1),
                        new Step.Misalignment(A, end),
                        new Step.Distance(A, end, at(0)),
                        new Step.Distance(A, at(4), end))) {
            assertEquals(refused(EFAULT), driver.step(step), step::toString);
        }
        assertEquals(found("0000000000000000"), driver.lookup(0));
        var percpu = Driver.with(PERCPU);
        assertEquals(refused(EFAULT), percpu.step(new Step.LookupPercpu(A, end, 0)));
        assertEquals(refused(EFAULT), percpu.step(new Step.StorePercpu(A, at(0), 0, 0, 1, end)));
        assertEquals(refused(EFAULT), percpu.step(new Step.StorePercpu(A, end, 0, 0, 1, at(1))));
    }

    @Test
    void aRepeatedProgramTellsItsLastRun() {
        var driver = Driver.with(ARRAY);
        var steps = List.<Step>of(new Step.AtomicAdd(A, at(0), 0, 8, at(3)));
        assertEquals(
                ran(returned(27)),
                driver.does(new Command.Run(0, Command.Run.NO_PACKET, 10, steps)));
        assertEquals(found("1e00000000000000"), driver.lookup(0));
    }

    @Test
    void aProgramRunsOnOnlineCpusAlone() {
        var p = Platform.DEFAULT;
        var half =
                new Platform(
                        p.pageSize(),
                        List.of(0, 1, 2),
                        List.of(0, 2),
                        p.wordSize(),
                        p.byteOrder(),
                        p.kernel(),
                        p.memory());
        var driver = new Driver(half);
        driver.create(A, PERCPU);
        for (int cpu : List.of(1, 3, -1)) {
            assertEquals(refused(EINVAL), driver.run(cpu, lookup(0)));
        }
        assertEquals(ran(DONE), driver.run(2, update(0, 0)));
        assertEquals(found("00".repeat(16) + "0102030405060708"), driver.lookup(0));
    }

    @Test
    void aPacketHasAnEthernetHeaderAndTheWholeHeaderThatItNames() {
        var driver = Driver.with(ARRAY);
        packet(driver, false, "00".repeat(13));
        packet(driver, true, "00".repeat(14));
        packet(driver, true, "00".repeat(3712));
        packet(driver, false, "00".repeat(3713));
        packet(driver, false, "00".repeat(12) + "0800" + "00".repeat(19));
        packet(driver, true, "00".repeat(12) + "0800" + "00".repeat(20));
        packet(driver, false, "00".repeat(12) + "86dd" + "00".repeat(39));
        packet(driver, true, "00".repeat(12) + "86dd" + "00".repeat(40));
        packet(driver, true, "00".repeat(12) + "0806");
    }

    private static void packet(Driver driver, boolean runs, String hex) {
        assertEquals(
                runs ? ran() : refused(EINVAL),
                driver.does(new Command.Run(0, Bytes.hex(hex), 1, List.of())));
    }

    @Test
    void freezingDoesNotStopPrograms() {
        var driver = Driver.with(ARRAY);
        driver.freeze();
        assertEquals(DONE, driver.step(update(0, 0)));
        assertEquals(DONE, driver.step(new Step.Store(A, at(1), 0, 1, at(1))));
        assertEquals(found("0102030405060708"), driver.lookup(0));
        assertEquals(found("0100000000000000"), driver.lookup(1));
    }

    @Test
    void theModeOfADescriptorDoesNotConcernPrograms() {
        for (long mode : List.of(Flags.RDONLY, Flags.WRONLY)) {
            var driver = Driver.with(ARRAY.withFlags(mode));
            assertEquals(
                    ran(DONE, found("0102030405060708")), driver.run(0, update(0, 0), lookup(0)));
        }
    }
}
