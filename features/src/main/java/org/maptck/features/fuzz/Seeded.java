package org.maptck.features.fuzz;

import java.util.SplittableRandom;

/// Choices of a random generator.
record Seeded(SplittableRandom random) implements Choices {
    private static final long WORD = 0xffff_ffffL;

    @Override
    public int below(int bound) {
        return (int) (((random.nextInt() & WORD) * bound) >>> 32);
    }

    @Override
    public long bits() {
        return random.nextLong();
    }
}
