package org.maptck.model;

import java.util.regex.Pattern;

/// The name of a pin: a file in the one directory that pins are in. `.` is that directory itself.
///
/// @param text 1 to 64 of the ASCII letters, digits, `_`, `-` and `.`, but not `..`
public record PinName(String text) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    public PinName {
        if (!NAME.matcher(text).matches() || text.equals("..")) {
            throw new IllegalArgumentException(
                    "pin '" + text + "', wanted letters, digits, '_', '-' and '.', but not '..'");
        }
    }

    /// Whether it is the directory of the pins.
    public boolean isDirectory() {
        return text.equals(".");
    }

    /// Whether there is a dot in it, which no file in that directory has.
    public boolean hasDot() {
        return text.indexOf('.') >= 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
