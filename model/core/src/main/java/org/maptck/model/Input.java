package org.maptck.model;

/// What a caller hands over where a call reads memory.
public sealed interface Input {
    /// Readable memory that holds exactly these bytes; the byte after the last one is not readable.
    record Given(Bytes bytes) implements Input {}

    /// A NULL pointer.
    record Null() implements Input {}

    /// An address at which there is no memory.
    record Unreadable() implements Input {}

    /// Memory inside a mapping of a map, from a byte offset of the mapping on.
    record InMapping(Mapping mapping, long offset) implements Input {}
}
