package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.maptck.model.Errno.E2BIG;
import static org.maptck.model.Errno.EACCES;
import static org.maptck.model.Errno.EBADF;
import static org.maptck.model.Errno.EBUSY;
import static org.maptck.model.Errno.EEXIST;
import static org.maptck.model.Errno.EFAULT;
import static org.maptck.model.Errno.EINVAL;
import static org.maptck.model.Errno.ENODEV;
import static org.maptck.model.Errno.ENOMEM;
import static org.maptck.model.Errno.ENOTSUPP;
import static org.maptck.model.Errno.EPERM;
import static org.maptck.model.Errno.ERANGE;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.B;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.FITS;
import static org.maptck.model.reference.Driver.PERCPU;
import static org.maptck.model.reference.Driver.at;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.given;
import static org.maptck.model.reference.Driver.key;
import static org.maptck.model.reference.Driver.refused;

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
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;
import org.maptck.model.Version;

class KernelVersionsTest {
    private static final Input NULL = new Input.Null();
    private static final String ONES = "01".repeat(8);
    private static final String TWOS = "02".repeat(8);

    private static Driver on(String version, MapSpec spec) {
        return Driver.with(spec, Version.of(version));
    }

    private static Outcome create(String version, MapSpec spec) {
        return new Driver(Platform.DEFAULT.withKernel(Version.of(version))).create(A, spec);
    }

    private static void since(String before, String version, Errno refusal, MapSpec spec) {
        assertEquals(refused(refusal), create(before, spec), spec::toString);
        assertEquals(DONE, create(version, spec), spec::toString);
    }

    private static Outcome counted(Errno errno, long count) {
        return new Outcome.Batched(
                Optional.of(errno), count, Bytes.EMPTY, Bytes.EMPTY, Optional.empty());
    }

    private static Command batch(Driver driver) {
        assertEquals(found("00".repeat(16)).getClass(), driver.lookup(0).getClass());
        return new Command.LookupBatch(A, NULL, FITS, FITS, FITS, 1, 0);
    }

    @Test
    void typesAndFlagsOfCreationCameOneByOne() {
        since("3.18", "3.19", EINVAL, ARRAY);
        since("4.5", "4.6", EINVAL, PERCPU);
        since("4.13", "4.14", EINVAL, ARRAY.withFlags(Flags.NUMA_NODE));
        since("4.14", "4.15", EINVAL, ARRAY.withFlags(Flags.RDONLY));
        since("4.14", "4.15", EINVAL, PERCPU.withFlags(Flags.WRONLY));
        since("5.1", "5.2", EINVAL, ARRAY.withFlags(Flags.RDONLY_PROG));
        since("5.1", "5.2", EINVAL, PERCPU.withFlags(Flags.WRONLY_PROG));
        since("5.4", "5.5", EINVAL, ARRAY.withFlags(Flags.MMAPABLE));
        since("5.9", "5.10", EINVAL, ARRAY.withFlags(Flags.INNER_MAP));
        since("4.14", "4.15", EINVAL, ARRAY.withName("a"));
        since("5.1", "5.2", EINVAL, ARRAY.withName("a.b"));
    }

    @Test
    void largeValuesCameWith60() {
        since("5.19", "6.0", E2BIG, MapSpec.of(MapType.ARRAY, (4 << 20) + 1, 1));
        assertEquals(DONE, create("5.19", MapSpec.of(MapType.ARRAY, 4 << 20, 1)));
    }

    @Test
    void aPerCpuValueThatIsTooBigWasWantOfMemoryBefore612() {
        var spec = MapSpec.of(MapType.PERCPU_ARRAY, 32769, 1);
        assertEquals(refused(ENOMEM), create("6.11", spec));
        assertEquals(refused(ENOMEM), create("6.11", spec.withName("-")));
        assertEquals(refused(E2BIG), create("6.12", spec));
    }

