package org.maptck.model;

/// What an element iterator's program does with each element that it is run for.
public sealed interface Iteration {
    /// It notes the key and that part of the value as user space sees it.
    ///
    /// @param offset 0 to [#FARTHEST]
    /// @param width 1, 2, 4 or 8 bytes
    record Noting(int offset, int width) implements Iteration {
        /// @throws IllegalArgumentException for another offset or width
        public Noting {
            if (offset < 0 || offset > FARTHEST) {
                throw new IllegalArgumentException(
                        "offset " + offset + ", wanted 0 to " + FARTHEST);
            }
            Width.check(width);
        }
    }

    /// It notes the key and the first 8 bytes of the value, then adds to these.
    record Adding(long addend) implements Iteration {}

    /// It stores to the key, which no program may.
    record StoringKey() implements Iteration {}

    /// The last place that one instruction reaches.
    int FARTHEST = Short.MAX_VALUE;
}
