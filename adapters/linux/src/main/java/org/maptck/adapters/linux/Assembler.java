package org.maptck.adapters.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;

/// Writes a BPF program from its first instruction to its last; jumps name labels that may be
/// placed later.
final class Assembler {
    static final int R0 = 0;
    static final int R1 = 1;
    static final int R2 = 2;
    static final int R3 = 3;
    static final int R4 = 4;
    static final int R5 = 5;
    static final int R6 = 6;
    static final int R7 = 7;
    static final int R8 = 8;
    static final int R9 = 9;

    /// The read-only register that points past the top of the stack.
    static final int FRAME = 10;

    private static final int WIDE_LOAD = 0x18;
    private static final int LOAD = 0x61;
    private static final int STORE_CONSTANT = 0x62;
    private static final int STORE = 0x63;
    private static final int ATOMIC = 0xc3;
    private static final int MOVE_CONSTANT = 0xb7;
    private static final int MOVE = 0xbf;
    private static final int ADD_CONSTANT = 0x07;
    private static final int ADD = 0x0f;
    private static final int MULTIPLY_CONSTANT = 0x27;
    private static final int SHIFT_LEFT = 0x67;
    private static final int JUMP = 0x05;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_NOT_EQUAL = 0x55;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int CALL = 0x85;
    private static final int EXIT = 0x95;

    private static final int ADD_AND_FETCH = 0x01;
    private static final int FETCH = 0x01;
    private static final int ATOMIC_AND = 0x50;
    private static final int ATOMIC_OR = 0x40;
    private static final int ATOMIC_XOR = 0xa0;
    private static final int ATOMIC_EXCHANGE = 0xe0;
    private static final int COMPARE_EXCHANGE = 0xf0;
    private static final int AND_CONSTANT = 0x57;
    private static final int MAP_DESCRIPTOR = 1;
    private static final int MAP_VALUE = 2;
    private static final int FUNCTION = 4;

    /// A place in the program.
    record Label(int number) {}

    private record Reference(int position, Label label, boolean function) {}

    private final List<Instruction> code = new ArrayList<>();
    private final Map<Label, Integer> places = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private int labels;

    Label newLabel() {
        return new Label(labels++);
    }

    /// Lets a label stand for the next instruction.
    Assembler place(Label label) {
        places.put(label, code.size());
        return this;
    }

    /// Slots written so far.
    int size() {
        return code.size();
    }

    int placeOf(Label label) {
        var place = places.get(label);
        if (place == null) {
            throw new IllegalStateException("label " + label.number() + " was never placed");
        }
        return place;
    }

    private Assembler add(int operation, int target, int source, int offset, int constant) {
        code.add(new Instruction(operation, target, source, offset, constant));
        return this;
    }

    Assembler move(int target, int source) {
        return add(MOVE, target, source, 0, 0);
    }

    /// A 64-bit number, in one slot where it is the extension of a signed 32-bit one.
    Assembler set(int target, long number) {
        return number == (int) number
                ? add(MOVE_CONSTANT, target, 0, 0, (int) number)
                : wide(target, 0, (int) number, (int) (number >>> Integer.SIZE));
    }

    /// A reference to the map of a descriptor.
    Assembler map(int target, int fd) {
        return wide(target, MAP_DESCRIPTOR, fd, 0);
    }

    /// The address of a byte in the one value of the map of a descriptor.
    Assembler mapValue(int target, int fd, int offset) {
        return wide(target, MAP_VALUE, fd, offset);
    }

    /// The address of a function of this program.
    Assembler function(int target, Label entry) {
        references.add(new Reference(code.size(), entry, true));
        return wide(target, FUNCTION, 0, 0);
    }

    private Assembler wide(int target, int source, int low, int high) {
        return add(WIDE_LOAD, target, source, 0, low).add(0, 0, 0, 0, high);
    }

    Assembler load(int width, int target, int base, int offset) {
        return add(LOAD | sizeBits(width), target, base, offset, 0);
    }

