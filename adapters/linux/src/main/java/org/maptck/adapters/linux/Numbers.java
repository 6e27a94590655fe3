package org.maptck.adapters.linux;

import java.util.Arrays;

/// A small number for each of some words, found without a box around either.
final class Numbers {
    /// The number of every other word.
    static final int NONE = -1;

    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final long[] words;
    private final int[] numbers;
    private final int shift;

    /// Numbers these words, from `first` on; no two are the same.
    Numbers(int first, long... distinct) {
        int size = Math.max(4, Integer.highestOneBit(distinct.length) << 2);
        words = new long[size];
        numbers = new int[size];
        shift = Long.numberOfLeadingZeros(size) + 1;
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < distinct.length; i++) {
            int place = place(distinct[i]);
            words[place] = distinct[i];
            numbers[place] = first + i;
        }
    }

    int of(long word) {
        return numbers[place(word)];
    }

    /// Where the word is, or could be.
    private int place(long word) {
        int place = (int) ((word * SPREAD) >>> shift);
        while (numbers[place] != NONE && words[place] != word) {
            place = (place + 1) & (words.length - 1);
        }
        return place;
    }
}
