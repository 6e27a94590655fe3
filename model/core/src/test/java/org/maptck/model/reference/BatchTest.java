package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.maptck.model.Errno.E2BIG;
import static org.maptck.model.Errno.EBADF;
import static org.maptck.model.Errno.EFAULT;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.Errno.ENOENT;
import static org.maptck.model.Errno.ENOTSUPP;
import static org.maptck.model.Errno.EPERM;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.FITS;
import static org.maptck.model.reference.Driver.M;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.given;
import static org.maptck.model.reference.Driver.key;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Protection;

class BatchTest {
    private static final MapSpec SMALL = MapSpec.of(MapType.ARRAY, 2, 4);
    private static final Input NULL = new Input.Null();
    private static final Output NOWHERE = new Output.Null();
    private static final String ALL_KEYS = "00000000010000000200000003000000";
    private static final String ALL_VALUES = "00aa11aa22aa33aa";

    private static Driver small() {
        return small(SMALL);
    }

    private static Driver small(MapSpec spec) {
        var driver = Driver.with(spec);
        driver.does(update(given(ALL_KEYS), given(ALL_VALUES), 4, 0));
        return driver;
    }

    private static Command lookup(Input start, long count) {
        return new Command.LookupBatch(A, start, FITS, FITS, FITS, count, 0);
    }

    private static Command lookup(Output cursor, Output keys, Output values, long count) {
        return new Command.LookupBatch(A, NULL, cursor, keys, values, count, 0);
    }

    private static Command flagged(long flags, long count) {
        return new Command.LookupBatch(A, NULL, NOWHERE, NOWHERE, NOWHERE, count, flags);
    }

    private static Command update(Input keys, Input values, long count, long flags) {
        return new Command.UpdateBatch(A, keys, values, count, flags);
    }

    private static Outcome ok(long count, String keys, String values, String cursor) {
        return batched(Optional.empty(), count, keys, values, cursor);
    }

    private static Outcome not(Errno errno, long count, String keys, String values, String cursor) {
        return batched(Optional.of(errno), count, keys, values, cursor);
    }

    private static Outcome not(Errno errno, long count) {
        return not(errno, count, "", "", "");
    }

    private static Outcome batched(
            Optional<Errno> refusal, long count, String keys, String values, String cursor) {
        return new Outcome.Batched(
                refusal,
                count,
                Bytes.hex(keys),
                Bytes.hex(values),
                Optional.of(Bytes.hex(cursor)).filter(bytes -> bytes.size() > 0));
    }

    @Test
    void aBatchOfLookupsBeginsAtTheFirstElementOrAfterTheCursor() {
        var driver = small();
        assertEquals(
                ok(2, "0000000001000000", "00aa11aa", "01000000"), driver.does(lookup(NULL, 2)));
        assertEquals(ok(1, "02000000", "22aa", "02000000"), driver.does(lookup(key(1), 1)));
    }

    @Test
    void anUnknownCursorBeginsAgain() {
        var driver = small();
        for (long index : List.of(4L, 0xffff_ffffL)) {
            assertEquals(ok(1, "00000000", "00aa", "00000000"), driver.does(lookup(key(index), 1)));
        }
    }

    @Test
    void theEndIsToldToWhoAsksForMoreAlone() {
        var driver = small();
        assertEquals(ok(4, ALL_KEYS, ALL_VALUES, "03000000"), driver.does(lookup(NULL, 4)));
        for (long count : List.of(5L, 0xffff_ffffL)) {
            assertEquals(
                    not(ENOENT, 4, ALL_KEYS, ALL_VALUES, "03000000"),
                    driver.does(lookup(NULL, count)));
        }
    }

    @Test
    void nothingAfterTheLastElementLeavesTheCursorAlone() {
        var driver = small();
        assertEquals(not(ENOENT, 0), driver.does(lookup(key(3), 1)));
        assertEquals(
                not(ENOENT, 0),
                driver.does(new Command.LookupBatch(A, key(3), NOWHERE, FITS, FITS, 1, 0)));
    }

    @Test
    void aCountOfZeroTouchesNothing() {
        var driver = small();
        assertEquals(ok(0, "", "", ""), driver.does(flagged(0, 0)));
        assertEquals(ok(0, "", "", ""), driver.does(flagged(0, 1L << 32)));
        assertEquals(ok(0, "", "", ""), driver.does(update(NULL, NULL, 0, 0)));
    }

    @Test
    void flagsAreCheckedBeforeTheCount() {
        var driver = small();
        for (long flags : List.of(1L, 2L, 4L, 8L, 1L << 32)) {
            assertEquals(not(EINVAL, 0), driver.does(flagged(flags, 0)));
            assertEquals(not(EINVAL, 3), driver.does(flagged(flags, 3)));
            assertEquals(not(EINVAL, 3), driver.does(update(NULL, NULL, 3, flags)));
        }
    }

