package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.FRAME;
import static org.maptck.adapters.linux.Assembler.R0;
import static org.maptck.adapters.linux.Assembler.R1;
import static org.maptck.adapters.linux.Assembler.R2;
import static org.maptck.adapters.linux.Assembler.R3;
import static org.maptck.adapters.linux.Assembler.R8;

import org.maptck.adapters.linux.Assembler.Label;
import org.maptck.model.Bytes;
import org.maptck.model.Operand;

/// What steps have in common. Throughout, register 8 holds the address of the step's slot: 8 bytes
/// that say how far it came, and its results.
sealed interface Fragments permits InScratch, OnTape {
    /// Where on the stack the key lies: not at a multiple of 8, from where the verifier would
    /// follow a constant and see through the check for NULL.
    int KEY = -4;

    int HELPER_LOOKUP = 1;
    int HELPER_LOOKUP_PERCPU = 195;

    /// Where the code is written to.
    Assembler code();

    /// Opens a step with that many bytes of results: until it comes to its end it counts as one
    /// that found no element.
    ///
    /// @return where its slot lies for those who read it
    int begin(long results);

    /// Leaves a number in a register, or goes to the step's end.
    void operand(Operand operand, int target, Label end);

    /// Leaves a number in a register.
    void number(long number, int target);

    /// Leaves the address of bytes in a register.
    ///
    /// @param wanted how many of them the step reads, whether there are as many or not
    void bytes(Bytes bytes, int wanted, int target);

    default void end(Label end) {
        code().storeConstant(Long.BYTES, R8, 0, Results.PRESENT).place(end);
    }

    /// Leaves a map in register 1 and the address of a key in register 2, or goes to the step's
    /// end.
    default Assembler mapAndKey(int fd, Operand index, Label end) {
        operand(index, R1, end);
        return mapAndKey(fd, R1);
    }

    private Assembler mapAndKey(int fd, int index) {
        return code().store(Integer.BYTES, FRAME, KEY, index)
                .map(R1, fd)
                .move(R2, FRAME)
                .addConstant(R2, KEY);
    }

    /// Leaves the address of an element in register 0, or goes to the step's end.
    default void find(int fd, Operand index, Label end) {
        mapAndKey(fd, index, end);
        found(end);
    }

    /// The same where the map and the address of the key are in their registers.
    default void found(Label end) {
        code().call(HELPER_LOOKUP).jumpIfEqual(R0, 0, end);
    }

    /// The same for the slot of a CPU.
    default void foundPercpu(long cpu, Label end) {
        number(cpu, R3);
        code().call(HELPER_LOOKUP_PERCPU).jumpIfEqual(R0, 0, end);
    }

    /// Moves a map from register 0 to register 1 and leaves the address of the key that a register
    /// holds in register 2.
    default void innerAndKey(int index) {
        code().store(Integer.BYTES, FRAME, KEY, index)
                .move(R1, R0)
                .move(R2, FRAME)
                .addConstant(R2, KEY);
    }

    /// The same with the index that a register holds.
    default void find(int fd, int index, Label end) {
        mapAndKey(fd, index);
        found(end);
    }

    /// The same for the slot of a CPU.
    default void findPercpu(int fd, Operand index, long cpu, Label end) {
        mapAndKey(fd, index, end);
        foundPercpu(cpu, end);
    }

    /// The offset to use with register 0, after moving that where an instruction does not reach.
    default int reach(int offset) {
        if (offset == (short) offset) {
            return offset;
        }
        code().addConstant(R0, offset);
        return 0;
    }
}
