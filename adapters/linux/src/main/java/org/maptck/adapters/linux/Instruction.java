package org.maptck.adapters.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// One 8-byte slot of a BPF program.
///
/// @param code the operation, with its class in the low 3 bits
/// @param target register 0 to 10
/// @param source register 0 to 10, or what the constant of a wide load stands for
/// @param offset signed 16 bits: of a memory access in bytes, of a jump in slots
/// @param constant signed 32 bits
record Instruction(int code, int target, int source, int offset, int constant) {
    static final int SIZE = 8;

    Instruction {
        if (offset != (short) offset) {
            throw new Unsupportable("a program with a distance of " + offset);
        }
    }

    Instruction withOffset(int newOffset) {
        return new Instruction(code, target, source, newOffset, constant);
    }

    Instruction withConstant(int newConstant) {
        return new Instruction(code, target, source, offset, newConstant);
    }

    /// Puts it where the next slot is, as the byte order of the slots lays it out; the two
    /// registers share a byte, the first one in the half that comes first there.
    void encode(ByteBuffer slots) {
        int registers =
                slots.order() == ByteOrder.LITTLE_ENDIAN
                        ? source << 4 | target
                        : target << 4 | source;
        slots.put((byte) code).put((byte) registers).putShort((short) offset).putInt(constant);
    }
}
