package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.FRAME;
import static org.maptck.adapters.linux.Assembler.R0;
import static org.maptck.adapters.linux.Assembler.R1;
import static org.maptck.adapters.linux.Assembler.R2;
import static org.maptck.adapters.linux.Assembler.R3;
import static org.maptck.adapters.linux.Assembler.R4;
import static org.maptck.adapters.linux.Assembler.R6;
import static org.maptck.adapters.linux.Assembler.R8;

import org.maptck.adapters.linux.Assembler.Label;
import org.maptck.model.Operand;

/// What steps have in common. Throughout, register 6 holds the packet's context, 8 the address of
/// the step's slot in the scratch memory.
record Fragments(Assembler code, Scratch scratch, Layout layout) {
    private static final int HELPER_LOOKUP = 1;
    private static final int HELPER_LOAD_BYTES = 26;
    private static final int HELPER_LOOKUP_PERCPU = 195;

    /// Where on the stack the key lies: not at a multiple of 8, from where the verifier would
    /// follow a constant and see through the check for NULL.
    private static final int KEY = -4;

    private static final int PACKET_BYTE = -16;

    /// Opens a step with that many bytes of results: until it comes to its end it counts as one
    /// that found no element.
    int begin(long results) {
        int slot = layout.reserve(Results.HEAD + results);
        code.mapValue(R8, scratch.fd(), slot).storeConstant(Long.BYTES, R8, 0, Results.ABSENT);
        return slot;
    }

    void end(Label end) {
        code.storeConstant(Long.BYTES, R8, 0, Results.PRESENT).place(end);
    }

    /// Leaves a map in register 1 and the address of a key in register 2, or goes to the step's
    /// end.
    Assembler mapAndKey(int fd, Operand index, Label end) {
        operand(index, R1, end);
        return mapAndKey(fd, R1);
    }

    private Assembler mapAndKey(int fd, int index) {
        return code.store(Integer.BYTES, FRAME, KEY, index)
                .map(R1, fd)
                .move(R2, FRAME)
                .addConstant(R2, KEY);
    }

    /// Leaves the address of an element in register 0, or goes to the step's end.
    void find(int fd, Operand index, Label end) {
        mapAndKey(fd, index, end);
        found(end);
    }

    /// The same where the map and the address of the key are in their registers.
    void found(Label end) {
        code.call(HELPER_LOOKUP).jumpIfEqual(R0, 0, end);
    }

    /// The same for the slot of a CPU.
    void foundPercpu(long cpu, Label end) {
        code.set(R3, cpu).call(HELPER_LOOKUP_PERCPU).jumpIfEqual(R0, 0, end);
    }

    /// Moves a map from register 0 to register 1 and leaves the address of the key that a register
    /// holds in register 2.
    void innerAndKey(int index) {
        code.store(Integer.BYTES, FRAME, KEY, index)
                .move(R1, R0)
                .move(R2, FRAME)
                .addConstant(R2, KEY);
    }

    /// The same with the index that a register holds.
    void find(int fd, int index, Label end) {
        mapAndKey(fd, index);
        found(end);
    }

    /// The same for the slot of a CPU.
    void findPercpu(int fd, Operand index, long cpu, Label end) {
        mapAndKey(fd, index, end);
        foundPercpu(cpu, end);
    }

    /// Leaves a number in a register, or goes to the step's end.
    void operand(Operand operand, int target, Label end) {
        switch (operand) {
            case Operand.Constant(long value) -> code.set(target, value);
            case Operand.PacketLength() -> code.load(Integer.BYTES, target, R6, 0);
            case Operand.PacketByte(int offset) -> packetByte(offset, target, end);
        }
    }

    private void packetByte(int offset, int target, Label end) {
        var there = code.newLabel();
        code.move(R1, R6)
                .set(R2, offset)
                .move(R3, FRAME)
                .addConstant(R3, PACKET_BYTE)
                .set(R4, 1)
                .call(HELPER_LOAD_BYTES)
                .jumpIfEqual(R0, 0, there)
                .storeConstant(Long.BYTES, R8, 0, Results.NO_OPERAND)
                .jump(end)
                .place(there)
                .load(1, target, FRAME, PACKET_BYTE);
    }

    /// The offset to use with register 0, after moving that where an instruction does not reach.
    int reach(int offset) {
        if (offset == (short) offset) {
            return offset;
        }
        code.addConstant(R0, offset);
        return 0;
    }
}
