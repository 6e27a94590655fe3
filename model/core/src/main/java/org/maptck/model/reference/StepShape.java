package org.maptck.model.reference;

import java.util.ArrayList;
import java.util.List;
import org.maptck.model.Handle;
import org.maptck.model.Step;

/// What decides whether a program with a step loads, packed into a number: the kind of the step,
/// its map, and the offset and width of its access, or how many bytes it stores. Its other numbers
/// do not matter.
final class StepShape {
    /// What stands for steps that are all looked at.
    private static final long EACH = -1;

    private static final int WIDTH_SHIFT = Integer.SIZE;
    private static final int HANDLE_SHIFT = WIDTH_SHIFT + 6;
    private static final int KIND_SHIFT = HANDLE_SHIFT + 5;

    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;
    private static final int REMEMBERED_BITS = 8;

    private StepShape() {}

    /// The steps without most of those that are of the shape of one before.
    static List<Step> different(List<Step> steps) {
        var remembered = new long[1 << REMEMBERED_BITS];
        var different = new ArrayList<Step>();
        for (Step step : steps) {
            long shape = of(step);
            int place = (int) ((shape * SPREAD) >>> (Long.SIZE - REMEMBERED_BITS));
            if (shape == EACH || remembered[place] != shape) {
                remembered[place] = shape;
                different.add(step);
            }
        }
        return different;
    }

    private static long of(Step step) {
        return switch (step) {
            case Step.Lookup s -> packed(1, s.map(), 0, 0);
            case Step.LookupPercpu s -> packed(2, s.map(), 0, 0);
            case Step.Update s -> packed(3, s.map(), s.value().size(), 0);
            case Step.LockedStore s -> packed(4, s.map(), s.value().size(), 0);
            case Step.Delete s -> packed(5, s.map(), 0, 0);
            case Step.Load s -> packed(6, s.map(), s.offset(), s.width());
            case Step.Store s -> packed(7, s.map(), s.offset(), s.width());
            case Step.StorePercpu s -> packed(8, s.map(), s.offset(), s.width());
            case Step.AtomicAdd s -> packed(9, s.map(), s.offset(), s.width());
            case Step.Atomic s -> packed(9, s.map(), s.offset(), s.width());
            case Step.CompareExchange s -> packed(9, s.map(), s.offset(), s.width());
            case Step.PlainAdd s -> packed(10, s.map(), s.offset(), s.width());
            case Step.UpdateFrom s -> packed(11, s.map(), 0, 0);
            case Step.Misalignment s -> packed(12, s.map(), 0, 0);
            case Step.Distance s -> packed(12, s.map(), 0, 0);
            case Step.ForEach _,
                    Step.ForEachAdding _,
                    Step.DirectLoad _,
                    Step.Through _,
                    Step.Unreached _ ->
                    EACH;
        };
    }

    private static long packed(int kind, Handle map, int offset, int width) {
        return ((long) kind << KIND_SHIFT)
                | ((long) map.number() << HANDLE_SHIFT)
                | ((long) width << WIDTH_SHIFT)
                | Integer.toUnsignedLong(offset);
    }
}
