package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.at;
import static org.maptck.model.reference.Driver.found;
import static org.maptck.model.reference.Driver.returned;

import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Step;

class StorageTest {
    @Test
    void bytesAreZeroUntilTheyAreWritten() {
        var storage = new Storage(10_000);
        assertEquals(Bytes.zeros(10_000), storage.read(0, 10_000));
        storage.write(4090, Bytes.filled(5000, 7), 100, 4200);
        var expected =
                Bytes.zeros(4090).then(Bytes.filled(4200, 7)).then(Bytes.zeros(10_000 - 8290));
        assertEquals(expected, storage.read(0, 10_000));
        assertEquals(Bytes.hex("00000707"), storage.read(4088, 4));
    }

    @Test
    void theLastByteIsReachedInStorageOfAnySize() {
        for (long size : new long[] {1, 8, 4095, 4096, 4097, 1 << 21, (1 << 21) + 1, 1L << 33}) {
            var storage = new Storage(size);
            storage.write(size - 1, Bytes.hex("aa"), 0, 1);
            assertEquals(Bytes.hex("aa"), storage.read(size - 1, 1));
        }
    }

    @Test
    void elementsBeyondFourGibibytesAreTheirOwn() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 1 << 20, 4100));
        for (long index : new long[] {0, 4, 4096, 4099}) {
            assertEquals(DONE, driver.step(new Step.Store(A, at(index), 8, 8, at(index + 1))));
        }
        for (long index : new long[] {0, 4, 4096, 4099}) {
            assertEquals(returned(index + 1), driver.step(new Step.Load(A, at(index), 8, 8)));
        }
        assertEquals(returned(0), driver.step(new Step.Load(A, at(3), 8, 8)));
    }

    @Test
    void aLargeMapCostsWhatWasWrittenToIt() {
        var spec = MapSpec.of(MapType.ARRAY, 1 << 20, 4100);
        var drivers = new Driver[200];
        for (int i = 0; i < drivers.length; i++) {
            drivers[i] = Driver.with(spec);
            assertEquals(DONE, drivers[i].step(new Step.Store(A, at(4099), 0, 1, at(i))));
        }
        assertTrue(((drivers.length * 4100L) << 20) > Runtime.getRuntime().maxMemory());
        assertEquals(returned(199), drivers[199].step(new Step.Load(A, at(4099), 0, 1)));
        assertEquals(returned(7), drivers[7].step(new Step.Load(A, at(4099), 0, 1)));
    }

    @Test
    void neighboursAreNotTouched() {
        var driver = Driver.with(MapSpec.of(MapType.ARRAY, 3, 3));
        driver.update(0, "111111");
        driver.update(2, "222222");
        driver.update(1, "333333");
        assertEquals(found("111111"), driver.lookup(0));
        assertEquals(found("333333"), driver.lookup(1));
        assertEquals(found("222222"), driver.lookup(2));
    }
}
