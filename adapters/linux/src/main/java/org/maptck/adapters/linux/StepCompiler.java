package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.R0;
import static org.maptck.adapters.linux.Assembler.R1;
import static org.maptck.adapters.linux.Assembler.R2;
import static org.maptck.adapters.linux.Assembler.R3;
import static org.maptck.adapters.linux.Assembler.R4;
import static org.maptck.adapters.linux.Assembler.R6;
import static org.maptck.adapters.linux.Assembler.R7;
import static org.maptck.adapters.linux.Assembler.R8;
import static org.maptck.adapters.linux.Assembler.R9;
import static org.maptck.adapters.linux.Results.HEAD;

import org.maptck.adapters.linux.Assembler.Label;
import org.maptck.adapters.linux.Bindings.Bound;
import org.maptck.adapters.linux.Program.Reader;
import org.maptck.model.Deed;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Translates steps. Over calls, register 7 keeps an operand and 9 an address.
///
/// @param odd writes code for the verifier alone
record StepCompiler(Bindings bindings, Fragments fragments, Walks walks, Odd odd) {
    /// Writes what such a step has for a map.
    interface Odd {
        void write(Step.Unreached step, Bound map);
    }

    /// The length that no packet has.
    private static final int NO_LENGTH = 0x7fff_fff0;

    private static final int HELPER_UPDATE = 2;
    private static final int HELPER_DELETE = 3;
    private static final int HELPER_LOCK = 93;
    private static final int HELPER_UNLOCK = 94;

    private Assembler code() {
        return fragments.code();
    }

    /// Writes a step; how to read what it saw.
    Reader compile(Step step) {
        return switch (step) {
            case Step.Lookup lookup -> lookup(lookup);
            case Step.LookupPercpu lookup -> lookupPercpu(lookup);
            case Step.Update update -> update(update);
            case Step.Delete delete -> delete(delete);
            case Step.Load load -> load(load);
            case Step.Store store -> store(store);
            case Step.StorePercpu store -> storePercpu(store);
            case Step.AtomicAdd add -> atomicAdd(add);
            case Step.ForEach walk -> forEach(walk);
            case Step.LockedStore store -> lockedStore(store);
            case Step.Misalignment element -> misalignment(element);
            case Step.Distance distance -> distance(distance);
            case Step.PlainAdd add -> plainAdd(add);
            case Step.Atomic atomic -> atomic(atomic);
            case Step.CompareExchange exchange -> compareExchange(exchange);
            case Step.UpdateFrom update -> updateFrom(update);
            case Step.ForEachAdding walk -> forEachAdding(walk);
            case Step.DirectLoad load -> directLoad(load);
            case Step.Unreached odd -> unreached(odd);
            case Step.Through through -> through(through);
        };
    }

    private Reader through(Step.Through step) {
        var outer = bindings.outer(step.map());
        if (outer.tooShort()) {
            throw new Unsupportable("a program on a per-CPU array shorter than its template");
        }
        int size = valueSize(outer.template());
        return switch (step.deed()) {
            case Deed.Lookup() -> {
                int slot = fragments.begin(size);
                var end = innerKey(step, outer.fd());
                fragments.found(end);
                yield whole(slot, size, end);
            }
            case Deed.LookupPercpu(long cpu) -> {
                int slot = fragments.begin(size);
                var end = innerKey(step, outer.fd());
                fragments.foundPercpu(cpu, end);
                yield whole(slot, size, end);
            }
            case Deed.Update(var value, long flags) -> {
                int slot = fragments.begin(Long.BYTES);
                var end = innerKey(step, outer.fd());
                fragments.bytes(value, size, R3);
                fragments.number(flags, R4);
                yield helper(HELPER_UPDATE, slot, end);
            }
        };
    }

    /// Leaves an inner map in register 1 and the address of a key in register 2, or goes to the
    /// step's end.
    private Label innerKey(Step.Through step, int outer) {
        var end = code().newLabel();
        fragments.operand(step.index(), R7, end);
        fragments.find(outer, step.outer(), end);
        fragments.innerAndKey(R7);
        return end;
    }

    private Reader plainAdd(Step.PlainAdd step) {
        int slot = fragments.begin(0);
        var end = code().newLabel();
        fragments.operand(step.addend(), R7, end);
        fragments.find(bindings.fd(step.map()), step.index(), end);
        int offset = fragments.reach(step.offset());
        code().load(step.width(), R1, R0, offset).add(R1, R7).store(step.width(), R0, offset, R1);
        return done(slot, end);
    }

