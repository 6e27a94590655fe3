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
import org.maptck.model.Bytes;
import org.maptck.model.Operand;

/// Steps that stand one after the other, each with a slot of its own in the scratch memory and its
/// numbers in its instructions. Throughout, register 6 holds the packet's context.
record InScratch(Assembler code, Scratch scratch, Layout layout) implements Fragments {
    private static final int HELPER_LOAD_BYTES = 26;
    private static final int PACKET_BYTE = -16;

    @Override
    public int begin(long results) {
        int slot = layout.reserve(Results.HEAD + results);
        code.mapValue(R8, scratch.fd(), slot).storeConstant(Long.BYTES, R8, 0, Results.ABSENT);
        return slot;
    }

    @Override
    public void number(long number, int target) {
        code.set(target, number);
    }

    @Override
    public void bytes(Bytes bytes, int wanted, int target) {
        code.mapValue(target, scratch.fd(), layout.constant(bytes, wanted));
    }

    @Override
    public void operand(Operand operand, int target, Label end) {
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
}