    @Test
    void locksCameWith51() {
        var old = on("5.0", ARRAY.withLock(0));
        assertEquals(refused(EINVAL), old.lookup(key(0), Flags.LOCK, FITS));
        assertEquals(refused(EFAULT), old.update(NULL, NULL, Flags.LOCK));
        assertEquals(refused(EINVAL), old.update(key(4), given(ONES), Flags.LOCK));
        assertEquals(DONE, old.update(0, ONES));
        assertEquals(found(ONES), old.lookup(0));
        assertEquals(DONE, create("5.0", PERCPU.withLock(0)));
        var young = on("5.1", ARRAY.withLock(0));
        assertEquals(DONE, young.update(key(0), given(ONES), Flags.LOCK));
        assertEquals(found("0000000001010101"), young.lookup(0));
    }

    @Test
    void aWalkWithoutKeyCameWith412() {
        var first = new Command.NextKey(A, NULL, FITS);
        assertEquals(refused(EFAULT), on("4.11", ARRAY).does(first));
        assertEquals(found("00000000"), on("4.12", ARRAY).does(first));
    }

    @Test
    void commandsCameOneByOne() {
        var both = new Command.LookupAndDelete(A, key(0), 0, FITS);
        assertEquals(refused(EINVAL), on("4.19", ARRAY).does(both));
        assertEquals(refused(ENOTSUPP), on("4.20", ARRAY).does(both));
        var info = new Command.GetInfo(A);
        assertEquals(refused(EINVAL), on("4.12", ARRAY).does(info));
        assertInstanceOf(Outcome.Described.class, on("4.13", ARRAY).does(info));
        assertEquals(refused(EINVAL), on("5.1", ARRAY).freeze());
        assertEquals(DONE, on("5.2", ARRAY).freeze());
    }

    @Test
    void lookupAndDeleteKnowsTheLockFlagSince514() {
        var both = new Command.LookupAndDelete(B, key(0), Flags.LOCK, FITS);
        assertEquals(refused(EINVAL), on("5.13", ARRAY).does(both));
        assertEquals(refused(EBADF), on("5.14", ARRAY).does(both));
    }

    @Test
    void batchesCameWith56AndForPerCpuArraysWith513() {
        for (Command command :
                List.of(
                        new Command.LookupBatch(B, NULL, FITS, FITS, FITS, 1, 0),
                        new Command.UpdateBatch(B, NULL, NULL, 1, 0),
                        new Command.DeleteBatch(B, NULL, 1, 0),
                        new Command.LookupAndDeleteBatch(B, NULL, 1, 0))) {
            assertEquals(counted(EINVAL, 1), on("5.5", ARRAY).does(command));
            assertEquals(counted(EBADF, 1), on("5.6", ARRAY).does(command));
        }
        var old = on("5.5", ARRAY);
        assertEquals(counted(EINVAL, 1), old.does(batch(old)));
        assertEquals(counted(EINVAL, 1), old.does(new Command.UpdateBatch(A, NULL, NULL, 1, 0)));
        assertEquals(counted(EINVAL, 1), old.does(new Command.DeleteBatch(A, NULL, 1, 0)));
        var percpu = on("5.12", PERCPU);
        assertEquals(counted(ENOTSUPP, 1), percpu.does(batch(percpu)));
        assertEquals(
                counted(ENOTSUPP, 1), percpu.does(new Command.UpdateBatch(A, NULL, NULL, 1, 0)));
        assertEquals(
                counted(EFAULT, 0),
                on("5.13", PERCPU).does(new Command.UpdateBatch(A, NULL, NULL, 1, 0)));
    }

