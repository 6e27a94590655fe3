package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.R8;

import org.maptck.adapters.linux.Assembler.Label;
import org.maptck.model.Bytes;
import org.maptck.model.Operand;

/// Steps that are done over and over, each time with the entry of a tape as their slot. Their
/// numbers are not known yet: a constant says where in the entry one stands.
record OnTape(Assembler code) implements Fragments {
    @Override
    public int begin(long results) {
        code.storeConstant(Long.BYTES, R8, 0, Results.ABSENT);
        return 0;
    }

    @Override
    public void operand(Operand operand, int target, Label end) {
        if (!(operand instanceof Operand.Constant(long place))) {
            throw new IllegalArgumentException("a tape holds no " + operand);
        }
        number(place, target);
    }

    @Override
    public void number(long number, int target) {
        code.load(Long.BYTES, target, R8, (int) number);
    }

    @Override
    public void bytes(Bytes bytes, int wanted, int target) {
        code.move(target, R8).addConstant(target, Entries.BYTES);
    }
}
