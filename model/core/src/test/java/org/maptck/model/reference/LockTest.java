package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.maptck.model.Errno.EACCES;
import static org.maptck.model.Errno.EEXIST;
import static org.maptck.model.Errno.EFAULT;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.Flags.EXIST;
import static org.maptck.model.Flags.LOCK;
import static org.maptck.model.Flags.NOEXIST;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ABSENT;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.FITS;
import static org.maptck.model.reference.Driver.at;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.given;
import static org.maptck.model.reference.Driver.key;
import static org.maptck.model.reference.Driver.refused;
import static org.maptck.model.reference.Driver.returned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

class LockTest {
    private static final MapSpec LOCKED = MapSpec.of(MapType.ARRAY, 12, 2).withLock(4);
    private static final String ONES = "ff".repeat(12);
    private static final String STORED = "ffffffff00000000ffffffff";

    private static Step store(String value) {
        return new Step.LockedStore(A, at(0), Bytes.hex(value));
    }

    @Test
    void aLockReadsAsZeroAndIsNeverWritten() {
        var driver = Driver.with(LOCKED);
        for (long flags : List.of(0L, EXIST, LOCK, LOCK | EXIST)) {
            assertEquals(DONE, driver.update(key(1), given(ONES), flags));
            assertEquals(found(STORED), driver.lookup(key(1), LOCK, FITS));
            assertEquals(found(STORED), driver.lookup(1));
        }
        assertEquals(found("00".repeat(12)), driver.lookup(0));
    }

    @Test
    void flagsOfAnUpdateGoWithTheLockFlag() {
        var driver = Driver.with(LOCKED);
        assertEquals(refused(EEXIST), driver.update(key(0), given(ONES), LOCK | NOEXIST));
        assertEquals(refused(EINVAL), driver.update(key(0), given(ONES), LOCK | NOEXIST | EXIST));
        assertEquals(refused(EINVAL), driver.update(key(0), given(ONES), LOCK | 8));
        assertEquals(refused(EINVAL), driver.lookup(key(0), LOCK | NOEXIST, FITS));
    }

    @Test
    void aProgramMayUpdateWithTheLockFlag() {
        var driver = Driver.with(LOCKED);
        var ones = Bytes.hex(ONES);
        assertEquals(DONE, driver.step(new Step.Update(A, at(0), ones, LOCK)));
        assertEquals(DONE, driver.step(new Step.Update(A, at(0), ones, LOCK | EXIST)));
        assertEquals(refused(EEXIST), driver.step(new Step.Update(A, at(0), ones, LOCK | NOEXIST)));
        assertEquals(found(STORED), driver.lookup(0));
    }

    @Test
    void aProgramDoesNotTouchTheLockItself() {
        var driver = Driver.with(LOCKED);
        for (int offset : List.of(1, 3, 4, 7)) {
            assertEquals(refused(EACCES), driver.run(0, new Step.Load(A, at(0), offset, 4)));
            assertEquals(
                    refused(EACCES), driver.run(0, new Step.Store(A, at(0), offset, 4, at(1))));
        }
        assertEquals(refused(EACCES), driver.run(0, new Step.AtomicAdd(A, at(0), 4, 4, at(1))));
        assertEquals(refused(EACCES), driver.run(0, new Step.Lookup(A, at(0))));
        assertEquals(refused(EACCES), driver.run(0, new Step.ForEach(A, 0, 0)));
        assertEquals(returned(0), driver.step(new Step.Load(A, at(0), 0, 4)));
        assertEquals(returned(0), driver.step(new Step.AtomicAdd(A, at(0), 8, 4, at(1))));
    }

    @Test
    void aWalkNotesWhatComesBeforeTheLock() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 12, 1).withLock(8));
        driver.update(0, ONES);
        assertEquals(
                new Outcome.Visited(1, List.of(0L), List.of(Bytes.hex("ff".repeat(8)))),
                driver.step(new Step.ForEach(A, 0, 0)));
    }

    @Test
    void aProgramStoresUnderTheLock() {
        var driver = Driver.with(LOCKED);
        assertEquals(DONE, driver.step(store(ONES)));
        assertEquals(found(STORED), driver.lookup(0));
        assertEquals(ABSENT, driver.step(new Step.LockedStore(A, at(2), Bytes.hex(ONES))));
        assertEquals(
                refused(EFAULT),
                driver.step(new Step.LockedStore(A, new Operand.PacketByte(64), Bytes.hex(ONES))));
    }

    @Test
    void aStoreUnderTheLockNeedsAWholeValueAndALock() {
        assertEquals(refused(EINVAL), Driver.with(ARRAY).run(0, store("00".repeat(7))));
        var driver = Driver.with(LOCKED);
        assertEquals(refused(EACCES), driver.run(0, store("ff".repeat(11))));
        assertEquals(refused(EINVAL), driver.run(0, store("")));
        assertEquals(DONE, driver.step(store("ff".repeat(13))));
        var lockLast = Driver.with(MapSpec.of(MapType.ARRAY, 12, 2).withLock(8));
        assertEquals(DONE, lockLast.step(store("ff".repeat(8))));
        assertEquals(refused(EACCES), lockLast.run(0, store("ff".repeat(7))));
        assertEquals(found("ff".repeat(8) + "00000000"), lockLast.lookup(0));
    }
}