    @Test
    void aLockedMapTakesTheLockFlag() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 8, 2).withLock(0));
        assertEquals(
                ok(1, "", "", ""),
                driver.does(update(key(0), given("ffffffff01020304"), 1, Flags.LOCK)));
        assertEquals(
                ok(1, "00000000", "0000000001020304", "00000000"),
                driver.does(new Command.LookupBatch(A, NULL, FITS, FITS, FITS, 1, Flags.LOCK)));
    }

    @Test
    void aBadStartFaultsWithCountZero() {
        var driver = small();
        assertEquals(not(EFAULT, 0), driver.does(lookup(new Input.Unreadable(), 2)));
        assertEquals(not(EFAULT, 0), driver.does(lookup(given("000000"), 2)));
    }

    @Test
    void aFaultOnKeysOrValuesReportsNoneThoughSomeWereDelivered() {
        var driver = small();
        var keys = new Output.Room(6);
        var values = new Output.Room(3);
        assertEquals(
                not(EFAULT, 0, "000000000100", "00aaa5", ""),
                driver.does(lookup(NOWHERE, keys, values, 2)));
        assertEquals(not(EFAULT, 0, "", "00aa11", ""), driver.does(lookup(FITS, FITS, values, 2)));
        assertEquals(
                not(EFAULT, 0, "", "a5a5a5", ""), driver.does(lookup(FITS, NOWHERE, values, 2)));
    }

    @Test
    void aFaultOnTheCursorReportsWhatWasDelivered() {
        var driver = small();
        assertEquals(
                not(EFAULT, 2, "0000000001000000", "00aa11aa", ""),
                driver.does(lookup(NOWHERE, FITS, FITS, 2)));
        assertEquals(
                not(EFAULT, 2, "0000000001000000", "00aa11aa", "0100"),
                driver.does(lookup(new Output.Room(2), FITS, FITS, 2)));
    }

    @Test
    void roomsAreShownWhole() {
        var driver = small();
        assertEquals(
                ok(1, "00000000a5", "00aaa5", "00000000a5"),
                driver.does(lookup(new Output.Room(5), new Output.Room(5), new Output.Room(3), 1)));
        assertEquals(
                not(EINVAL, 1, "a5a5", "a5", ""),
                driver.does(
                        new Command.LookupBatch(
                                A,
                                NULL,
                                new Output.Room(4),
                                new Output.Room(2),
                                new Output.Room(1),
                                1,
                                1)));
    }

    @Test
    void aBatchMayFillTheMapItself() {
        var driver = small(SMALL.withFlags(Flags.MMAPABLE));
        driver.map(Protection.READ_WRITE);
        var intoTail = new Output.InMapping(M, 4000);
        var intoSecond = new Output.InMapping(M, 8);
        assertEquals(ok(2, "", "00aa0000", ""), driver.does(lookup(intoTail, intoSecond, FITS, 2)));
        assertEquals(found("01000000"), driver.load(4000, 4));
    }

    @Test
    void updatesAreAppliedInOrder() {
        var driver = small();
        assertEquals(
                ok(3, "", "", ""),
                driver.does(
                        update(given("000000000100000000000000"), given("010203040506"), 3, 0)));
        assertEquals(found("0506"), driver.lookup(0));
        assertEquals(found("0304"), driver.lookup(1));
    }

    @Test
    void updatesStopAtTheFirstThatFails() {
        var driver = small();
        assertEquals(
                not(E2BIG, 1),
                driver.does(
                        update(given("000000000900000001000000"), given("010203040506"), 3, 0)));
        assertEquals(found("0102"), driver.lookup(0));
        assertEquals(found("11aa"), driver.lookup(1));
        assertEquals(
                not(EFAULT, 2),
                driver.does(update(given("0000000001000000020000"), given("ffffffffffff"), 3, 0)));
        assertEquals(not(EFAULT, 1), driver.does(update(given(ALL_KEYS), given("eeeeee"), 4, 0)));
        assertEquals(found("eeee"), driver.lookup(0));
        assertEquals(found("ffff"), driver.lookup(1));
        assertEquals(found("22aa"), driver.lookup(2));
    }

    @Test
    void perCpuValuesComeWithASliceForEachCpu() {
        var driver = Driver.with(MapSpec.of(MapType.PERCPU_ARRAY, 2, 2));
        var values = "01".repeat(16) + "02".repeat(16);
        assertEquals(
                ok(2, "", "", ""),
                driver.does(update(given("0000000001000000"), given(values), 2, 0)));
        assertEquals(ok(2, "0000000001000000", values, "01000000"), driver.does(lookup(NULL, 2)));
    }

    @Test
    void deletingBatchesAreNotSupported() {
        var driver = small();
        for (long flags : List.of(0L, 1L)) {
            assertEquals(not(ENOTSUPP, 2), driver.does(new Command.DeleteBatch(A, NULL, 2, flags)));
            assertEquals(
                    not(ENOTSUPP, 0),
                    driver.does(new Command.LookupAndDeleteBatch(A, NULL, 0, flags)));
        }
    }

    @Test
    void descriptorAndModeAreCheckedFirst() {
        var closed = new Driver(Platform.DEFAULT);
        for (Command command : everyBatch()) {
            assertEquals(not(EBADF, 2), closed.does(command));
        }
        expectRefused(Driver.with(SMALL.withFlags(Flags.RDONLY)), 1, 2, 3);
        expectRefused(Driver.with(SMALL.withFlags(Flags.WRONLY)), 0, 3);
        var frozen = Driver.with(SMALL);
        assertEquals(DONE, frozen.freeze());
        expectRefused(frozen, 1, 2, 3);
    }

    private static void expectRefused(Driver driver, int... batches) {
        for (int batch : batches) {
            assertEquals(not(EPERM, 2), driver.does(everyBatch().get(batch)));
        }
    }

    private static List<Command> everyBatch() {
        return List.of(
                flagged(1, 2),
                update(NULL, NULL, 2, 1),
                new Command.DeleteBatch(A, NULL, 2, 1),
                new Command.LookupAndDeleteBatch(A, NULL, 2, 1));
    }

    @Test
    void anAnswerTooLargeToSpellOutIsNotSupported() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 1 << 20, 1024));
        assertInstanceOf(Outcome.Unsupported.class, driver.does(lookup(NULL, 1024)));
    }
}
