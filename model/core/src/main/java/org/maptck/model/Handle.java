package org.maptck.model;

/// The caller's name for one map descriptor, as a file descriptor number is; prints as a letter.
///
/// A handle that no command has bound, or that was closed, is a bad descriptor.
public record Handle(int number) implements Comparable<Handle> {
    /// How many handles there are: A to Z.
    public static final int COUNT = 26;

    /// The handle that a trace of one map uses.
    public static final Handle A = new Handle(0);

    public Handle {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("handle " + number + ", wanted 0 to " + (COUNT - 1));
        }
    }

    /// The handle of that letter.
    ///
    /// @throws IllegalArgumentException for anything but one letter A to Z
    public static Handle named(String letter) {
        if (letter.length() != 1) {
            throw new IllegalArgumentException("handle '" + letter + "', wanted a letter A to Z");
        }
        return new Handle(letter.charAt(0) - 'A');
    }

    @Override
    public int compareTo(Handle other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return String.valueOf((char) ('A' + number));
    }
}
