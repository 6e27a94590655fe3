package org.maptck.adapters.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.maptck.model.Bytes;
import org.maptck.model.Operand;
import org.maptck.model.Step;

/// The entries of a tape before a run, after 8 bytes that say how many there are. In the first 8
/// bytes of an entry is the number of a template; then come the numbers and the bytes that the
/// template leaves open. What the step saw takes their place.
final class Entries {
    static final int FIRST = 8;
    static final int SECOND = 16;
    static final int THIRD = 24;

    /// Where bytes begin, if there are some.
    static final int BYTES = 32;

    private final Tape tape;
    private final byte[] content;
    private final ByteBuffer words;

    Entries(Tape tape, int count, ByteOrder order) {
        this.tape = tape;
        content = new byte[tape.at(count)];
        words = ByteBuffer.wrap(content).order(order).putLong(0, count);
    }

    /// All of them, after which no more is written.
    Bytes all() {
        return Bytes.owning(content);
    }

    /// Writes an entry: the number of the step's template, and what that leaves open.
    void put(int entry, int template, Step step) {
        int at = tape.at(entry);
        words.putLong(at, template);
        put(at, step);
    }

    private void put(int at, Step step) {
        switch (step) {
            case Step.Lookup s -> first(at, s.index());
            case Step.LookupPercpu s -> {
                first(at, s.index());
                words.putLong(at + SECOND, s.cpu());
            }
            case Step.Update s -> {
                first(at, s.index());
                words.putLong(at + SECOND, s.flags());
                bytes(at, s.value());
            }
            case Step.Delete s -> first(at, s.index());
            case Step.Load s -> first(at, s.index());
            case Step.Store s -> two(at, s.index(), s.value());
            case Step.StorePercpu s -> {
                two(at, s.index(), s.value());
                words.putLong(at + THIRD, s.cpu());
            }
            case Step.AtomicAdd s -> two(at, s.index(), s.addend());
            case Step.LockedStore s -> {
                first(at, s.index());
                bytes(at, s.value());
            }
            case Step.Misalignment s -> first(at, s.index());
            case Step.Distance s -> two(at, s.from(), s.to());
            case Step.PlainAdd s -> two(at, s.index(), s.addend());
            case Step.Atomic s -> two(at, s.index(), s.operand());
            case Step.CompareExchange s -> {
                two(at, s.index(), s.value());
                words.putLong(at + THIRD, number(s.expected()));
            }
            case Step.UpdateFrom s -> {
                two(at, s.index(), s.from());
                words.putLong(at + THIRD, s.flags());
            }
            case Step.ForEach _,
                    Step.ForEachAdding _,
                    Step.DirectLoad _,
                    Step.Through _,
                    Step.Unreached _ ->
                    throw new IllegalArgumentException("a tape holds no " + step);
        }
    }

    private void first(int at, Operand index) {
        words.putLong(at + FIRST, number(index));
    }

    private void two(int at, Operand index, Operand other) {
        words.putLong(at + FIRST, number(index));
        words.putLong(at + SECOND, number(other));
    }

    private void bytes(int at, Bytes bytes) {
        bytes.copyTo(0, content, at + BYTES, Math.min(bytes.size(), tape.value()));
    }

    private static long number(Operand operand) {
        return operand instanceof Operand.Constant(long value) ? value : 0;
    }
}
