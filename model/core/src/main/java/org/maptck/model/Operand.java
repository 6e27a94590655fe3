package org.maptck.model;

/// A number that a program uses: as an index (its low 32 bits) or as an amount.
public sealed interface Operand {
    /// A number known when the program is written.
    record Constant(long value) implements Operand {}

    /// The byte of the packet at that offset; the step is refused with EFAULT where the packet ends
    /// before it.
    record PacketByte(int offset) implements Operand {}

    /// The length of the packet in bytes.
    record PacketLength() implements Operand {}
}
