package org.maptck.features.fuzz;

import java.util.SplittableRandom;

/// Where a generator takes its decisions from: a seed, the numbers of a property, the bytes of a
/// fuzzer.
public interface Choices {
    /// A number from 0, the plainest choice, to `bound` - 1.
    int below(int bound);

    /// Any 64 bits, 0 the plainest.
    long bits();

    /// The choices that a seed and the index of a list decide, always the same.
    static Choices of(long seed, long index) {
        return new Seeded(new SplittableRandom(mixed(seed + 0x9e37_79b9_7f4a_7c15L * (index + 1))));
    }

    /// Choices by numbers from 0 to 2^31-1, each smaller one plainer; after them the plainest.
    static Choices listed(int... numbers) {
        return new Listed(numbers.clone());
    }

    private static long mixed(long word) {
        long once = (word ^ (word >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
        long twice = (once ^ (once >>> 27)) * 0x94d0_49bb_1331_11ebL;
        return twice ^ (twice >>> 31);
    }
}
