package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.FRAME;
import static org.maptck.adapters.linux.Assembler.R0;
import static org.maptck.adapters.linux.Assembler.R1;
import static org.maptck.adapters.linux.Assembler.R2;
import static org.maptck.adapters.linux.Assembler.R3;
import static org.maptck.adapters.linux.Assembler.R4;
import static org.maptck.adapters.linux.Assembler.R5;
import static org.maptck.adapters.linux.Assembler.R8;
import static org.maptck.adapters.linux.Results.HEAD;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maptck.adapters.linux.Assembler.Label;
import org.maptck.adapters.linux.Bindings.Bound;
import org.maptck.adapters.linux.Program.Functions;
import org.maptck.model.Bytes;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Visited;
import org.maptck.model.Step;

/// The walks of a program over all elements, and their callbacks, which follow the main function.
///
/// The results of a walk: the helper's number, how often the callback was called, then 16 bytes a
/// call: the key, and the beginning of the value.
final class Walks {
    private static final int HELPER_LOOKUP = 1;
    private static final int HELPER_FOR_EACH = 164;
    private static final int HELPER_LOOP = 181;
    private static final int NEXT = -4;

    /// Where the results of a walk count its notes.
    static final int CALLS = Long.BYTES;

    /// Where its notes begin.
    static final int NOTES = 2 * Long.BYTES;

    /// How far two notes lie apart, as a power of 2.
    static final int NOTE_SHIFT = 4;

    private static final int NOTE = 1 << NOTE_SHIFT;
    private static final int STATIC = 0;
    private static final int GLOBAL = 1;

    /// Bytes of the results of a walk.
    static final int ROOM = NOTES + Visited.NOTED_CALLS * NOTE;

    private record Callback(Label entry, Runnable code) {}

    private final Assembler code;
    private final Scratch scratch;
    private final ByteOrder order;
    private final List<Callback> callbacks = new ArrayList<>();

    Walks(Assembler code, Scratch scratch, ByteOrder order) {
        this.code = code;
        this.scratch = scratch;
        this.order = order;
    }

    /// The walk itself, into the slot that register 8 points to.
    void walk(Bound map, Step.ForEach step, int slot) {
        call(map.fd(), step.flags(), () -> note(map, slot + HEAD, () -> answer(step.limit())));
    }

    /// A walk that adds to the element after each, into the slot that register 8 points to.
    void walkAdding(Bound map, Step.ForEachAdding step, int slot) {
        call(map.fd(), 0, () -> note(map, slot + HEAD, () -> addAhead(map.fd(), step.addend())));
    }

    private void call(int fd, long flags, Runnable callback) {
        code.storeConstant(Long.BYTES, R8, HEAD + CALLS, 0);
        call(fd, callback).set(R4, flags).call(HELPER_FOR_EACH).store(Long.BYTES, R8, HEAD, R0);
    }

    /// A walk whose callback is no more than this code, and whose result nobody reads.
    void bare(int fd, Runnable callback) {
        call(fd, callback).set(R4, 0).call(HELPER_FOR_EACH);
    }

    private Assembler call(int fd, Runnable callback) {
        var entry = code.newLabel();
        callbacks.add(new Callback(entry, callback));
        return code.map(R1, fd).function(R2, entry).set(R3, 0);
    }

    /// Goes through this code, which finds the number of the turn in register 1, as often as
    /// register 1 says.
    void loop(Runnable turn) {
        var entry = code.newLabel();
        callbacks.add(new Callback(entry, turn));
        code.function(R2, entry).set(R3, 0).set(R4, 0).call(HELPER_LOOP);
    }

    /// Writes the callbacks of all walks; what the kernel wants to know of them, if there are any.
    Optional<Functions> finish() {
        for (Callback callback : callbacks) {
            code.place(callback.entry());
            callback.code().run();
        }
        return callbacks.isEmpty() ? Optional.empty() : Optional.of(functions());
    }

    /// Called with the key's address in register 2 and the value's in register 3; leaves the number
    /// of calls in register 0 to what comes after.
    private void note(Bound map, int results, Runnable after) {
        var full = code.newLabel();
        code.mapValue(R5, scratch.fd(), results)
                .load(Long.BYTES, R0, R5, CALLS)
                .jumpIfAtLeast(R0, Visited.NOTED_CALLS, full)
                .move(R1, R0)
                .shiftLeft(R1, NOTE_SHIFT)
                .move(R4, R5)
                .add(R4, R1)
                .load(Integer.BYTES, R1, R2, 0)
                .store(Long.BYTES, R4, NOTES, R1)
                .storeConstant(Long.BYTES, R4, NOTES + Long.BYTES, 0);
        noteValue((int) Math.min(map.spec().valueSize(), Visited.NOTED));
        code.place(full).addConstant(R0, 1).store(Long.BYTES, R5, CALLS, R0);
        after.run();
    }

    private void addAhead(int fd, long addend) {
        var last = code.newLabel();
        code.load(Integer.BYTES, R1, R2, 0)
                .addConstant(R1, 1)
                .store(Integer.BYTES, FRAME, NEXT, R1)
                .map(R1, fd)
                .move(R2, FRAME)
                .addConstant(R2, NEXT)
                .call(HELPER_LOOKUP)
                .jumpIfEqual(R0, 0, last)
                .load(Long.BYTES, R1, R0, 0)
                .set(R2, addend)
                .add(R1, R2)
                .store(Long.BYTES, R0, 0, R1)
                .place(last)
                .set(R0, 0)
                .exit();
    }

    private void noteValue(int size) {
        int at = 0;
        for (int width = Long.BYTES; width > 0; width /= 2) {
            if (at + width <= size) {
                code.load(width, R1, R3, at).store(width, R4, NOTES + Long.BYTES + at, R1);
                at += width;
            }
        }
    }

    private void answer(int limit) {
        var stop = code.newLabel();
        if (limit > 0) {
            code.jumpIfEqual(R0, limit, stop);
        }
        code.set(R0, 0).exit();
        if (limit > 0) {
            code.place(stop).set(R0, 1).exit();
        }
    }

    private Functions functions() {
        var types = new Btf(order);
        int number = types.integer("int", Integer.BYTES);
        int signature = types.functionType(number);
        var table = row(0, types.function("steps", signature, GLOBAL));
        int callbackType = types.function("note", signature, STATIC);
        for (Callback callback : callbacks) {
            table = table.then(row(code.placeOf(callback.entry()), callbackType));
        }
        return new Functions(types.encoded(), table);
    }

    private Bytes row(int slot, int type) {
        return Bytes.number(slot, Integer.BYTES, order)
                .then(Bytes.number(type, Integer.BYTES, order));
    }

    /// What a walk saw whose results lie at that offset.
    static Outcome read(Results results, int at) {
        int noted = (int) Math.min(results.number(at + CALLS), Visited.NOTED_CALLS);
        List<Long> keys = new ArrayList<>();
        List<Bytes> values = new ArrayList<>();
        for (int note = at + NOTES; note < at + NOTES + noted * NOTE; note += NOTE) {
            keys.add(results.number(note));
            values.add(results.bytes(note + Long.BYTES, Visited.NOTED));
        }
        return new Visited(results.number(at), keys, values);
    }
}
