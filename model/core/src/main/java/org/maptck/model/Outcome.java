package org.maptck.model;

import java.util.List;
import java.util.Optional;

/// Everything that a caller can observe of one command or program step.
public sealed interface Outcome {
    /// The errno of the call itself, if it refused; what the steps of a program met is theirs.
    default Optional<Errno> refusal() {
        return Optional.empty();
    }

    /// The call succeeded and has nothing to tell.
    record Done() implements Outcome {}

    /// The call failed with that errno; in a program, the helper returned its negative number.
    record Refused(Errno errno) implements Outcome {
        @Override
        public Optional<Errno> refusal() {
            return Optional.of(errno);
        }
    }

    /// The bytes asked for: a value, a key, memory.
    record Found(Bytes bytes) implements Outcome {}

    /// A program's lookup gave NULL.
    record Absent() implements Outcome {}

    /// A number that is neither 0 for success nor a negative errno, or that was asked for.
    record Returned(long number) implements Outcome {}

    /// What a call left in the caller's own [Output.Room], and whether it refused.
    record Filled(Optional<Errno> refusal, Bytes room) implements Outcome {}

    /// What a batch command did.
    ///
    /// @param refusal the errno of the call, if it failed
    /// @param count the count field after the call
    /// @param keys keys delivered, 4 bytes each, or the whole room
    /// @param values values delivered, or the whole room
    /// @param cursor the key where to go on, if one was written
    record Batched(
            Optional<Errno> refusal, long count, Bytes keys, Bytes values, Optional<Bytes> cursor)
            implements Outcome {}

    /// What the map says of itself.
    record Described(MapInfo info) implements Outcome {}

    /// What a map left in its caller's memory.
    ///
    /// @param length the length field after the call
    /// @param buffer the memory after the call, where an address that was asked for is 0
    /// @param hash the memory for the hash after the call: [InfoRequest.Hash#SIZE] bytes that hold
    ///   [Output#POISON] where nothing was written, or none where no hash was asked for
    record Informed(Optional<Errno> refusal, long length, Bytes buffer, Bytes hash)
            implements Outcome {}

    /// The lines of a file.
    record Printed(String text) implements Outcome {}

    /// What each step of a program saw.
    record Ran(List<Outcome> steps) implements Outcome {
        public Ran {
            steps = List.copyOf(steps);
        }
    }

    /// What a walk over all elements saw.
    ///
    /// @param returned the helper's result: the number of calls, or a negative errno
    /// @param keys the index at each call, in the order of the calls, at most [#NOTED_CALLS]
    /// @param values the first bytes of the value at each call, zero-padded to [#NOTED]
    record Visited(long returned, List<Long> keys, List<Bytes> values) implements Outcome {
        /// How many bytes of each value are noted.
        public static final int NOTED = 8;

        /// How many calls are noted.
        public static final int NOTED_CALLS = 512;

        public Visited {
            keys = List.copyOf(keys);
            values = List.copyOf(values);
        }
    }

    /// The different outcomes that each caller of a race saw, in the order of their first sight.
    record Raced(List<List<Outcome>> seen) implements Outcome {
        public Raced {
            seen = seen.stream().map(List::copyOf).toList();
        }
    }

    /// The implementation does not offer this at all, and says what is missing.
    record Unsupported(String what) implements Outcome {}
}
