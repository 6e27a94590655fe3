package org.maptck.features.fuzz;

/// Choices by numbers that somebody else draws, and makes smaller.
final class Listed implements Choices {
    private final int[] numbers;
    private int next;

    Listed(int[] numbers) {
        this.numbers = numbers;
    }

    @Override
    public int below(int bound) {
        return (int) (((long) number() * bound) >>> 31);
    }

    @Override
    public long bits() {
        return (long) number() * 0x9e37_79b9_7f4a_7c15L;
    }

    private int number() {
        return next < numbers.length ? numbers[next++] : 0;
    }
}
