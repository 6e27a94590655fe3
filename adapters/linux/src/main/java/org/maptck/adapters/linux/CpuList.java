package org.maptck.adapters.linux;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The form in which Linux writes sets of CPUs.
public final class CpuList {
    private CpuList() {}

    /// The CPU numbers in a list such as `0-3,8`, ascending.
    public static List<Integer> of(String text) {
        return Arrays.stream(text.strip().split(",", -1))
                .flatMapToInt(CpuList::range)
                .boxed()
                .toList();
    }

    private static IntStream range(String range) {
        var ends = range.split("-", 2);
        return IntStream.rangeClosed(
                Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }
}