    private Reader atomic(Step.Atomic step) {
        int slot = fragments.begin(Long.BYTES);
        var end = code().newLabel();
        fragments.operand(step.operand(), R7, end);
        fragments.find(bindings.fd(step.map()), step.index(), end);
        int offset = fragments.reach(step.offset());
        code().atomic(step.operation(), step.width(), R0, offset, R7)
                .store(Long.BYTES, R8, HEAD, R7);
        fragments.end(end);
        return Results.step(slot, Results::returned);
    }

    private Reader compareExchange(Step.CompareExchange step) {
        int slot = fragments.begin(Long.BYTES);
        var end = code().newLabel();
        fragments.operand(step.value(), R7, end);
        fragments.operand(step.expected(), R9, end);
        fragments.find(bindings.fd(step.map()), step.index(), end);
        int offset = fragments.reach(step.offset());
        code().move(R1, R0)
                .move(R0, R9)
                .compareExchange(step.width(), R1, offset, R7)
                .store(Long.BYTES, R8, HEAD, R0);
        fragments.end(end);
        return Results.step(slot, Results::returned);
    }

    private Reader updateFrom(Step.UpdateFrom step) {
        int slot = fragments.begin(Long.BYTES);
        var end = code().newLabel();
        fragments.find(bindings.fd(step.map()), step.from(), end);
        code().move(R9, R0);
        fragments.mapAndKey(bindings.fd(step.map()), step.index(), end).move(R3, R9);
        fragments.number(step.flags(), R4);
        return helper(HELPER_UPDATE, slot, end);
    }

    private Reader forEachAdding(Step.ForEachAdding step) {
        int slot = fragments.begin(Walks.ROOM);
        walks.walkAdding(bindings.map(step.map()), step, slot);
        fragments.end(code().newLabel());
        return Results.step(slot, Walks::read);
    }

    private Reader directLoad(Step.DirectLoad step) {
        int slot = fragments.begin(Long.BYTES);
        var end = code().newLabel();
        code().mapValue(R0, bindings.fd(step.map()), step.address());
        int offset = fragments.reach(step.offset());
        code().load(step.width(), R1, R0, offset).store(Long.BYTES, R8, HEAD, R1);
        fragments.end(end);
        return Results.step(slot, Results::returned);
    }

    private Reader unreached(Step.Unreached step) {
        int slot = fragments.begin(0);
        var end = code().newLabel();
        code().load(Integer.BYTES, R1, R6, 0).jumpIfNotEqual(R1, NO_LENGTH, end);
        odd.write(step, bindings.map(step.map()));
        code().place(end);
        fragments.end(code().newLabel());
        return Results.step(slot, (_, _) -> ErrnoNumbers.DONE);
    }

    private Reader lookup(Step.Lookup step) {
        int size = valueSize(step.map());
        int slot = fragments.begin(size);
        var end = code().newLabel();
        fragments.find(bindings.fd(step.map()), step.index(), end);
        return whole(slot, size, end);
    }

    private Reader lookupPercpu(Step.LookupPercpu step) {
        int size = valueSize(step.map());
        int slot = fragments.begin(size);
        var end = code().newLabel();
        fragments.findPercpu(bindings.fd(step.map()), step.index(), step.cpu(), end);
        return whole(slot, size, end);
    }

    private Reader whole(int slot, int size, Label end) {
        code().move(R2, R0).move(R3, R8).addConstant(R3, HEAD);
        Copies.copy(code(), 0, size);
        fragments.end(end);
        return Results.step(slot, (results, at) -> new Outcome.Found(results.bytes(at, size)));
    }

    private int valueSize(Handle map) {
        return valueSize(bindings.spec(map));
    }

    private static int valueSize(MapSpec spec) {
        long size = spec.valueSize();
        if (size > Copies.LIMIT) {
            throw new Unsupportable(
                    "a value of " + size + " bytes, a program copies at most " + Copies.LIMIT);
        }
        return (int) size;
    }

    private Reader update(Step.Update step) {
        int size = valueSize(step.map());
        int slot = fragments.begin(Long.BYTES);
        var end = code().newLabel();
        fragments.mapAndKey(bindings.fd(step.map()), step.index(), end);
        fragments.bytes(step.value(), size, R3);
        fragments.number(step.flags(), R4);
        return helper(HELPER_UPDATE, slot, end);
    }

