package org.maptck.model;

import java.util.Comparator;

/// A kernel version, as far as behaviour depends on it; prints as `6.18`.
public record Version(int major, int minor) implements Comparable<Version> {
    /// The version that `6.18`, `6.18.44` or `6.18.44-anything` begins with.
    ///
    /// @throws IllegalArgumentException for a text that begins otherwise
    public static Version of(String text) {
        var parts = text.split("[.\\-+]", 3);
        try {
            return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
            throw new IllegalArgumentException(
                    "kernel version '" + text + "', wanted two numbers, as in 6.18");
        }
    }

    /// Whether this version is the other or a later one.
    public boolean atLeast(Version other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