    @Test
    void mappingsBecameStricter() {
        var large = MapSpec.of(MapType.ARRAY, 8, 1024).withFlags(Flags.MMAPABLE);
        assertEquals(refused(ENODEV), on("5.4", ARRAY).map(Protection.READ));
        assertEquals(refused(EINVAL), on("5.6", large).map(4096, 4096, Protection.READ, true));
        assertEquals(DONE, on("5.7", large).map(4096, 4096, Protection.READ, true));
        var limited = large.withFlags(Flags.MMAPABLE | Flags.RDONLY_PROG);
        assertEquals(DONE, on("5.6", limited).map(Protection.READ_WRITE));
        assertEquals(refused(EACCES), on("5.7", limited).map(Protection.READ_WRITE));
        var widen = new Command.Protect(Driver.M, Protection.READ_WRITE);
        assertEquals(DONE, mapped("5.6", large).does(widen));
        assertEquals(refused(EACCES), mapped("5.7", large).does(widen));
        assertEquals(DONE, on("6.15", large).map(Protection.of("r-x")));
        assertEquals(refused(EPERM), on("6.16", large).map(Protection.of("r-x")));
    }

    private static Driver mapped(String version, MapSpec spec) {
        var driver = on(version, spec);
        assertEquals(DONE, driver.map(Protection.READ));
        return driver;
    }

    @Test
    void freezingBecameAWriteWith65() {
        var readOnly = ARRAY.withFlags(Flags.RDONLY);
        assertEquals(DONE, on("6.4", readOnly).freeze());
        assertEquals(refused(EPERM), on("6.5", readOnly).freeze());
        var twice = on("6.4", ARRAY);
        twice.freeze();
        assertEquals(refused(EBUSY), twice.freeze());
    }

    @Test
    void aLockedMapFrozeBefore62() {
        assertEquals(DONE, on("6.1", ARRAY.withLock(0)).freeze());
        assertEquals(refused(ENOTSUPP), on("6.2", ARRAY.withLock(0)).freeze());
    }

    @Test
    void stepsOfProgramsCameOneByOne() {
        stepSince("5.11", "5.12", ARRAY, new Step.AtomicAdd(A, at(0), 0, 8, at(1)));
        stepSince("5.12", "5.13", ARRAY, new Step.ForEach(A, 0, 0));
        stepSince("5.18", "5.19", PERCPU, new Step.LookupPercpu(A, at(0), 0));
        stepSince("5.18", "5.19", PERCPU, new Step.StorePercpu(A, at(0), 0, 0, 1, at(0)));
        stepSince("5.0", "5.1", ARRAY.withLock(0), new Step.LockedStore(A, at(0), Bytes.zeros(8)));
    }

    private static void stepSince(String before, String version, MapSpec spec, Step step) {
        assertEquals(refused(EINVAL), on(before, spec).run(0, step));
        assertInstanceOf(Outcome.Ran.class, on(version, spec).run(0, step));
    }

    @Test
    void oneCpuCanBeNamedSince70() {
        var driver = on("7.0", PERCPU);
        assertEquals(DONE, driver.update(key(0), given(ONES), Flags.CPU | (1L << 32)));
        assertEquals(found("00".repeat(8) + ONES), driver.lookup(0));
        assertEquals(found(ONES), driver.lookup(key(0), Flags.CPU | (1L << 32), FITS));
        assertEquals(found("00".repeat(8)), driver.lookup(key(0), Flags.CPU, FITS));
        assertEquals(DONE, driver.update(key(0), given(TWOS), Flags.ALL_CPUS));
        assertEquals(found(TWOS + TWOS), driver.lookup(0));
        assertEquals(refused(ERANGE), driver.lookup(NULL, Flags.CPU | (2L << 32), FITS));
        assertEquals(refused(ERANGE), driver.update(NULL, NULL, Flags.CPU | (2L << 32)));
    }

