package org.example;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;

/// One array map: all values in one piece, from element 0 on, each as user space sees it, which is
/// with the padding of each CPU's part.
final class MyMap {
    private static final Outcome DONE = new Outcome.Done();

    private final MapSpec spec;
    private final int valueSize;
    private final byte[] storage;
    private boolean frozen;

    MyMap(MapSpec spec) {
        this.spec = spec;
        valueSize = (int) spec.userValueSize(Platform.DEFAULT.cpuCount());
        storage = new byte[(int) (valueSize * spec.maxEntries())];
    }

    MapSpec spec() {
        return spec;
    }

    Outcome lookup(long index, long flags) {
        if (flags != 0) {
            return refused(Errno.EINVAL);
        }
        if (index >= spec.maxEntries()) {
            return refused(Errno.ENOENT);
        }
        int start = (int) index * valueSize;
        return new Outcome.Found(Bytes.of(Arrays.copyOfRange(storage, start, start + valueSize)));
    }

    Outcome update(long index, Bytes value, long flags) {
        if (frozen) {
            return refused(Errno.EPERM);
        }
        if (flags != Flags.ANY && flags != Flags.NOEXIST && flags != Flags.EXIST) {
            return refused(Errno.EINVAL);
        }
        if (index >= spec.maxEntries()) {
            return refused(Errno.E2BIG);
        }
        if (flags == Flags.NOEXIST) {
            return refused(Errno.EEXIST);
        }
        value.copyTo(0, storage, (int) index * valueSize, valueSize);
        return DONE;
    }

    Outcome delete() {
        return refused(frozen ? Errno.EPERM : Errno.EINVAL);
    }

    Outcome lookupAndDelete(long flags) {
        if (flags != 0) {
            return refused(Errno.EINVAL);
        }
        return refused(frozen ? Errno.EPERM : Errno.ENOTSUPP);
    }

    Outcome nextKey(Optional<Long> after) {
        long next = after.filter(key -> key < spec.maxEntries()).map(key -> key + 1).orElse(0L);
        return next == spec.maxEntries()
                ? refused(Errno.ENOENT)
                : new Outcome.Found(Bytes.number(next, MapSpec.KEY_SIZE, ByteOrder.LITTLE_ENDIAN));
    }

    Outcome freeze() {
        if (frozen) {
            return refused(Errno.EPERM);
        }
        frozen = true;
        return DONE;
    }

    private static Outcome refused(Errno errno) {
        return new Outcome.Refused(errno);
    }
}
