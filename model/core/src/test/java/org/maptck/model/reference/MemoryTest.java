package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.maptck.model.Errno.EACCES;
import static org.maptck.model.Errno.EBADF;
import static org.maptck.model.Errno.EBUSY;
import static org.maptck.model.Errno.EFAULT;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.Errno.ENOENT;
import static org.maptck.model.Errno.ENOMEM;
import static org.maptck.model.Errno.ENOTSUPP;
import static org.maptck.model.Errno.EOVERFLOW;
import static org.maptck.model.Errno.EPERM;
import static org.maptck.model.Protection.NONE;
import static org.maptck.model.Protection.READ;
import static org.maptck.model.Protection.READ_WRITE;
import static org.maptck.model.Protection.WRITE;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.M;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.at;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.refused;
import static org.maptck.model.reference.Driver.returned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;

class MemoryTest {
    private static final MapSpec MAPPABLE = ARRAY.withFlags(Flags.MMAPABLE);
    private static final Protection EXECUTE = Protection.of("r-x");

    private static Outcome protect(Driver driver, Protection protection) {
        return driver.does(new Command.Protect(M, protection));
    }

    private static Outcome unmap(Driver driver) {
        return driver.does(new Command.Unmap(M));
    }

    private static Outcome add(Driver driver, long offset, int width, long addend) {
        return driver.does(new Command.AddMemory(M, offset, width, addend));
    }

    @Test
    void onlyAMapCreatedForItIsMapped() {
        assertEquals(refused(EINVAL), Driver.with(ARRAY).map(READ));
        assertEquals(DONE, Driver.with(MAPPABLE).map(READ));
        assertEquals(refused(ENOTSUPP), Driver.with(PERCPU).map(READ));
        assertEquals(refused(ENOTSUPP), Driver.with(MAPPABLE.withLock(0)).map(READ));
    }

    @Test
    void onlySharedMappingsAreMade() {
        var driver = Driver.with(MAPPABLE);
        for (Protection protection : List.of(NONE, READ, WRITE, READ_WRITE)) {
            assertEquals(refused(EINVAL), driver.map(0, 4096, protection, false));
        }
    }

