package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.R1;
import static org.maptck.adapters.linux.Assembler.R2;
import static org.maptck.adapters.linux.Assembler.R3;
import static org.maptck.adapters.linux.Assembler.R4;

/// Copying memory within a program, by plain loads and stores.
final class Copies {
    /// The most bytes that a copy may have before the verifier finds it too long to follow.
    static final int LIMIT = 1 << 20;

    /// What is copied by as many instructions as it takes; more goes through a loop.
    private static final int UNROLLED = 256;

    private static final int BLOCK = 64;

    private Copies() {}

    /// Copies the bytes from `start` up to `end` of what register 2 points to, to the same place of
    /// what register 3 points to. Uses registers 1 to 4.
    static void copy(Assembler code, int start, int end) {
        int at = start;
        if (end - start > UNROLLED) {
            for (; at % Long.BYTES != 0; at += width(at, end)) {
                move(code, width(at, end), at);
            }
            code.addConstant(R2, at).addConstant(R3, at);
            int blocks = (end - at) / BLOCK;
            loop(code, blocks);
            moves(code, 0, end - at - blocks * BLOCK);
        } else {
            moves(code, at, end);
        }
    }

    private static void loop(Assembler code, int blocks) {
        var next = code.newLabel();
        code.set(R4, blocks).place(next);
        moves(code, 0, BLOCK);
        code.addConstant(R2, BLOCK)
                .addConstant(R3, BLOCK)
                .addConstant(R4, -1)
                .jumpIfNotEqual(R4, 0, next);
    }

    private static void moves(Assembler code, int start, int end) {
        for (int at = start; at < end; at += width(at, end)) {
            move(code, width(at, end), at);
        }
    }

    private static void move(Assembler code, int width, int offset) {
        code.load(width, R1, R2, offset).store(width, R3, offset, R1);
    }

    /// The widest access at an offset that is aligned and stays below the end.
    private static int width(int at, int end) {
        int width = Long.BYTES;
        while (at % width != 0 || at + width > end) {
            width /= 2;
        }
        return width;
    }
}
