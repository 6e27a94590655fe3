package org.maptck.adapters.faulty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Outcome;

/// Faults in the values of per-CPU arrays as user space hands them over and gets them.
final class Slots {
    private Slots() {}

    /// The slots of an update come in another form; the second operand holds those of before.
    static Fault in(BinaryOperator<List<Bytes>> change) {
        return Faults.as(
                Command.Update.class,
                (c, right) -> {
                    var old = right.value(c.map(), right.index(c.key()));
                    boolean whole =
                            right.perCpu(c.map())
                                    && (c.flags() & ~(Flags.EXIST | Flags.NOEXIST)) == 0
                                    && c.value() instanceof Input.Given(Bytes given)
                                    && given.size() == old.size();
                    return whole && c.value() instanceof Input.Given(Bytes given)
                            ? new Command.Update(
                                    c.map(),
                                    c.key(),
                                    new Input.Given(
                                            joined(
                                                    change.apply(
                                                            of(c.map(), given, right),
                                                            of(c.map(), old, right)))),
                                    c.flags())
                            : c;
                });
    }

    /// The slots of a lookup come back in another form.
    static Fault out(UnaryOperator<List<Bytes>> change) {
        return Faults.instead(
                Command.Lookup.class,
                (c, right) ->
                        right.apply(c) instanceof Outcome.Found(Bytes bytes) && whole(c, right)
                                ? new Outcome.Found(joined(change.apply(of(c.map(), bytes, right))))
                                : right.apply(c));
    }

    private static boolean whole(Command.Lookup c, Right right) {
        return right.perCpu(c.map()) && (c.flags() & (Flags.CPU | Flags.ALL_CPUS)) == 0;
    }

    static List<Bytes> of(Handle map, Bytes user, Right right) {
        int stride = Math.toIntExact(right.spec(map).stride());
        var slots = new ArrayList<Bytes>();
        for (int at = 0; at < user.size(); at += stride) {
            slots.add(user.slice(at, at + stride));
        }
        return slots;
    }

    static Bytes joined(List<Bytes> slots) {
        return slots.stream().reduce(Bytes.EMPTY, Bytes::then);
    }

    /// The first slot in the place of each.
    static List<Bytes> firstEverywhere(List<Bytes> slots) {
        return slots.stream().map(_ -> slots.getFirst()).toList();
    }
}