    private Reader delete(Step.Delete step) {
        int slot = fragments.begin(Long.BYTES);
        var end = code().newLabel();
        fragments.mapAndKey(bindings.fd(step.map()), step.index(), end);
        return helper(HELPER_DELETE, slot, end);
    }

    private Reader helper(int helper, int slot, Label end) {
        code().call(helper).store(Long.BYTES, R8, HEAD, R0);
        fragments.end(end);
        return Results.step(slot, Results::helper);
    }

    private Reader load(Step.Load step) {
        int slot = fragments.begin(Long.BYTES);
        var end = code().newLabel();
        fragments.find(bindings.fd(step.map()), step.index(), end);
        int offset = fragments.reach(step.offset());
        code().load(step.width(), R1, R0, offset).store(Long.BYTES, R8, HEAD, R1);
        fragments.end(end);
        return Results.step(slot, Results::returned);
    }

    private Reader store(Step.Store step) {
        int slot = fragments.begin(0);
        var end = code().newLabel();
        fragments.operand(step.value(), R7, end);
        fragments.find(bindings.fd(step.map()), step.index(), end);
        return stored(slot, step.width(), step.offset(), end);
    }

    private Reader storePercpu(Step.StorePercpu step) {
        int slot = fragments.begin(0);
        var end = code().newLabel();
        fragments.operand(step.value(), R7, end);
        fragments.findPercpu(bindings.fd(step.map()), step.index(), step.cpu(), end);
        return stored(slot, step.width(), step.offset(), end);
    }

    private Reader stored(int slot, int width, int offset, Label end) {
        int reached = fragments.reach(offset);
        code().store(width, R0, reached, R7);
        return done(slot, end);
    }

    private Reader done(int slot, Label end) {
        fragments.end(end);
        return Results.step(slot, (_, _) -> ErrnoNumbers.DONE);
    }

    private Reader atomicAdd(Step.AtomicAdd step) {
        int slot = fragments.begin(Long.BYTES);
        var end = code().newLabel();
        fragments.operand(step.addend(), R7, end);
        fragments.find(bindings.fd(step.map()), step.index(), end);
        int offset = fragments.reach(step.offset());
        code().fetchAdd(step.width(), R0, offset, R7).store(Long.BYTES, R8, HEAD, R7);
        fragments.end(end);
        return Results.step(slot, Results::returned);
    }

    private Reader forEach(Step.ForEach step) {
        int slot = fragments.begin(Walks.ROOM);
        walks.walk(bindings.map(step.map()), step, slot);
        fragments.end(code().newLabel());
        return Results.step(slot, Walks::read);
    }

    private Reader lockedStore(Step.LockedStore step) {
        int size = valueSize(step.map());
        int lock = bindings.spec(step.map()).lock().orElse(0);
        int slot = fragments.begin(0);
        var end = code().newLabel();
        fragments.find(bindings.fd(step.map()), step.index(), end);
        code().move(R9, R0);
        fragments.bytes(step.value(), size, R7);
        code().move(R1, R9).addConstant(R1, lock).call(HELPER_LOCK);
        storeConstant(0, lock);
        storeConstant(lock + Integer.BYTES, size);
        code().move(R1, R9).addConstant(R1, lock).call(HELPER_UNLOCK);
        return done(slot, end);
    }

    /// Stores part of what register 7 points to to the element whose address is in register 9.
    private void storeConstant(int start, int end) {
        code().move(R2, R7).move(R3, R9);
        Copies.copy(code(), start, end);
    }

    private Reader misalignment(Step.Misalignment step) {
        int slot = fragments.begin(Long.BYTES);
        var end = code().newLabel();
        fragments.find(bindings.fd(step.map()), step.index(), end);
        code().store(Long.BYTES, R8, HEAD, R0);
        fragments.end(end);
        return Results.step(slot, Results::misalignment);
    }

    private Reader distance(Step.Distance step) {
        int slot = fragments.begin(2 * Long.BYTES);
        var end = code().newLabel();
        fragments.operand(step.to(), R7, end);
        fragments.find(bindings.fd(step.map()), step.from(), end);
        code().store(Long.BYTES, R8, HEAD, R0);
        fragments.find(bindings.fd(step.map()), R7, end);
        code().store(Long.BYTES, R8, HEAD + Long.BYTES, R0);
        fragments.end(end);
        return Results.step(slot, Results::distance);
    }
}
