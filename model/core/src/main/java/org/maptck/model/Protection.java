package org.maptck.model;

/// What a mapping lets its owner do with the memory.
public record Protection(boolean read, boolean write, boolean execute) {
    public static final Protection NONE = new Protection(false, false, false);
    public static final Protection READ = new Protection(true, false, false);
    public static final Protection WRITE = new Protection(false, true, false);
    public static final Protection READ_WRITE = new Protection(true, true, false);

    /// The protection that [#toString] printed: `r`, `w` and `x` or `-` in their place.
    ///
    /// @throws IllegalArgumentException for any other text
    public static Protection of(String letters) {
        if (!letters.matches("[r-][w-][x-]")) {
            throw new IllegalArgumentException(
                    "protection '" + letters + "', wanted three of rwx or -, as in rw-");
        }
        return new Protection(
                letters.charAt(0) == 'r', letters.charAt(1) == 'w', letters.charAt(2) == 'x');
    }

    @Override
    public String toString() {
        return (read ? "r" : "-") + (write ? "w" : "-") + (execute ? "x" : "-");
    }
}
