package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.maptck.model.Errno.EBADF;
import static org.maptck.model.Errno.EFAULT;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.Errno.ENOENT;
import static org.maptck.model.Errno.ENOTSUPP;
import static org.maptck.model.Errno.EPERM;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.FITS;
import static org.maptck.model.reference.Driver.M;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.filled;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.given;
import static org.maptck.model.reference.Driver.key;
import static org.maptck.model.reference.Driver.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Protection;

class KeysTest {
    private static final Input NULL = new Input.Null();
    private static final Output NOWHERE = new Output.Null();

    private static Outcome next(Driver driver, Input key, Output next) {
        return driver.does(new Command.NextKey(A, key, next));
    }

    private static Outcome delete(Driver driver, Input key) {
        return driver.does(new Command.Delete(A, key));
    }

    private static Outcome both(Driver driver, Input key, long flags, Output value) {
        return driver.does(new Command.LookupAndDelete(A, key, flags, value));
    }

    @Test
    void aWalkFromNullVisitsEveryKeyInOrder() {
        for (MapSpec spec : List.of(ARRAY, PERCPU)) {
            var driver = Driver.with(spec);
            assertEquals(found("00000000"), next(driver, NULL, FITS));
            assertEquals(found("01000000"), next(driver, key(0), FITS));
            assertEquals(found("02000000"), next(driver, key(1), FITS));
            assertEquals(found("03000000"), next(driver, key(2), FITS));
            assertEquals(refused(ENOENT), next(driver, key(3), FITS));
        }
    }

    @Test
    void anUnknownKeyIsFollowedByTheFirst() {
        var driver = Driver.with(ARRAY);
        for (long index : List.of(4L, 5L, (1L << 31) - 1, 0xffff_ffffL)) {
            assertEquals(found("00000000"), next(driver, key(index), FITS));
        }
    }

    @Test
    void theOnlyKeyIsTheLast() {
        var driver = Driver.with(MapSpec.of(ARRAY.type(), 8, 1));
        assertEquals(found("00000000"), next(driver, NULL, FITS));
        assertEquals(refused(ENOENT), next(driver, key(0), FITS));
    }

    @Test
    void faultsOfAWalkAreToldInTheirOrder() {
        assertEquals(refused(EBADF), next(new Driver(Platform.DEFAULT), given("00"), NOWHERE));
        var writeOnly = Driver.with(ARRAY.withFlags(Flags.WRONLY));
        assertEquals(refused(EPERM), next(writeOnly, given("00"), NOWHERE));
        var driver = Driver.with(ARRAY);
        assertEquals(refused(EFAULT), next(driver, given("000000"), FITS));
        assertEquals(refused(EFAULT), next(driver, new Input.Unreadable(), FITS));
        assertEquals(refused(ENOENT), next(driver, key(3), NOWHERE));
        assertEquals(refused(EFAULT), next(driver, key(2), NOWHERE));
        assertEquals(filled(ENOENT, "a5a5a5a5"), next(driver, key(3), new Output.Room(4)));
        assertEquals(filled(EFAULT, "0300"), next(driver, key(2), new Output.Room(2)));
        assertEquals(filled("03000000a5"), next(driver, key(2), new Output.Room(5)));
    }

    @Test
    void aNextKeyMayGoIntoAMappingAndIgnoresFreezing() {
        var driver = Driver.with(ARRAY.withFlags(Flags.MMAPABLE));
        driver.map(Protection.READ_WRITE);
        assertEquals(DONE, next(driver, key(1), new Output.InMapping(M, 8)));
        assertEquals(found("0200000000000000"), driver.lookup(1));
        driver.does(new Command.Unmap(M));
        assertEquals(DONE, driver.freeze());
        assertEquals(found("01000000"), next(driver, key(0), FITS));
    }

    @Test
    void noElementIsDeleted() {
        for (MapSpec spec : List.of(ARRAY, PERCPU)) {
            var driver = Driver.with(spec);
            var before = driver.update(0, "01".repeat(16));
            assertEquals(DONE, before);
            for (long index : List.of(0L, 3L, 4L, 0xffff_ffffL)) {
                assertEquals(refused(EINVAL), delete(driver, key(index)));
            }
            assertEquals(found("01".repeat((int) spec.userValueSize(2))), driver.lookup(0));
        }
    }

    @Test
    void faultsOfADeleteAreToldInTheirOrder() {
        assertEquals(refused(EBADF), delete(new Driver(Platform.DEFAULT), NULL));
        assertEquals(refused(EPERM), delete(Driver.with(ARRAY.withFlags(Flags.RDONLY)), NULL));
        var driver = Driver.with(ARRAY);
        assertEquals(refused(EFAULT), delete(driver, NULL));
        driver.freeze();
        assertEquals(refused(EPERM), delete(driver, key(0)));
    }

    @Test
    void lookupAndDeleteIsNotSupportedAndTouchesNoValue() {
        for (MapSpec spec : List.of(ARRAY, PERCPU)) {
            var driver = Driver.with(spec);
            assertEquals(refused(ENOTSUPP), both(driver, key(0), 0, FITS));
            assertEquals(refused(ENOTSUPP), both(driver, key(9), 0, NOWHERE));
            assertEquals(filled(ENOTSUPP, "a5a5"), both(driver, key(0), 0, new Output.Room(2)));
        }
    }

    @Test
    void faultsOfLookupAndDeleteAreToldInTheirOrder() {
        var closed = new Driver(Platform.DEFAULT);
        assertEquals(refused(EINVAL), both(closed, NULL, 1, FITS));
        assertEquals(refused(EBADF), both(closed, NULL, Flags.LOCK, FITS));
        for (long mode : List.of(Flags.RDONLY, Flags.WRONLY)) {
            var driver = Driver.with(ARRAY.withFlags(mode));
            assertEquals(refused(EINVAL), both(driver, NULL, 1, FITS));
            assertEquals(refused(EPERM), both(driver, NULL, Flags.LOCK, FITS));
        }
        var driver = Driver.with(ARRAY);
        assertEquals(refused(EINVAL), both(driver, NULL, Flags.LOCK, FITS));
        assertEquals(refused(EFAULT), both(driver, NULL, 0, FITS));
        var locked = Driver.with(ARRAY.withLock(0));
        assertEquals(refused(ENOTSUPP), both(locked, key(0), Flags.LOCK, FITS));
        driver.freeze();
        assertEquals(refused(EPERM), both(driver, NULL, 0, FITS));
    }
}
