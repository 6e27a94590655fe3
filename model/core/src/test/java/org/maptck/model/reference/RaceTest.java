package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.maptck.model.Errno.E2BIG;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ABSENT;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.FITS;
import static org.maptck.model.reference.Driver.M;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.at;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.given;
import static org.maptck.model.reference.Driver.key;
import static org.maptck.model.reference.Driver.refused;
import static org.maptck.model.reference.Driver.returned;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Permitted;
import org.maptck.model.Protection;
import org.maptck.model.Step;

class RaceTest {
    private static final String ONES = "01".repeat(8);
    private static final String TWOS = "02".repeat(8);

    private static Command update(String value, long flags) {
        return new Command.Update(A, key(0), given(value), flags);
    }

    private static Command lookup(long flags) {
        return new Command.Lookup(A, key(0), flags, FITS);
    }

    private static Command add(int cpu) {
        return Command.Run.once(cpu, new Step.AtomicAdd(A, at(0), 0, 8, at(1)));
    }

    private static Permitted race(Driver driver, int times, Command... callers) {
        return driver.model.step(new Command.Race(List.of(callers), times));
    }

    private static Outcome raced(List<Outcome> seen) {
        return new Outcome.Raced(List.of(seen));
    }

    private static Outcome raced(List<Outcome> one, List<Outcome> other) {
        return new Outcome.Raced(List.of(one, other));
    }

    private static Outcome raced(List<Outcome> one, List<Outcome> other, List<Outcome> third) {
        return new Outcome.Raced(List.of(one, other, third));
    }

    private static Outcome ran(Outcome step) {
        return new Outcome.Ran(List.of(step));
    }

    @Test
    void readersSeeWhatTheyWouldSeeAlone() {
        var driver = Driver.with(ARRAY);
        driver.update(0, ONES);
        var permitted = race(driver, 100, lookup(0), lookup(0));
        assertEquals(
                new Permitted.Only(raced(List.of(found(ONES)), List.of(found(ONES)))), permitted);
    }

    @Test
    void slotsOfPerCpuArraysLieAnywhere() {
        var distance = Command.Run.once(0, new Step.Distance(A, at(0), at(1)));
        var permitted = race(Driver.with(PERCPU), 1, distance, distance);
        var seen = List.of(ran(returned(5192)));
        assertTrue(permitted.permits(raced(seen, seen)));
        assertFalse(permitted.permits(raced(seen, List.of(ran(ABSENT)))));
    }

    @Test
    void oneCallerRacesNobody() {
        var driver = Driver.with(ARRAY);
        assertEquals(
                new Permitted.Only(raced(List.of(ran(returned(0)), ran(returned(1))))),
                race(driver, 2, add(0)));
    }

    @Test
    void anUpdateIsDoneWhateverOthersDo() {
        var driver = Driver.with(ARRAY);
        var permitted = race(driver, 10, update(ONES, 0), update(TWOS, 0));
        assertTrue(permitted.permits(raced(List.of(DONE), List.of(DONE))));
        assertFalse(permitted.permits(raced(List.of(DONE), List.of(refused(E2BIG)))));
        assertFalse(permitted.permits(raced(List.of(DONE))));
        assertFalse(permitted.permits(DONE));
    }

    @Test
    void aReaderMaySeeAnyMixOfOldAndNew() {
        var driver = Driver.with(ARRAY);
        driver.update(0, ONES);
        var permitted = race(driver, 10, update(TWOS, 0), lookup(0));
        assertTrue(permitted.permits(permitted.example()));
        var torn = found("0102010202020101");
        assertTrue(permitted.permits(raced(List.of(DONE), List.of(found(ONES), torn))));
        assertFalse(permitted.permits(raced(List.of(DONE), List.of(found("0301010101010101")))));
        assertFalse(permitted.permits(raced(List.of(DONE), List.of(found("01010101010101")))));
    }

    @Test
    void aLockedReaderSeesWholeValues() {
        var driver = Driver.with(MapSpec.of(ARRAY.type(), 12, 1).withLock(0));
        driver.update(0, "00000000" + ONES);
        var writer =
                Command.Run.once(0, new Step.LockedStore(A, at(0), Bytes.hex("ff".repeat(12))));
        var permitted =
                race(driver, 10, writer, update("00000000" + TWOS, Flags.LOCK), lookup(Flags.LOCK));
        for (String value : List.of(ONES, TWOS, "ff".repeat(8))) {
            assertTrue(permitted.permits(locked(value)), value);
        }
        assertFalse(permitted.permits(locked("0102010202020101")));
        assertFalse(permitted.permits(locked("03".repeat(8))));
    }

    private static Outcome locked(String value) {
        return raced(List.of(ran(DONE)), List.of(DONE), List.of(found("00000000" + value)));
    }

