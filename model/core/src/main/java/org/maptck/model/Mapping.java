package org.maptck.model;

/// The caller's name for one memory mapping; prints as its number.
public record Mapping(int number) {
    /// How many mappings can be named at a time.
    public static final int COUNT = 64;

    public Mapping {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException(
                    "mapping " + number + ", wanted 0 to " + (COUNT - 1));
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
