package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.maptck.model.Errno.EBADF;
import static org.maptck.model.Errno.EFAULT;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.Errno.ENOENT;
import static org.maptck.model.Errno.EPERM;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.B;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.FITS;
import static org.maptck.model.reference.Driver.M;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.filled;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.given;
import static org.maptck.model.reference.Driver.key;
import static org.maptck.model.reference.Driver.refused;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Protection;

class LookupTest {
    private static final Input NULL = new Input.Null();
    private static final Output NOWHERE = new Output.Null();

    @Test
    void aNewMapIsAllZero() {
        assertEquals(found("0000000000000000"), Driver.with(ARRAY).lookup(3));
        assertEquals(found("00".repeat(16)), Driver.with(PERCPU).lookup(3));
    }

    @Test
    void anElementIsWhatWasWritten() {
        var driver = Driver.with(ARRAY);
        assertEquals(DONE, driver.update(2, "0102030405060708"));
        assertEquals(found("0102030405060708"), driver.lookup(2));
        assertEquals(found("0000000000000000"), driver.lookup(1));
        assertEquals(found("0000000000000000"), driver.lookup(3));
    }

    @Test
    void twoMapsShareNothing() {
        var driver = Driver.with(ARRAY);
        assertEquals(DONE, driver.create(B, ARRAY));
        driver.update(0, "0102030405060708");
        assertEquals(
                found("0000000000000000"), driver.does(new Command.Lookup(B, key(0), 0, FITS)));
    }

    @Test
    void anIndexFromTheNumberOfElementsOnDoesNotExist() {
        var driver = Driver.with(ARRAY);
        for (long index : List.of(4L, 5L, 1L << 31, 0xffff_ffffL)) {
            assertEquals(refused(ENOENT), driver.lookup(index));
        }
    }

    @Test
    void allBitsOfAKeyCountInTheOrderOfTheMachine() {
        var little = Driver.with(MapSpec.of(MapType.ARRAY, 1, 512));
        little.update(256, "aa");
        assertEquals(found("aa"), little.lookup(given("00010000"), 0, FITS));
        var p = Platform.DEFAULT;
        var big =
                new Driver(
                        new Platform(
                                p.pageSize(),
                                p.possibleCpus(),
                                p.onlineCpus(),
                                p.wordSize(),
                                ByteOrder.BIG_ENDIAN,
                                p.kernel(),
                                p.memory()));
        big.create(A, MapSpec.of(MapType.ARRAY, 1, 512));
        big.update(given("00000100"), given("bb"), 0);
        assertEquals(found("bb"), big.lookup(given("00000100"), 0, FITS));
        assertEquals(refused(ENOENT), big.lookup(given("00010000"), 0, FITS));
    }

    @Test
    void theOnlyFlagIsTheLockFlagAndItNeedsALock() {
        var plain = Driver.with(ARRAY);
        var locked = Driver.with(ARRAY.withLock(0));
        for (int bit = 0; bit < 64; bit++) {
            assertEquals(refused(EINVAL), plain.lookup(key(0), 1L << bit, FITS));
            var expected = bit == 2 ? found("0000000000000000") : refused(EINVAL);
            assertEquals(expected, locked.lookup(key(0), 1L << bit, FITS));
        }
    }

    @Test
    void aKeyThatCannotBeReadFaults() {
        var driver = Driver.with(ARRAY);
        for (Input key : List.of(NULL, new Input.Unreadable(), given("000000"), given(""))) {
            assertEquals(refused(EFAULT), driver.lookup(key, 0, FITS));
        }
        assertEquals(found("0000000000000000"), driver.lookup(given("00000000ff"), 0, FITS));
    }

