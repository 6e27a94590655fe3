package org.maptck.model;

/// How many bytes an instruction of a program can load or store: 1, 2, 4 or 8.
final class Width {
    private Width() {}

    /// @throws IllegalArgumentException for any other width
    static void check(int width) {
        if (width < 1 || width > Long.BYTES || Integer.bitCount(width) != 1) {
            throw new IllegalArgumentException("width " + width + ", wanted 1, 2, 4 or 8");
        }
    }
}