    @Test
    void cpuFlagsHaveTheirOwnRules() {
        var driver = on("7.0", PERCPU);
        assertEquals(refused(EINVAL), driver.lookup(key(0), Flags.ALL_CPUS, FITS));
        assertEquals(refused(EINVAL), driver.update(NULL, NULL, Flags.CPU | Flags.ALL_CPUS));
        assertEquals(refused(EINVAL), driver.update(NULL, NULL, 1L << 32));
        assertEquals(refused(EINVAL), driver.lookup(NULL, 1L << 32, FITS));
        var plain = on("7.0", ARRAY);
        assertEquals(refused(EINVAL), plain.lookup(NULL, Flags.CPU, FITS));
        assertEquals(refused(EINVAL), plain.update(NULL, NULL, Flags.ALL_CPUS));
        assertEquals(refused(EINVAL), on("6.19", PERCPU).lookup(NULL, Flags.CPU, FITS));
    }

    @Test
    void batchesKnowCpuFlagsSince70() {
        var driver = on("7.0", PERCPU);
        var update =
                new Command.UpdateBatch(
                        A, given("0000000001000000"), given(ONES + TWOS), 2, Flags.ALL_CPUS);
        var done =
                new Outcome.Batched(
                        Optional.empty(), 2, Bytes.EMPTY, Bytes.EMPTY, Optional.empty());
        assertEquals(done, driver.does(update));
        assertEquals(found(TWOS + TWOS), driver.lookup(1));
        var lookup = new Command.LookupBatch(A, NULL, FITS, FITS, FITS, 2, Flags.CPU);
        assertEquals(
                new Outcome.Batched(
                        Optional.empty(),
                        2,
                        Bytes.hex("0000000001000000"),
                        Bytes.hex(ONES + TWOS),
                        Optional.of(Bytes.hex("01000000"))),
                driver.does(lookup));
        assertEquals(
                counted(EINVAL, 1),
                driver.does(new Command.LookupBatch(A, NULL, FITS, FITS, FITS, 1, Flags.ALL_CPUS)));
    }

    @Test
    void lookupFlagsAreCheckedLaterSince619() {
        var closed = new Command.Lookup(B, NULL, 1, FITS);
        assertEquals(refused(EINVAL), on("6.18", ARRAY).does(closed));
        assertEquals(refused(EBADF), on("6.19", ARRAY).does(closed));
        var writeOnly = ARRAY.withFlags(Flags.WRONLY);
        assertEquals(refused(EINVAL), on("6.18", writeOnly).lookup(NULL, 1, FITS));
        assertEquals(refused(EPERM), on("6.19", writeOnly).lookup(NULL, 1, FITS));
        assertEquals(refused(EINVAL), on("6.19", ARRAY).lookup(NULL, 1, FITS));
    }

    @Test
    void paddingIsDroppedSince70() {
        var spec = MapSpec.of(MapType.PERCPU_ARRAY, 5, 1);
        var value = "0102030405a1a2a31112131415b1b2b3";
        var old = on("6.19", spec);
        old.update(0, value);
        assertEquals(found(value), old.lookup(0));
        var young = on("7.0", spec);
        young.update(0, value);
        assertEquals(found("01020304050000001112131415000000"), young.lookup(0));
    }

    @Test
    void perCpuUpdatesTakeLooseFlagsSince70() {
        var driver = on("7.0", PERCPU);
        var all = given(ONES + TWOS);
        assertEquals(DONE, driver.update(key(0), all, Flags.NOEXIST | Flags.EXIST));
        assertEquals(found(ONES + TWOS), driver.lookup(0));
        assertEquals(DONE, driver.update(key(0), given(TWOS), Flags.NOEXIST | Flags.CPU));
        assertEquals(found(TWOS + TWOS), driver.lookup(0));
        assertEquals(refused(EEXIST), driver.update(key(0), all, Flags.NOEXIST));
        assertEquals(refused(E2BIG), driver.update(key(4), all, 3));
        assertEquals(refused(EINVAL), driver.update(key(0), all, Flags.ALL_CPUS | 1));
        assertEquals(refused(EINVAL), driver.update(key(0), all, 32));
        assertEquals(refused(EINVAL), on("7.0", ARRAY).update(key(0), all, 3));
        assertEquals(refused(EINVAL), driver.step(new Step.Update(A, at(0), Bytes.zeros(8), 3)));
    }
}