    @Test
    void aRoomIsFilledUpToItsEndAndNotBeyondTheValue() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 5, 1));
        driver.update(0, "0102030405");
        assertEquals(filled("0102030405"), driver.lookup(key(0), 0, new Output.Room(5)));
        assertEquals(filled("0102030405a5a5"), driver.lookup(key(0), 0, new Output.Room(7)));
        assertEquals(filled(EFAULT, "010203"), driver.lookup(key(0), 0, new Output.Room(3)));
        assertEquals(filled(EFAULT, ""), driver.lookup(key(0), 0, new Output.Room(0)));
    }

    @Test
    void aRefusedLookupLeavesTheRoomAlone() {
        var driver = Driver.with(ARRAY);
        var room = new Output.Room(3);
        assertEquals(filled(ENOENT, "a5a5a5"), driver.lookup(key(4), 0, room));
        assertEquals(filled(EFAULT, "a5a5a5"), driver.lookup(NULL, 0, room));
        assertEquals(filled(EINVAL, "a5a5a5"), driver.lookup(key(0), 1, room));
        assertEquals(filled(EBADF, "a5a5a5"), driver.does(new Command.Lookup(B, key(0), 0, room)));
    }

    @Test
    void faultsAreToldInTheirOrder() {
        var closed = new Driver(Platform.DEFAULT);
        assertEquals(refused(EINVAL), closed.lookup(NULL, 1, NOWHERE));
        assertEquals(refused(EBADF), closed.lookup(NULL, Flags.LOCK, NOWHERE));
        var writeOnly = Driver.with(ARRAY.withFlags(Flags.WRONLY));
        assertEquals(refused(EINVAL), writeOnly.lookup(NULL, 1, NOWHERE));
        assertEquals(refused(EPERM), writeOnly.lookup(NULL, Flags.LOCK, NOWHERE));
        var driver = Driver.with(ARRAY);
        assertEquals(refused(EINVAL), driver.lookup(NULL, Flags.LOCK, NOWHERE));
        assertEquals(refused(EFAULT), driver.lookup(NULL, 0, NOWHERE));
        assertEquals(refused(ENOENT), driver.lookup(key(4), 0, NOWHERE));
        assertEquals(refused(EFAULT), driver.lookup(key(3), 0, NOWHERE));
    }

    @Test
    void aReadOnlyOrFrozenMapIsLookedUpAsEver() {
        var driver = Driver.with(ARRAY.withFlags(Flags.RDONLY_PROG));
        driver.update(0, "0102030405060708");
        assertEquals(DONE, driver.freeze());
        assertEquals(found("0102030405060708"), driver.lookup(0));
        assertEquals(
                found("0000000000000000"), Driver.with(ARRAY.withFlags(Flags.RDONLY)).lookup(0));
        assertEquals(
                found("0000000000000000"),
                Driver.with(ARRAY.withFlags(Flags.WRONLY_PROG)).lookup(0));
    }

    @Test
    void aValueMayGoIntoTheMapItself() {
        var driver = Driver.with(ARRAY.withFlags(Flags.MMAPABLE));
        driver.update(0, "0102030405060708");
        driver.map(Protection.READ_WRITE);
        assertEquals(DONE, driver.lookup(key(0), 0, new Output.InMapping(M, 8)));
        assertEquals(found("0102030405060708"), driver.lookup(1));
        assertEquals(refused(EFAULT), driver.lookup(key(0), 0, new Output.InMapping(M, 4091)));
        assertEquals(found("0102030405"), driver.load(4091, 5));
        assertEquals(refused(EFAULT), driver.lookup(key(0), 0, new Output.InMapping(M, 4096)));
        assertEquals(refused(EFAULT), driver.lookup(key(0), 0, new Output.InMapping(M, -1)));
    }

    @Test
    void aReadOnlyMappingTakesNoValue() {
        var driver = Driver.with(ARRAY.withFlags(Flags.MMAPABLE));
        driver.map(Protection.READ);
        assertEquals(refused(EFAULT), driver.lookup(key(0), 0, new Output.InMapping(M, 0)));
    }

    @Test
    void aKeyMayComeOutOfAMapping() {
        var driver = Driver.with(ARRAY.withFlags(Flags.MMAPABLE));
        driver.update(0, "0300000000000000");
        driver.update(3, "aa00000000000000");
        driver.map(Protection.READ);
        assertEquals(found("aa00000000000000"), driver.lookup(new Input.InMapping(M, 0), 0, FITS));
        assertEquals(refused(EFAULT), driver.lookup(new Input.InMapping(M, 4093), 0, FITS));
        driver.does(new Command.Protect(M, Protection.NONE));
        assertEquals(refused(EFAULT), driver.lookup(new Input.InMapping(M, 0), 0, FITS));
    }

    @Test
    void aValueTooLargeToSpellOutIsNotSupported() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, Integer.MAX_VALUE, 1));
        assertInstanceOf(Outcome.Unsupported.class, driver.lookup(0));
        assertEquals(refused(ENOENT), driver.lookup(1));
    }
}
