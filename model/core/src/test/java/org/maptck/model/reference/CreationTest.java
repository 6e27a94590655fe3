package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.maptck.model.Errno.E2BIG;
import static org.maptck.model.Errno.EACCES;
import static org.maptck.model.Errno.EBADF;
import static org.maptck.model.Errno.EFAULT;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.Errno.ENOMEM;
import static org.maptck.model.Errno.EOPNOTSUPP;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.refused;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;

class CreationTest {
    private static final long TWO_GIB = 1L << 31;

    private final Driver driver = new Driver(Platform.DEFAULT);

    private void made(MapSpec spec) {
        assertEquals(DONE, driver.create(A, spec), spec::toString);
    }

    private void not(Errno errno, MapSpec spec) {
        assertEquals(refused(errno), driver.create(A, spec), spec::toString);
    }

    @Test
    void aKeyHasFourBytes() {
        for (int size : List.of(0, 1, 2, 3, 5, 8)) {
            not(EINVAL, ARRAY.withKeySize(size));
            not(EINVAL, PERCPU.withKeySize(size));
        }
    }

    @Test
    void aValueHasAtLeastOneByte() {
        not(EINVAL, MapSpec.of(MapType.ARRAY, 0, 4));
        not(EINVAL, MapSpec.of(MapType.PERCPU_ARRAY, 0, 4));
        made(MapSpec.of(MapType.ARRAY, 1, 4));
    }

    @Test
    void aMapHasAtLeastOneElement() {
        not(EINVAL, MapSpec.of(MapType.ARRAY, 8, 0));
        not(EINVAL, MapSpec.of(MapType.PERCPU_ARRAY, 8, 0));
        made(MapSpec.of(MapType.PERCPU_ARRAY, 8, 1));
    }

    @Test
    void aValueOfAnArrayHasLessThanTwoGibibytes() {
        assertTrue(
                driver.model
                        .step(new Command.Create(A, MapSpec.of(MapType.ARRAY, TWO_GIB - 1, 1)))
                        .permits(DONE));
        not(E2BIG, MapSpec.of(MapType.ARRAY, TWO_GIB, 1));
        not(E2BIG, MapSpec.of(MapType.ARRAY, 0xffff_ffffL, 1));
    }

    @Test
    void aPerCpuValueHasAtMostThirtyTwoKibibytesRoundedUpToAPage() {
        made(MapSpec.of(MapType.PERCPU_ARRAY, 32768, 1));
        not(E2BIG, MapSpec.of(MapType.PERCPU_ARRAY, 32769, 1));
        var largePages = new Driver(withPages(65536));
        assertEquals(DONE, largePages.create(A, MapSpec.of(MapType.PERCPU_ARRAY, 65536, 1)));
        assertEquals(
                refused(E2BIG), largePages.create(A, MapSpec.of(MapType.PERCPU_ARRAY, 65537, 1)));
    }

    private static Platform withPages(int size) {
        var p = Platform.DEFAULT;
        return new Platform(
                size,
                p.possibleCpus(),
                p.onlineCpus(),
                p.wordSize(),
                p.byteOrder(),
                p.kernel(),
                p.memory());
    }

    @Test
    void anUnknownTypeIsInvalid() {
        not(EINVAL, MapSpec.of(MapType.UNKNOWN, 8, 4));
    }

    @Test
    void anArrayTakesSevenFlagsAlone() {
        var taken =
                List.of(
                        Flags.NUMA_NODE,
                        Flags.RDONLY,
                        Flags.WRONLY,
                        Flags.RDONLY_PROG,
                        Flags.WRONLY_PROG,
                        Flags.MMAPABLE,
                        Flags.INNER_MAP);
        LongStream.range(0, 32)
                .map(bit -> 1L << bit)
                .forEach(flag -> expect(taken.contains(flag), ARRAY.withFlags(flag)));
    }

    @Test
    void aPerCpuArrayTakesFourFlagsAlone() {
        var taken = List.of(Flags.RDONLY, Flags.WRONLY, Flags.RDONLY_PROG, Flags.WRONLY_PROG);
        LongStream.range(0, 32)
                .map(bit -> 1L << bit)
                .forEach(flag -> expect(taken.contains(flag), PERCPU.withFlags(flag)));
    }

