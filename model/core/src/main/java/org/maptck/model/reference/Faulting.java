package org.maptck.model.reference;

import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Permitted;

/// What the end of memory in the midst of a copy leaves. Up to which byte a machine copies before
/// it is its own affair: some give up eight bytes and more ahead.
final class Faulting {
    private static final String FEWER = ", or fewer bytes before the fault";

    private Faulting() {}

    static Permitted permitted(Outcome whole) {
        boolean faulted = whole.refusal().filter(Errno.EFAULT::equals).isPresent();
        boolean shown = whole instanceof Outcome.Filled || whole instanceof Outcome.Batched;
        return faulted && shown
                ? new Permitted.Such(whole, whole + FEWER, seen -> fits(whole, seen))
                : new Permitted.Only(whole);
    }

    private static boolean fits(Outcome whole, Outcome seen) {
        if (whole instanceof Outcome.Filled(var refusal, Bytes room)) {
            return seen instanceof Outcome.Filled(var other, Bytes part)
                    && refusal.equals(other)
                    && fits(room, part);
        }
        return whole
                        instanceof
                        Outcome.Batched(var refusal, long count, var keys, var values, var cursor)
                && seen instanceof Outcome.Batched other
                && refusal.equals(other.refusal())
                && count == other.count()
                && fits(keys, other.keys())
                && fits(values, other.values())
                && fits(cursor, other.cursor());
    }

    /// A cursor of which nothing was written is not shown.
    private static boolean fits(Optional<Bytes> whole, Optional<Bytes> part) {
        return whole.isEmpty() ? part.isEmpty() : part.isEmpty() || fits(whole.get(), part.get());
    }

    private static boolean fits(Bytes whole, Bytes part) {
        if (whole.equals(part)) {
            return true;
        }
        var all = whole.toArray();
        var seen = part.toArray();
        boolean fits = all.length == seen.length;
        for (int i = 0; fits && i < all.length; i++) {
            fits = seen[i] == all[i] || seen[i] == (byte) Output.POISON;
        }
        return fits;
    }
}