    @Test
    void elementsLieAStrideApartFromTheFirstByteOn() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 5, 4).withFlags(Flags.MMAPABLE));
        driver.map(READ);
        driver.update(0, "0102030405");
        driver.update(1, "1112131415");
        driver.update(3, "3132333435");
        assertEquals(
                found("0102030405000000" + "1112131415000000" + "00".repeat(8) + "3132333435"),
                driver.load(0, 29));
    }

    @Test
    void aMappingCoversWholePages() {
        var driver = Driver.with(MAPPABLE);
        assertEquals(DONE, driver.map(0, 1, READ_WRITE, true));
        assertEquals(DONE, driver.store(4088, "0102030405060708"));
        assertEquals(found("0102030405060708"), driver.load(4088, 8));
        assertEquals(refused(ENOENT), driver.lookup(511));
        assertEquals(refused(EFAULT), driver.load(4089, 8));
        assertEquals(refused(EFAULT), driver.load(-1, 1));
        assertEquals(refused(EFAULT), driver.load(0, -1));
        assertEquals(refused(EFAULT), driver.load(Long.MAX_VALUE, 8));
        assertEquals(found(""), driver.load(4096, 0));
    }

    @Test
    void noMoreIsMappedThanTheElementsNeed() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 1, 513).withFlags(Flags.MMAPABLE));
        assertEquals(DONE, driver.map(0, 8192, READ, true));
        assertEquals(refused(EINVAL), driver.map(0, 8193, READ, true));
        assertEquals(DONE, driver.map(4096, 4096, READ, true));
        assertEquals(refused(EINVAL), driver.map(4096, 4097, READ, true));
        assertEquals(refused(EINVAL), driver.map(8192, 1, READ, true));
    }

    @Test
    void aMappingShowsTheMapFromItsOffsetOn() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 8, 1024).withFlags(Flags.MMAPABLE));
        driver.update(512, "0102030405060708");
        assertEquals(DONE, driver.map(4096, 4096, READ_WRITE, true));
        assertEquals(found("0102030405060708"), driver.load(0, 8));
        driver.store(8, "1112131415161718");
        assertEquals(found("1112131415161718"), driver.lookup(513));
    }

    @Test
    void lengthAndOffsetMakeSense() {
        var driver = Driver.with(MAPPABLE);
        assertEquals(refused(EINVAL), driver.map(0, 0, READ, true));
        assertEquals(refused(EINVAL), driver.map(1, 4096, READ, true));
        assertEquals(refused(EINVAL), driver.map(2048, 4096, READ, true));
        assertEquals(refused(EOVERFLOW), driver.map(-4096, 4096, READ, true));
        assertEquals(refused(EINVAL), driver.map(-8192, 4096, READ, true));
        assertEquals(refused(EOVERFLOW), driver.map(-8192, 4097, READ, true));
        assertEquals(refused(EINVAL), driver.map(1L << 40, 4096, READ, true));
        assertEquals(refused(ENOMEM), driver.map(0, -1, READ, true));
        assertEquals(refused(ENOMEM), driver.map(0, Long.MIN_VALUE, READ, true));
    }

    @Test
    void aLongMappingMayBeRefusedForWantOfAddressesOrMemory() {
        var driver = Driver.with(MAPPABLE);
        for (Command command :
                List.of(
                        new Command.MapMemory(M, A, 0, 1L << 47, READ, true),
                        new Command.MapMemory(M, A, 0, 1L << 40, READ_WRITE, false))) {
            var permitted = driver.model.step(command);
            assertTrue(permitted.permits(refused(EINVAL)));
            assertTrue(permitted.permits(refused(ENOMEM)));
        }
    }

    @Test
    void faultsOfAMappingAreToldInTheirOrder() {
        var closed = new Driver(Platform.DEFAULT);
        assertEquals(refused(EINVAL), closed.map(1, 0, READ, true));
        assertEquals(refused(EBADF), closed.map(0, 0, READ, true));
        var writeOnly = Driver.with(MAPPABLE.withFlags(Flags.MMAPABLE | Flags.WRONLY));
        assertEquals(refused(EOVERFLOW), writeOnly.map(-4096, 4096, READ, true));
        assertEquals(refused(EACCES), writeOnly.map(0, 4096, EXECUTE, false));
        var readOnly = Driver.with(MAPPABLE.withFlags(Flags.MMAPABLE | Flags.RDONLY));
        assertEquals(refused(EACCES), readOnly.map(0, 8192, READ_WRITE, true));
        assertEquals(refused(EACCES), readOnly.map(Protection.of("rwx")));
        assertEquals(refused(EINVAL), readOnly.map(READ));
        assertEquals(refused(EINVAL), readOnly.map(NONE));
        assertEquals(refused(EPERM), Driver.with(PERCPU).map(0, 4096, EXECUTE, false));
        assertEquals(refused(ENOTSUPP), Driver.with(PERCPU).map(0, 4096, READ_WRITE, false));
        var limited = Driver.with(MAPPABLE.withFlags(Flags.MMAPABLE | Flags.RDONLY_PROG));
        assertEquals(refused(EACCES), limited.map(0, 8192, READ_WRITE, true));
        assertEquals(refused(EINVAL), limited.map(0, 8192, READ, true));
        assertEquals(DONE, limited.map(READ));
        limited.freeze();
        assertEquals(refused(EPERM), limited.map(0, 8192, READ_WRITE, true));
        assertEquals(refused(EINVAL), limited.map(0, 4096, READ_WRITE, false));
    }

    @Test
    void nothingOfAMapIsExecuted() {
        var driver = Driver.with(MAPPABLE);
        for (String protection : List.of("--x", "r-x", "-wx", "rwx")) {
            assertEquals(refused(EPERM), driver.map(Protection.of(protection)));
        }
        driver.map(READ_WRITE);
        assertEquals(refused(EACCES), protect(driver, EXECUTE));
    }

    @Test
    void aFrozenMapIsMappedReadOnlyAlone() {
        var driver = Driver.with(MAPPABLE);
        assertEquals(DONE, driver.freeze());
        assertEquals(refused(EPERM), driver.map(READ_WRITE));
        assertEquals(refused(EPERM), driver.map(WRITE));
        assertEquals(DONE, driver.map(READ));
        assertEquals(refused(EACCES), protect(driver, READ_WRITE));
    }

    @Test
    void aMappingMadeWritableBlocksFreezingUntilItIsGone() {
        var driver = Driver.with(MAPPABLE);
        driver.map(READ_WRITE);
        assertEquals(refused(EBUSY), driver.freeze());
        assertEquals(DONE, protect(driver, READ));
        assertEquals(refused(EBUSY), driver.freeze());
        assertEquals(DONE, unmap(driver));
        assertEquals(DONE, driver.freeze());
        assertEquals(refused(EPERM), driver.freeze());
    }

    @Test
    void aMappingMadeReadOnlyDoesNotBlockFreezing() {
        var driver = Driver.with(MAPPABLE);
        driver.map(READ);
        assertEquals(DONE, driver.freeze());
        assertEquals(found("00"), driver.load(0, 1));
    }

    @Test
    void freezingNeedsAWritableDescriptorAndNoLock() {
        assertEquals(refused(EBADF), new Driver(Platform.DEFAULT).freeze());
        assertEquals(refused(EPERM), Driver.with(ARRAY.withFlags(Flags.RDONLY)).freeze());
        assertEquals(DONE, Driver.with(ARRAY.withFlags(Flags.WRONLY)).freeze());
        assertEquals(refused(ENOTSUPP), Driver.with(ARRAY.withLock(0)).freeze());
        assertEquals(
                refused(ENOTSUPP), Driver.with(ARRAY.withLock(0).withFlags(Flags.RDONLY)).freeze());
    }

    @Test
    void writePermissionIsDroppedAndRegainedAtWill() {
        var driver = Driver.with(MAPPABLE);
        driver.map(WRITE);
        assertEquals(DONE, protect(driver, READ));
        assertEquals(refused(EFAULT), driver.store(0, "01"));
        assertEquals(DONE, protect(driver, READ_WRITE));
        assertEquals(DONE, driver.store(0, "01"));
        assertEquals(DONE, protect(driver, NONE));
        assertEquals(refused(EFAULT), driver.load(0, 1));
    }

    @Test
    void aMappingMadeReadOnlyStaysReadOnly() {
        for (Protection made : List.of(NONE, READ)) {
            var driver = Driver.with(MAPPABLE);
            driver.map(made);
            assertEquals(refused(EACCES), protect(driver, WRITE));
            assertEquals(DONE, protect(driver, READ));
            assertEquals(found("00"), driver.load(0, 1));
        }
    }

    @Test
    void whatCanBeWrittenCanBeRead() {
        var driver = Driver.with(MAPPABLE);
        driver.map(WRITE);
        assertEquals(DONE, driver.store(0, "0102"));
        assertEquals(found("0102"), driver.load(0, 2));
    }

    @Test
    void aStoreIsWholeOrNone() {
        var driver = Driver.with(MAPPABLE);
        driver.map(READ_WRITE);
        assertEquals(refused(EFAULT), driver.store(4092, "0102030405"));
        assertEquals(found("00000000"), driver.load(4092, 4));
    }

    @Test
    void anAddGivesTheNumberBefore() {
        var driver = Driver.with(MAPPABLE);
        driver.map(READ_WRITE);
        driver.store(0, "ffffffffffffffff");
        assertEquals(returned(0xffff_ffffL), add(driver, 0, 4, 2));
        assertEquals(returned(0xffff_ffff_0000_0001L), add(driver, 0, 8, 0xffff_ffffL));
        assertEquals(found("0000000000000000"), driver.lookup(0));
        assertEquals(refused(EFAULT), add(driver, 4096, 4, 1));
        assertEquals(refused(EINVAL), add(driver, 0, 2, 1));
        assertInstanceOf(Outcome.Unsupported.class, add(driver, 2, 4, 1));
        assertEquals(found("0000000000000000"), driver.lookup(0));
        protect(driver, READ);
        assertEquals(refused(EFAULT), add(driver, 0, 4, 1));
    }

    @Test
    void allFacesSeeTheSameMemory() {
        var driver = Driver.with(MAPPABLE);
        driver.map(READ_WRITE);
        driver.store(8, "01");
        assertEquals(returned(1), driver.step(new Step.Load(A, at(1), 0, 1)));
        driver.step(new Step.Store(A, at(1), 1, 1, at(2)));
        assertEquals(found("0102"), driver.load(8, 2));
        assertEquals(found("0102000000000000"), driver.lookup(1));
        driver.update(1, "0a0b0c0d0e0f1011");
        assertEquals(found("0a0b0c0d0e0f1011"), driver.load(8, 8));
    }

    @Test
    void aMappingOutlivesItsHandle() {
        var driver = Driver.with(MAPPABLE);
        driver.map(READ_WRITE);
        driver.store(0, "01");
        assertEquals(DONE, driver.does(new Command.Close(A)));
        assertEquals(found("01"), driver.load(0, 1));
        driver.create(A, MAPPABLE);
        assertEquals(found("0000000000000000"), driver.lookup(0));
        assertEquals(DONE, driver.freeze());
    }

    @Test
    void aMappingIsReplacedWhereTheNewOneIsMade() {
        var driver = Driver.with(MAPPABLE);
        driver.map(READ_WRITE);
        assertEquals(refused(EINVAL), driver.map(0, 8192, READ, true));
        assertEquals(DONE, driver.store(0, "01"));
        assertEquals(DONE, driver.map(READ));
        assertEquals(DONE, driver.freeze());
    }

    @Test
    void anUnboundMappingHasNoMemoryAndNothingToEnd() {
        var driver = Driver.with(MAPPABLE);
        assertEquals(refused(EFAULT), driver.load(0, 1));
        assertEquals(refused(EFAULT), driver.store(0, "01"));
        assertEquals(refused(EFAULT), add(driver, 0, 4, 1));
        assertEquals(refused(EINVAL), protect(driver, READ));
        assertEquals(refused(EINVAL), unmap(driver));
    }

    @Test
    void aResetEndsEverything() {
        var driver = Driver.with(MAPPABLE);
        driver.map(READ);
        driver.model.reset();
        assertEquals(refused(EFAULT), driver.load(0, 1));
        assertEquals(refused(EBADF), driver.lookup(0));
    }
}