    private void expect(boolean made, MapSpec spec) {
        if (made) {
            made(spec);
        } else {
            not(EINVAL, spec);
        }
    }

    @Test
    void oneSideIsNotBothReadOnlyAndWriteOnly() {
        not(EINVAL, ARRAY.withFlags(Flags.RDONLY | Flags.WRONLY));
        not(EINVAL, PERCPU.withFlags(Flags.RDONLY_PROG | Flags.WRONLY_PROG));
        made(ARRAY.withFlags(Flags.RDONLY | Flags.WRONLY_PROG));
        made(PERCPU.withFlags(Flags.WRONLY | Flags.RDONLY_PROG));
    }

    @Test
    void aNodeCountsWithItsFlagAlone() {
        made(ARRAY.withNumaNode(1024));
        made(ARRAY.withFlags(Flags.NUMA_NODE).withNumaNode(0));
        not(EINVAL, ARRAY.withFlags(Flags.NUMA_NODE).withNumaNode(1));
        not(EINVAL, ARRAY.withFlags(Flags.NUMA_NODE).withNumaNode(-2));
        made(ARRAY.withFlags(Flags.NUMA_NODE).withNumaNode(-1));
    }

    @Test
    void aPerCpuArrayTakesNoNodeButNoPreference() {
        not(EINVAL, PERCPU.withFlags(Flags.NUMA_NODE).withNumaNode(0));
        made(PERCPU.withFlags(Flags.NUMA_NODE).withNumaNode(-1));
    }

    @Test
    void arraysHaveNoExtraField() {
        not(EINVAL, ARRAY.withMapExtra(1));
        not(EINVAL, PERCPU.withMapExtra(Long.MIN_VALUE));
    }

    @Test
    void aNameHasUpToFifteenLettersDigitsUnderscoresAndDots() {
        made(ARRAY.withName("abcXYZ019_.abcd"));
        not(EINVAL, ARRAY.withName("abcXYZ019_.abcde"));
        for (String name : List.of("-", "a b", "/", ":", "\n", "\u007f", "@", "[", "`", "{", "^")) {
            not(EINVAL, ARRAY.withName(name));
        }
    }

    @Test
    void aNameMayHaveAccentedLatinLetters() {
        made(ARRAY.withName("\u00c0\u00e9\u00ff"));
        for (String name : List.of("\u00d7", "\u00f7", "\u00b5", "\u00bf", "\u20ac")) {
            not(EINVAL, ARRAY.withName(name));
        }
    }

    @Test
    void aNameEndsAtItsFirstZero() {
        made(ARRAY.withName("ab\0-/and far too long for a name"));
        assertEquals(new MapInfo(MapType.ARRAY, 4, 8, 4, 0, "ab"), described().withId(0));
    }

    private MapInfo described() {
        var outcome = driver.does(new Command.GetInfo(A));
        return assertInstanceOf(Outcome.Described.class, outcome).info();
    }

    @Test
    void aMapTellsWhatItWasCreatedWithButNotTheModeOfItsDescriptor() {
        made(PERCPU.withName("counts").withFlags(Flags.WRONLY | Flags.RDONLY_PROG));
        assertEquals(
                new MapInfo(MapType.PERCPU_ARRAY, 4, 8, 4, Flags.RDONLY_PROG, "counts"),
                described().withId(0));
    }

    @Test
    void askingAClosedHandleIsABadDescriptorInABadState() {
        assertEquals(refused(Errno.EBADFD), driver.does(new Command.GetInfo(A)));
    }

    @Test
    void moreThanAllMemoryIsRefused() {
        not(ENOMEM, MapSpec.of(MapType.ARRAY, 1 << 20, 8193));
        not(ENOMEM, MapSpec.of(MapType.ARRAY, TWO_GIB - 1, 0xffff_ffffL));
        not(ENOMEM, MapSpec.of(MapType.PERCPU_ARRAY, 32768, 0xffff_ffffL));
    }

    @Test
    void muchOfTheMemoryIsGivenOrRefused() {
        var create = new Command.Create(A, MapSpec.of(MapType.ARRAY, 1 << 20, 4100));
        var permitted = assertInstanceOf(Permitted.OneOf.class, driver.model.step(create));
        assertEquals(List.of(DONE, refused(ENOMEM)), permitted.outcomes());
    }