    @Test
    void aReaderWithoutTheLockMaySeeTornValuesOfALockedMap() {
        var driver = Driver.with(MapSpec.of(ARRAY.type(), 12, 1).withLock(0));
        var permitted = race(driver, 10, update("00000000" + TWOS, Flags.LOCK), lookup(0));
        assertTrue(
                permitted.permits(
                        raced(List.of(DONE), List.of(found("000000000200020002000200")))));
    }

    @Test
    void eachSumIsSeenOnce() {
        var driver = Driver.with(ARRAY);
        var permitted = race(driver, 2, add(0), add(1));
        assertEquals(found("0400000000000000"), driver.lookup(0));
        assertTrue(permitted.permits(sums(List.of(0, 2), List.of(1, 3))));
        assertTrue(permitted.permits(sums(List.of(0, 3), List.of(1, 2))));
        assertFalse(permitted.permits(sums(List.of(0, 1), List.of(1, 2))));
        assertFalse(permitted.permits(sums(List.of(0, 1), List.of(2, 4))));
        assertFalse(permitted.permits(sums(List.of(0, 1), List.of(2))));
    }

    private static Outcome sums(List<Integer> one, List<Integer> other) {
        return raced(
                one.stream().map(sum -> ran(returned(sum))).toList(),
                other.stream().map(sum -> ran(returned(sum))).toList());
    }

    @Test
    void addsToAMappingAreSumsToo() {
        var driver = Driver.with(ARRAY.withFlags(Flags.MMAPABLE));
        driver.map(Protection.READ_WRITE);
        var add = new Command.AddMemory(M, 0, 4, 5);
        var permitted = race(driver, 1, add, add);
        assertTrue(permitted.permits(raced(List.of(returned(5)), List.of(returned(0)))));
        assertFalse(permitted.permits(raced(List.of(returned(0)), List.of(returned(0)))));
        assertEquals(found("0a00000000000000"), driver.lookup(0));
    }

    @Test
    void addsThatDifferMayInterleaveInManyWays() {
        var driver = Driver.with(ARRAY);
        var other = Command.Run.once(1, new Step.AtomicAdd(A, at(0), 0, 8, at(100)));
        var permitted = race(driver, 2, add(0), other);
        assertTrue(
                permitted.permits(
                        raced(
                                List.of(ran(returned(100)), ran(returned(201))),
                                List.of(ran(returned(0)), ran(returned(101))))));
        assertFalse(permitted.permits(raced(List.of(ran(ABSENT)), List.of(ran(returned(0))))));
        assertEquals(found("ca00000000000000"), driver.lookup(0));
    }

    @Test
    void programsOnTheirOwnCpusDoNotMeetInPerCpuArrays() {
        var driver = Driver.with(PERCPU);
        var permitted = race(driver, 2, add(0), add(1));
        assertEquals(new Permitted.Only(sums(List.of(0, 1), List.of(0, 1))), permitted);
        assertEquals(found("0200000000000000".repeat(2)), driver.lookup(0));
    }

    @Test
    void programsThatReachOverMeet() {
        var driver = Driver.with(PERCPU);
        var over = Command.Run.once(1, new Step.StorePercpu(A, at(0), 0, 0, 8, at(9)));
        var permitted = race(driver, 2, add(0), over);
        assertInstanceOf(Permitted.Such.class, permitted);
        assertTrue(
                permitted.permits(
                        raced(List.of(ran(returned(9)), ran(returned(10))), List.of(ran(DONE)))));
    }

    @Test
    void whereMapsComeAndGoAnyOrderMayBeSeen() {
        var driver = Driver.with(ARRAY);
        var permitted = race(driver, 1, new Command.Freeze(A), update(ONES, 0));
        var refused = refused(Errno.EPERM);
        assertTrue(permitted.permits(raced(List.of(DONE), List.of(refused))));
        assertTrue(permitted.permits(raced(List.of(DONE), List.of(DONE))));
        assertFalse(permitted.permits(raced(List.of(DONE))));
    }

    @Test
    void batchesAndRoomsMayDifferInWhatWasReadAlone() {
        var driver = Driver.with(ARRAY);
        var batch = new Command.LookupBatch(A, new Input.Null(), FITS, FITS, FITS, 1, 0);
        var permitted = race(driver, 1, add(0), batch);
        assertTrue(permitted.permits(raced(List.of(ran(returned(0))), List.of(batched(TWOS)))));
        assertFalse(permitted.permits(raced(List.of(ran(returned(0))), List.of(batched("02")))));
        var room = new Command.Lookup(A, key(0), 0, new Output.Room(2));
        var partly = race(driver, 1, add(0), room);
        var filled = Driver.filled(Errno.EFAULT, "0909");
        assertTrue(partly.permits(raced(List.of(ran(returned(7))), List.of(filled))));
        assertFalse(
                partly.permits(raced(List.of(ran(returned(7))), List.of(Driver.filled("0909")))));
    }

    private static Outcome batched(String values) {
        return new Outcome.Batched(
                Optional.empty(),
                1,
                Bytes.hex("00000000"),
                Bytes.hex(values),
                Optional.of(Bytes.hex("00000000")));
    }
}