    Assembler store(int width, int base, int offset, int source) {
        return add(STORE | sizeBits(width), base, source, offset, 0);
    }

    Assembler storeConstant(int width, int base, int offset, int constant) {
        return add(STORE_CONSTANT | sizeBits(width), base, 0, offset, constant);
    }

    /// Adds a register to memory in one step and leaves in it what was there before.
    Assembler fetchAdd(int width, int base, int offset, int addend) {
        return add(ATOMIC | sizeBits(width), base, addend, offset, ADD_AND_FETCH);
    }

    /// Changes memory in one step and leaves in the register what was there before.
    Assembler atomic(AtomicOperation operation, int width, int base, int offset, int operand) {
        int what =
                switch (operation) {
                    case AND -> ATOMIC_AND;
                    case OR -> ATOMIC_OR;
                    case XOR -> ATOMIC_XOR;
                    case EXCHANGE -> ATOMIC_EXCHANGE;
                };
        return add(ATOMIC | sizeBits(width), base, operand, offset, what | FETCH);
    }

    /// Stores a register to memory where that holds what register 0 does, and leaves in register 0
    /// what was there before.
    Assembler compareExchange(int width, int base, int offset, int value) {
        return add(ATOMIC | sizeBits(width), base, value, offset, COMPARE_EXCHANGE | FETCH);
    }

    /// Keeps the bits of a constant.
    Assembler and(int target, int mask) {
        return add(AND_CONSTANT, target, 0, 0, mask);
    }

    /// A reference to a map with an offset that such a reference cannot have.
    Assembler mapWithOffset(int target, int fd, int offset) {
        return wide(target, MAP_DESCRIPTOR, fd, offset);
    }

    private static int sizeBits(int width) {
        return switch (width) {
            case 1 -> 0x10;
            case 2 -> 0x08;
            case 4 -> 0x00;
            case 8 -> 0x18;
            default ->
                    throw new Unsupportable("an access of " + width + " bytes, wanted 1, 2, 4, 8");
        };
    }

    Assembler addConstant(int target, int constant) {
        return add(ADD_CONSTANT, target, 0, 0, constant);
    }

    Assembler add(int target, int source) {
        return add(ADD, target, source, 0, 0);
    }

    Assembler multiply(int target, int constant) {
        return add(MULTIPLY_CONSTANT, target, 0, 0, constant);
    }

    Assembler shiftLeft(int target, int bits) {
        return add(SHIFT_LEFT, target, 0, 0, bits);
    }

    Assembler jump(Label label) {
        return jump(JUMP, 0, 0, label);
    }

    Assembler jumpIfEqual(int register, int constant, Label label) {
        return jump(JUMP_EQUAL, register, constant, label);
    }

    Assembler jumpIfNotEqual(int register, int constant, Label label) {
        return jump(JUMP_NOT_EQUAL, register, constant, label);
    }

    /// Compares unsigned.
    Assembler jumpIfAtLeast(int register, int constant, Label label) {
        return jump(JUMP_AT_LEAST, register, constant, label);
    }

    private Assembler jump(int operation, int register, int constant, Label label) {
        references.add(new Reference(code.size(), label, false));
        return add(operation, register, 0, 0, constant);
    }

    /// Calls a helper of the kernel by its number.
    Assembler call(int helper) {
        return add(CALL, 0, 0, 0, helper);
    }

    Assembler exit() {
        return add(EXIT, 0, 0, 0, 0);
    }

    /// The finished program.
    Bytes encoded(ByteOrder order) {
        references.forEach(this::resolve);
        var bytes = new byte[code.size() * Instruction.SIZE];
        var slots = ByteBuffer.wrap(bytes).order(order);
        code.forEach(instruction -> instruction.encode(slots));
        return Bytes.owning(bytes);
    }

    private void resolve(Reference reference) {
        int distance = placeOf(reference.label()) - reference.position() - 1;
        var instruction = code.get(reference.position());
        code.set(
                reference.position(),
                reference.function()
                        ? instruction.withConstant(distance)
                        : instruction.withOffset(distance));
    }
}