    @Test
    void aHandleKeepsItsMapWhereAnotherWasRefused() {
        made(ARRAY);
        driver.update(0, "0102030405060708");
        not(EINVAL, ARRAY.withKeySize(5));
        assertEquals(found("0102030405060708"), driver.lookup(0));
        driver.model.step(new Command.Create(A, MapSpec.of(MapType.ARRAY, 1 << 20, 4100)));
        driver.model.settle(refused(ENOMEM));
        assertEquals(found("0102030405060708"), driver.lookup(0));
    }

    @Test
    void aHandleHasTheNewMapWhereItWasGiven() {
        made(ARRAY);
        driver.model.step(new Command.Create(A, MapSpec.of(MapType.ARRAY, 1 << 20, 4100)));
        driver.model.settle(DONE);
        assertEquals(refused(Errno.ENOENT), driver.lookup(4100));
        assertInstanceOf(Outcome.Found.class, driver.lookup(4099));
    }

    @Test
    void anUnboundHandleStaysUnboundWhereItsMapWasNotGiven() {
        driver.model.step(new Command.Create(A, ARRAY));
        driver.model.settle(new Outcome.Unsupported("too much memory"));
        assertEquals(refused(EBADF), driver.lookup(0));
    }

    @Test
    void aLockFitsAndIsAligned() {
        made(ARRAY.withLock(0));
        made(ARRAY.withLock(4));
        for (int offset : List.of(5, 6, 8, 12, -1, -4)) {
            not(EINVAL, ARRAY.withLock(offset));
        }
        for (int offset : List.of(1, 2, 3)) {
            not(EFAULT, ARRAY.withLock(offset));
        }
    }

    @Test
    void aLockGoesNeitherWithLimitsForProgramsNorWithPerCpuArrays() {
        not(EACCES, ARRAY.withLock(0).withFlags(Flags.RDONLY_PROG));
        not(EACCES, ARRAY.withLock(0).withFlags(Flags.WRONLY_PROG));
        not(EOPNOTSUPP, PERCPU.withLock(0));
        not(EACCES, PERCPU.withLock(0).withFlags(Flags.WRONLY_PROG));
    }

    @Test
    void ofSeveralFaultsTheFirstInOrderIsTold() {
        not(EFAULT, ARRAY.withLock(2).withMapExtra(1));
        not(EINVAL, MapSpec.of(MapType.ARRAY, TWO_GIB, 4).withKeySize(8));
        not(EINVAL, MapSpec.of(MapType.ARRAY, TWO_GIB, 4).withFlags(1));
        not(EINVAL, MapSpec.of(MapType.PERCPU_ARRAY, 32769, 0));
        not(EINVAL, MapSpec.of(MapType.PERCPU_ARRAY, 32769, 4).withFlags(Flags.MMAPABLE));
        not(E2BIG, MapSpec.of(MapType.ARRAY, TWO_GIB, 4).withName("-"));
        not(E2BIG, MapSpec.of(MapType.PERCPU_ARRAY, 32769, 0xffff_ffffL).withName("-"));
        not(ENOMEM, MapSpec.of(MapType.ARRAY, 1 << 20, 1 << 20).withName("-"));
        not(EINVAL, PERCPU.withLock(0).withName("-"));
    }

    @Test
    void aBadNameMayComeBeforeOrAfterWantOfMemory() {
        var create = new Command.Create(A, MapSpec.of(MapType.ARRAY, 1 << 20, 4100).withName("-"));
        var permitted = driver.model.step(create);
        assertTrue(permitted.permits(refused(EINVAL)));
        assertTrue(permitted.permits(refused(ENOMEM)));
        assertEquals(refused(EBADF), driver.lookup(0));
    }

    @Test
    void aClosedHandleIsABadDescriptor() {
        made(ARRAY);
        assertEquals(DONE, driver.does(new Command.Close(A)));
        assertEquals(refused(EBADF), driver.does(new Command.Close(A)));
        assertEquals(refused(EBADF), driver.lookup(0));
    }
}
