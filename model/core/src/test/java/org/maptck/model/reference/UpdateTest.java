package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.maptck.model.Errno.E2BIG;
import static org.maptck.model.Errno.EBADF;
import static org.maptck.model.Errno.EEXIST;
import static org.maptck.model.Errno.EFAULT;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.Errno.EPERM;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.M;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.at;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.given;
import static org.maptck.model.reference.Driver.key;
import static org.maptck.model.reference.Driver.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;

class UpdateTest {
    private static final Input VALUE = given("0102030405060708");
    private static final Input NULL = new Input.Null();

    @Test
    void anyAndExistOverwrite() {
        var driver = Driver.with(ARRAY);
        assertEquals(DONE, driver.update(key(3), VALUE, Flags.ANY));
        assertEquals(found("0102030405060708"), driver.lookup(3));
        assertEquals(DONE, driver.update(key(3), given("1112131415161718"), Flags.EXIST));
        assertEquals(found("1112131415161718"), driver.lookup(3));
    }

    @Test
    void everyElementExistsAlready() {
        var driver = Driver.with(ARRAY);
        assertEquals(refused(EEXIST), driver.update(key(0), VALUE, Flags.NOEXIST));
        assertEquals(found("0000000000000000"), driver.lookup(0));
    }

    @Test
    void anIndexFromTheNumberOfElementsOnIsTooBig() {
        var driver = Driver.with(ARRAY);
        for (long flags : List.of(Flags.ANY, Flags.NOEXIST, Flags.EXIST)) {
            assertEquals(refused(E2BIG), driver.update(key(4), VALUE, flags));
            assertEquals(refused(E2BIG), driver.update(key(0xffff_ffffL), VALUE, flags));
        }
    }

    @Test
    void otherFlagsAreInvalid() {
        for (MapSpec spec : List.of(ARRAY, PERCPU)) {
            var driver = Driver.with(spec);
            var value = given("01".repeat(16));
            for (int bit = 2; bit < 64; bit++) {
                assertEquals(refused(EINVAL), driver.update(key(0), value, 1L << bit));
            }
            assertEquals(refused(EINVAL), driver.update(key(0), value, 3));
            assertEquals(refused(EINVAL), driver.update(key(0), value, (1L << 32) | Flags.EXIST));
            assertEquals(refused(EINVAL), driver.update(key(0), value, -1));
        }
    }

    @Test
    void aValueIsReadWholeOrNothingChanges() {
        var driver = Driver.with(ARRAY);
        for (Input value : List.of(NULL, new Input.Unreadable(), given("01020304050607"))) {
            assertEquals(refused(EFAULT), driver.update(key(0), value, 0));
            assertEquals(found("0000000000000000"), driver.lookup(0));
        }
        assertEquals(DONE, driver.update(key(0), given("010203040506070809"), 0));
        assertEquals(found("0102030405060708"), driver.lookup(0));
    }

    @Test
    void faultsAreToldInTheirOrder() {
        var closed = new Driver(Platform.DEFAULT);
        assertEquals(refused(EBADF), closed.update(NULL, NULL, -1));
        var readOnly = Driver.with(ARRAY.withFlags(Flags.RDONLY));
        assertEquals(refused(EPERM), readOnly.update(NULL, NULL, Flags.LOCK));
        var driver = Driver.with(ARRAY);
        assertEquals(refused(EINVAL), driver.update(NULL, NULL, Flags.LOCK));
        assertEquals(refused(EFAULT), driver.update(key(4), NULL, 32));
        assertEquals(refused(EFAULT), driver.update(NULL, VALUE, 32));
        assertEquals(refused(EINVAL), driver.update(key(4), VALUE, 32));
        assertEquals(refused(E2BIG), driver.update(key(4), VALUE, Flags.NOEXIST));
        assertEquals(DONE, driver.freeze());
        assertEquals(refused(EPERM), driver.update(NULL, NULL, -1));
    }

    @Test
    void limitsForProgramsDoNotConcernSystemCalls() {
        assertEquals(
                DONE, Driver.with(ARRAY.withFlags(Flags.RDONLY_PROG)).update(key(0), VALUE, 0));
        assertEquals(
                DONE, Driver.with(ARRAY.withFlags(Flags.WRONLY_PROG)).update(key(0), VALUE, 0));
        assertEquals(DONE, Driver.with(ARRAY.withFlags(Flags.WRONLY)).update(key(0), VALUE, 0));
    }

    @Test
    void aPlainUpdateLeavesThePaddingAlone() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 5, 2).withFlags(Flags.MMAPABLE));
        driver.map(Protection.READ_WRITE);
        driver.store(0, "ff".repeat(16));
        assertEquals(DONE, driver.update(0, "0102030405"));
        assertEquals(found("0102030405ffffff"), driver.load(0, 8));
        assertEquals(found("ff".repeat(8)), driver.load(8, 8));
    }

    @Test
    void aValueMayComeOutOfTheMapItself() {
        var driver = Driver.with(ARRAY.withFlags(Flags.MMAPABLE));
        driver.map(Protection.READ);
        driver.update(0, "0102030405060708");
        assertEquals(DONE, driver.update(key(1), new Input.InMapping(M, 4), 0));
        assertEquals(found("0506070800000000"), driver.lookup(1));
        assertEquals(refused(EFAULT), driver.update(key(1), new Input.InMapping(M, 4089), 0));
    }

    @Test
    void aPerCpuValueHasAnEightByteAlignedSliceForEachPossibleCpu() {
        var driver = Driver.with(MapSpec.of(MapType.PERCPU_ARRAY, 5, 2));
        assertEquals(refused(EFAULT), driver.update(0, "01".repeat(15)));
        assertEquals(DONE, driver.update(0, "0102030405a1a2a31112131415b1b2b3"));
        assertEquals(found("0102030405a1a2a31112131415b1b2b3"), driver.lookup(0));
        assertEquals(found("00".repeat(16)), driver.lookup(1));
    }

    @Test
    void slicesOfSparseCpuNumbersArePacked() {
        var p = Platform.DEFAULT;
        var sparse =
                new Platform(
                        p.pageSize(),
                        List.of(0, 5),
                        List.of(0, 5),
                        p.wordSize(),
                        p.byteOrder(),
                        p.kernel(),
                        p.memory());
        var driver = new Driver(sparse);
        driver.create(A, PERCPU);
        driver.update(0, "01".repeat(8) + "02".repeat(8));
        assertEquals(found("02".repeat(8)), driver.step(5, new Step.Lookup(A, at(0))));
        assertEquals(found("01".repeat(8) + "02".repeat(8)), driver.lookup(0));
    }
}
