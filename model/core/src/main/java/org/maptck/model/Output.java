package org.maptck.model;

/// Where a caller lets a call write its answer.
public sealed interface Output {
    /// A buffer of just the size that the answer has; the outcome carries the answer.
    record Fits() implements Output {}

    /// Writable memory of exactly `size` bytes, each holding [#POISON] before the call; the byte
    /// after it is not writable. The outcome, [Outcome.Filled], carries all of it, also on refusal.
    record Room(int size) implements Output {}

    /// A NULL pointer.
    record Null() implements Output {}

    /// Memory inside a mapping of a map, from a byte offset of the mapping on.
    record InMapping(Mapping mapping, long offset) implements Output {}

    /// What a [Room] holds before the call.
    int POISON = 0xa5;
}
