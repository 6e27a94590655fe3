package org.maptck.benchmarks.calls;

import java.util.TreeMap;

/// Which addresses new memory is asked for at: always the lowest free ones of a region that nobody
/// else uses, so that another process gets the same ones.
final class Places {
    private static final long FIRST = 1L << 44;

    private final TreeMap<Long, Long> taken = new TreeMap<>();
    private final long page;

    Places(long page) {
        this.page = page;
    }

    /// Where so many bytes and a page after them are free.
    long free(long length) {
        long place = FIRST;
        for (var range : taken.entrySet()) {
            if (place + whole(length) + page <= range.getKey()) {
                return place;
            }
            place = Math.max(place, range.getValue());
        }
        return place;
    }

    private long whole(long length) {
        return (length + page - 1) / page * page;
    }

    /// Notes memory that is there.
    void take(long address, long length) {
        give(address, length);
        taken.put(address, address + whole(length));
    }

    /// Notes memory that is there no more.
    void give(long address, long length) {
        long end = address + whole(length);
        var before = taken.floorEntry(address);
        if (before != null && before.getValue() > address) {
            taken.put(before.getKey(), address);
            keep(end, before.getValue());
        }
        for (var range = taken.ceilingEntry(address);
                range != null && range.getKey() < end;
                range = taken.ceilingEntry(address)) {
            taken.remove(range.getKey());
            keep(end, range.getValue());
        }
        taken.remove(address, address);
    }

    private void keep(long start, long end) {
        if (start < end) {
            taken.put(start, end);
        }
    }
}
