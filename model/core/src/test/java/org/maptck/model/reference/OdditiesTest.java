package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.maptck.model.Errno.E2BIG;
import static org.maptck.model.Errno.EACCES;
import static org.maptck.model.Errno.EBADF;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.Errno.ENOTSUPP;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.B;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.at;
import static org.maptck.model.reference.Driver.refused;
import static org.maptck.model.reference.Driver.returned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Loading;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Step;
import org.maptck.model.Version;

class OdditiesTest {
    private static final MapSpec ONE = MapSpec.of(MapType.ARRAY, 12, 1);
    private static final MapSpec LOCKED = MapSpec.of(MapType.ARRAY, 16, 4).withLock(8);

    private static Outcome ran(Outcome step) {
        return new Outcome.Ran(List.of(step));
    }

    private static Outcome runs(Driver driver, Loading loading, Step step) {
        return driver.does(new Command.Run(0, Command.Run.NO_PACKET, 1, List.of(step), loading));
    }

    private static void loads(Driver driver, Oddity oddity, long number) {
        var step = new Step.Unreached(A, oddity, number);
        assertEquals(ran(DONE), runs(driver, Loading.CLASSIFIER, step));
    }

    private static void not(Errno errno, Driver driver, Oddity oddity, long number) {
        var step = new Step.Unreached(A, oddity, number);
        assertEquals(refused(errno), runs(driver, Loading.CLASSIFIER, step));
    }

    @Test
    void aConstantKeyInRangeNeedsNoCheck() {
        var driver = Driver.with(ARRAY);
        loads(driver, Oddity.UNCHECKED, 3);
        loads(driver, Oddity.UNCHECKED_UNALIGNED, 0);
        not(EACCES, driver, Oddity.UNCHECKED, 4);
        not(EACCES, driver, Oddity.UNCHECKED, -1);
        not(EACCES, driver, Oddity.UNCHECKED_UNALIGNED, 3);
        not(EACCES, driver, Oddity.UNCHECKED_WIDE, 3);
        not(EINVAL, driver, Oddity.UNCHECKED_PERCPU, 0);
        not(EACCES, Driver.with(PERCPU), Oddity.UNCHECKED_PERCPU, 0);
        not(EACCES, Driver.with(ARRAY.withFlags(Flags.INNER_MAP)), Oddity.UNCHECKED, 0);
        not(EACCES, Driver.with(ARRAY, new Version(6, 13)), Oddity.UNCHECKED, 3);
    }

    @Test
    void aMaskKeepsAnOffsetInsideTheValueAndOffTheLock() {
        loads(Driver.with(ONE), Oddity.MASKED_OFFSET, 11);
        not(EACCES, Driver.with(ONE), Oddity.MASKED_OFFSET, 12);
        not(EACCES, Driver.with(ONE), Oddity.MASKED_OFFSET, -1);
        loads(Driver.with(LOCKED), Oddity.MASKED_OFFSET, 7);
        not(EACCES, Driver.with(LOCKED), Oddity.MASKED_OFFSET, 8);
    }

    @Test
    void aLockIsTakenOnceWhereItIs() {
        var driver = Driver.with(LOCKED);
        loads(driver, Oddity.LOCK_AT, 8);
        not(EINVAL, driver, Oddity.LOCK_AT, 4);
        not(EINVAL, driver, Oddity.LOCK_TWICE, 0);
        not(EINVAL, Driver.with(ARRAY), Oddity.LOCK_AT, 0);
    }

    @Test
    void aReferenceHasNoOffsetAndThereAreSixtyFourAtMost() {
        var driver = Driver.with(ARRAY);
        loads(driver, Oddity.SECOND_HALF, 0);
        not(EINVAL, driver, Oddity.SECOND_HALF, 1);
        loads(driver, Oddity.MANY_MAPS, 64);
        not(E2BIG, driver, Oddity.MANY_MAPS, 65);
        var closed = new Step.Unreached(B, Oddity.MANY_MAPS, 2);
        assertEquals(refused(EBADF), runs(driver, Loading.CLASSIFIER, closed));
    }

    @Test
    void aDirectAddressIsInTheOneElement() {
        var driver = Driver.with(ONE);
        assertEquals(ran(returned(0)), driver.run(0, new Step.DirectLoad(A, 11, -11, 1)));
        assertEquals(refused(EACCES), driver.run(0, new Step.DirectLoad(A, 11, 1, 1)));
        assertEquals(refused(EINVAL), driver.run(0, new Step.DirectLoad(A, 12, 0, 1)));
        assertEquals(
                refused(ENOTSUPP), Driver.with(ARRAY).run(0, new Step.DirectLoad(A, 12, 0, 1)));
        assertEquals(
                refused(EINVAL), Driver.with(ARRAY).run(0, new Step.DirectLoad(A, 1 << 29, 0, 1)));
    }

    @Test
    void strictLoadsAreAlignedAndSocketFiltersTakeNoLocks() {
        var load = new Step.Load(A, at(0), 4, 8);
        var driver = Driver.with(LOCKED);
        assertEquals(refused(EACCES), runs(driver, Loading.STRICT, load));
        var aligned = new Step.Load(A, at(0), 0, 8);
        assertEquals(ran(returned(0)), runs(driver, Loading.STRICT, aligned));
        assertEquals(refused(EINVAL), runs(driver, Loading.SOCKET_FILTER, aligned));
        var length = new Step.Store(A, at(0), 0, 8, new Operand.PacketLength());
        var open = Driver.with(ARRAY);
        assertEquals(ran(DONE), runs(open, Loading.SOCKET_FILTER, length));
        assertEquals(ran(returned(50)), open.run(0, new Step.Load(A, at(0), 0, 8)));
    }

    @Test
    void changesGiveWhatWasThereBefore() {
        var driver = Driver.with(ARRAY);
        assertEquals(DONE, driver.update(1, "0c000000ffffffff"));
        var and = new Step.Atomic(A, at(1), 0, 4, AtomicOperation.AND, at(10));
        assertEquals(ran(returned(12)), driver.run(0, and));
        var wrong = new Step.CompareExchange(A, at(1), 0, 4, at(9), at(7));
        assertEquals(ran(returned(8)), driver.run(0, wrong));
        var right = new Step.CompareExchange(A, at(1), 0, 4, at(0x1_0000_0008L), at(7));
        assertEquals(ran(returned(8)), driver.run(0, right));
        assertEquals(ran(DONE), driver.run(0, new Step.PlainAdd(A, at(1), 4, 4, at(1))));
        assertEquals(Driver.found("0700000000000000"), driver.lookup(1));
        assertEquals(ran(DONE), driver.run(0, new Step.UpdateFrom(A, at(2), at(1), 0)));
        assertEquals(Driver.found("0700000000000000"), driver.lookup(2));
    }

    @Test
    void aWalkSeesWhatItsCallbackAddedAhead() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 8, 2));
        assertEquals(
                ran(
                        new Outcome.Visited(
                                2,
                                List.of(0L, 1L),
                                List.of(Bytes.zeros(8), Bytes.hex("0500000000000000")))),
                driver.run(0, new Step.ForEachAdding(A, 5)));
    }

    @Test
    void wordsNameOneOddity() {
        for (Oddity oddity : Oddity.values()) {
            assertEquals(oddity, Oddity.saying(oddity.words()));
        }
        assertThrows(IllegalArgumentException.class, () -> Oddity.saying("sings"));
    }
}
