package org.maptck.adapters.linux;

import org.maptck.model.Handle;
import org.maptck.model.Operand;
import org.maptck.model.Step;

/// What the verifier has to know of a step, packed into a number: its kind, its map, and the
/// offset, the width and the operation of what it does, or how many bytes it stores. Two steps of
/// one template differ in numbers that a program may read from memory.
@SuppressWarnings("EnumOrdinal")
final class Template {
    /// What stands for a step that has none.
    static final long NONE = -1;

    /// The largest value, in bytes, that an entry holds.
    static final int MOST = 256;

    private static final int UPDATE = 2;
    private static final int LOCKED_STORE = 3;
    private static final int FIRST_ATOMIC = 14;

    private static final int SIZE_SHIFT = Integer.SIZE;
    private static final int HANDLE_SHIFT = SIZE_SHIFT + 6;
    private static final int KIND_SHIFT = HANDLE_SHIFT + 5;

    private static final Operand FIRST = new Operand.Constant(Entries.FIRST);
    private static final Operand SECOND = new Operand.Constant(Entries.SECOND);
    private static final Operand THIRD = new Operand.Constant(Entries.THIRD);

    private Template() {}

    /// The template of a step, or [#NONE].
    static long of(Step step) {
        return switch (step) {
            case Step.Lookup s -> one(0, s.map(), s.index());
            case Step.LookupPercpu s -> one(1, s.map(), s.index());
            case Step.Update s ->
                    plain(s.index()) ? packed(UPDATE, s.map(), s.value().size(), 0) : NONE;
            case Step.Delete s -> one(4, s.map(), s.index());
            case Step.Load s -> part(5, s.map(), s.offset(), s.width(), s.index(), FIRST);
            case Step.Store s -> part(6, s.map(), s.offset(), s.width(), s.index(), s.value());
            case Step.StorePercpu s ->
                    part(7, s.map(), s.offset(), s.width(), s.index(), s.value());
            case Step.AtomicAdd s -> part(8, s.map(), s.offset(), s.width(), s.index(), s.addend());
            case Step.LockedStore s ->
                    plain(s.index()) ? packed(LOCKED_STORE, s.map(), s.value().size(), 0) : NONE;
            case Step.Misalignment s -> one(9, s.map(), s.index());
            case Step.Distance s -> plain(s.to()) ? one(10, s.map(), s.from()) : NONE;
            case Step.PlainAdd s -> part(11, s.map(), s.offset(), s.width(), s.index(), s.addend());
            case Step.CompareExchange s ->
                    plain(s.expected())
                            ? part(12, s.map(), s.offset(), s.width(), s.index(), s.value())
                            : NONE;
            case Step.UpdateFrom s -> plain(s.from()) ? one(13, s.map(), s.index()) : NONE;
            case Step.Atomic s ->
                    part(
                            FIRST_ATOMIC + s.operation().ordinal(),
                            s.map(),
                            s.offset(),
                            s.width(),
                            s.index(),
                            s.operand());
            case Step.ForEach _,
                    Step.ForEachAdding _,
                    Step.DirectLoad _,
                    Step.Through _,
                    Step.Unreached _ ->
                    NONE;
        };
    }

    private static boolean plain(Operand operand) {
        return operand instanceof Operand.Constant;
    }

    private static long one(int kind, Handle map, Operand index) {
        return plain(index) ? packed(kind, map, 0, 0) : NONE;
    }

    private static long part(
            int kind, Handle map, int offset, int width, Operand index, Operand other) {
        boolean known = width > 0 && width <= Long.BYTES && Integer.bitCount(width) == 1;
        return known && plain(index) && plain(other) ? packed(kind, map, offset, width) : NONE;
    }

    private static long packed(int kind, Handle map, int offset, int width) {
        return ((long) kind << KIND_SHIFT)
                | ((long) map.number() << HANDLE_SHIFT)
                | ((long) width << SIZE_SHIFT)
                | Integer.toUnsignedLong(offset);
    }

    /// The step with the places in an entry where its numbers stand instead of the numbers, as
    /// [Entries] fill them in.
    static Step open(Step step) {
        return switch (step) {
            case Step.Lookup s -> new Step.Lookup(s.map(), FIRST);
            case Step.LookupPercpu s -> new Step.LookupPercpu(s.map(), FIRST, Entries.SECOND);
            case Step.Update s -> new Step.Update(s.map(), FIRST, s.value(), Entries.SECOND);
            case Step.Delete s -> new Step.Delete(s.map(), FIRST);
            case Step.Load s -> new Step.Load(s.map(), FIRST, s.offset(), s.width());
            case Step.Store s -> new Step.Store(s.map(), FIRST, s.offset(), s.width(), SECOND);
            case Step.StorePercpu s ->
                    new Step.StorePercpu(
                            s.map(), FIRST, Entries.THIRD, s.offset(), s.width(), SECOND);
            case Step.AtomicAdd s ->
                    new Step.AtomicAdd(s.map(), FIRST, s.offset(), s.width(), SECOND);
            case Step.LockedStore s -> new Step.LockedStore(s.map(), FIRST, s.value());
            case Step.Misalignment s -> new Step.Misalignment(s.map(), FIRST);
            case Step.Distance s -> new Step.Distance(s.map(), FIRST, SECOND);
            case Step.PlainAdd s ->
                    new Step.PlainAdd(s.map(), FIRST, s.offset(), s.width(), SECOND);
            case Step.Atomic s ->
                    new Step.Atomic(s.map(), FIRST, s.offset(), s.width(), s.operation(), SECOND);
            case Step.CompareExchange s ->
                    new Step.CompareExchange(s.map(), FIRST, s.offset(), s.width(), THIRD, SECOND);
            case Step.UpdateFrom s -> new Step.UpdateFrom(s.map(), FIRST, SECOND, Entries.THIRD);
            case Step.ForEach _,
                    Step.ForEachAdding _,
                    Step.DirectLoad _,
                    Step.Through _,
                    Step.Unreached _ ->
                    throw new IllegalArgumentException("a tape holds no " + step);
        };
    }

    /// Whether an entry has room for the value that a step of the template looks up or stores, and
    /// the step gives all of what it stores.
    static boolean fits(long template, long valueSize) {
        boolean stores = kind(template) == UPDATE || kind(template) == LOCKED_STORE;
        return value(template, valueSize) <= MOST && (!stores || (int) template >= valueSize);
    }

    /// Bytes of a value in an entry.
    static long value(long template, long valueSize) {
        return kind(template) <= LOCKED_STORE ? valueSize : 0;
    }

    private static int kind(long template) {
        return (int) (template >>> KIND_SHIFT);
    }
}
