package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.maptck.model.Errno.EACCES;
import static org.maptck.model.Errno.EBADF;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.B;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.at;
import static org.maptck.model.reference.Driver.refused;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Loading;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Step;

class LoadingTest {
    private static final Operand ZERO = at(0);
    private static final Step LOOKUP = new Step.Lookup(A, ZERO);
    private static final Step UPDATE = new Step.Update(A, ZERO, Bytes.zeros(8), 0);
    private static final Step DELETE = new Step.Delete(A, ZERO);
    private static final Step LOAD = new Step.Load(A, ZERO, 0, 8);
    private static final Step STORE = new Step.Store(A, ZERO, 0, 8, ZERO);
    private static final Step ADD = new Step.AtomicAdd(A, ZERO, 0, 8, ZERO);
    private static final Step WALK = new Step.ForEach(A, 0, 0);
    private static final Step THERE = new Step.LookupPercpu(A, ZERO, 0);
    private static final Step STORE_THERE = new Step.StorePercpu(A, ZERO, 0, 0, 8, ZERO);
    private static final Step LOCKED = new Step.LockedStore(A, ZERO, Bytes.zeros(8));
    private static final Step MISALIGNMENT = new Step.Misalignment(A, ZERO);
    private static final Step DISTANCE = new Step.Distance(A, ZERO, ZERO);
    private static final List<Step> STEPS =
            List.of(
                    LOOKUP,
                    UPDATE,
                    DELETE,
                    LOAD,
                    STORE,
                    ADD,
                    WALK,
                    THERE,
                    STORE_THERE,
                    MISALIGNMENT,
                    DISTANCE);

    private static void loads(Driver driver, Step step) {
        assertInstanceOf(Outcome.Ran.class, driver.run(0, step), step::toString);
    }

    private static void not(Errno errno, Driver driver, Step step) {
        assertEquals(refused(errno), driver.run(0, step), step::toString);
    }

    @Test
    void everyStepLoadsWhereItsMapIsUnlimited() {
        var driver = Driver.with(PERCPU);
        STEPS.forEach(step -> loads(driver, step));
    }

    @Test
    void anAccessStaysInsideTheValueAndOutOfItsPadding() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 12, 4));
        loads(driver, new Step.Load(A, ZERO, 4, 8));
        loads(driver, new Step.Store(A, ZERO, 11, 1, ZERO));
        loads(driver, new Step.AtomicAdd(A, ZERO, 8, 4, ZERO));
        for (int offset : List.of(5, 8, 12, 100_000, -1, -8)) {
            not(EACCES, driver, new Step.Load(A, ZERO, offset, 8));
            not(EACCES, driver, new Step.Store(A, ZERO, offset, 8, ZERO));
            not(EACCES, driver, new Step.AtomicAdd(A, ZERO, offset, 8, ZERO));
        }
        not(EACCES, Driver.with(PERCPU), new Step.StorePercpu(A, ZERO, 0, 1, 8, ZERO));
    }

    @Test
    void anAtomicAddHasFourOrEightAlignedBytes() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 16, 4));
        loads(driver, new Step.AtomicAdd(A, ZERO, 12, 4, ZERO));
        not(EACCES, driver, new Step.AtomicAdd(A, ZERO, 4, 8, ZERO));
        not(EACCES, driver, new Step.AtomicAdd(A, ZERO, 1, 4, ZERO));
        for (int width : List.of(1, 2)) {
            not(EINVAL, driver, new Step.AtomicAdd(A, ZERO, 1, width, ZERO));
        }
    }

    @Test
    void aReadOnlyMapLetsNoProgramWrite() {
        var driver = Driver.with(PERCPU.withFlags(Flags.RDONLY_PROG));
        var writes = Set.of(UPDATE, DELETE, STORE, ADD, STORE_THERE);
        STEPS.forEach(step -> limited(driver, writes.contains(step), step));
    }

    @Test
    void aWriteOnlyMapLetsNoProgramRead() {
        var driver = Driver.with(PERCPU.withFlags(Flags.WRONLY_PROG));
        var reads = Set.of(LOOKUP, LOAD, ADD, WALK, THERE);
        STEPS.forEach(step -> limited(driver, reads.contains(step), step));
    }

    private static void limited(Driver driver, boolean limited, Step step) {
        if (limited) {
            not(EACCES, driver, step);
        } else {
            loads(driver, step);
        }
    }

    @Test
    void onlyPerCpuArraysHaveSlotsOfOtherCpus() {
        not(EINVAL, Driver.with(ARRAY), THERE);
        not(EINVAL, Driver.with(ARRAY.withFlags(Flags.RDONLY_PROG)), STORE_THERE);
        var step = new Step.StorePercpu(A, ZERO, 0, 1, 8, ZERO);
        var strict = new Command.Run(0, Command.Run.NO_PACKET, 1, List.of(step), Loading.STRICT);
        assertEquals(refused(EINVAL), Driver.with(ARRAY).model.apply(strict));
        assertEquals(refused(EACCES), Driver.with(PERCPU).model.apply(strict));
    }

    @Test
    void anUpdateHasAWholeValue() {
        var driver = Driver.with(ARRAY);
        not(EACCES, driver, new Step.Update(A, ZERO, Bytes.zeros(7), 0));
        not(EINVAL, driver, new Step.Update(A, ZERO, Bytes.EMPTY, 0));
        loads(driver, new Step.Update(A, ZERO, Bytes.filled(9, 1), 0));
        assertEquals(Driver.found("0101010101010101"), driver.lookup(0));
    }

    @Test
    void mapsAreLookedForBeforeStepsAreChecked() {
        var driver = Driver.with(ARRAY);
        assertEquals(refused(EBADF), driver.run(0, new Step.Lookup(B, ZERO)));
        assertEquals(
                refused(EBADF),
                driver.run(0, new Step.Load(A, ZERO, 9, 8), new Step.Delete(B, ZERO)));
        assertEquals(refused(EINVAL), driver.run(7, new Step.Delete(B, ZERO)));
    }

    @Test
    void ofStepsThatAreWrongInDifferentWaysAnyIsFoundFirst() {
        var driver = Driver.with(ARRAY);
        var run = Command.Run.once(0, UPDATE, new Step.Load(A, ZERO, 9, 8), THERE, LOCKED);
        var permitted = assertInstanceOf(Permitted.OneOf.class, driver.model.step(run));
        assertEquals(List.of(refused(EACCES), refused(EINVAL)), permitted.outcomes());
    }

    @Test
    void aProgramThatDoesNotLoadDoesNothing() {
        var driver = Driver.with(ARRAY);
        assertEquals(
                refused(EACCES),
                driver.run(0, new Step.Store(A, ZERO, 0, 1, at(1)), new Step.Load(A, ZERO, 8, 1)));
        assertEquals(Driver.found("0000000000000000"), driver.lookup(0));
    }
}
