package org.maptck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;

/// What callers of a race cannot have seen, made of what they saw: a refusal, bytes that nobody
/// wrote, and, where reads are whole, a read that is of two writes.
record AlteredRaces(Outcome.Raced raced, boolean whole) {
    Stream<Outcome> all() {
        return IntStream.range(0, raced.seen().size()).boxed().flatMap(this::ofCaller);
    }

    private Stream<Outcome> ofCaller(int caller) {
        var seen = raced.seen().get(caller);
        var values =
                seen.stream()
                        .filter(Outcome.Found.class::isInstance)
                        .map(found -> ((Outcome.Found) found).bytes())
                        .toList();
        var impossible = new ArrayList<Outcome>();
        impossible.add(new Outcome.Refused(Errno.EIO));
        values.stream()
                .limit(1)
                .map(bytes -> new Outcome.Found(Bytes.filled(bytes.size(), 0xa5)))
                .forEach(impossible::add);
        if (whole && values.size() > 1) {
            impossible.add(new Outcome.Found(torn(values.get(0), values.get(1))));
        }
        return impossible.stream().map(outcome -> with(caller, outcome));
    }

    /// Bytes of one value and of another, cut in the middle of where they differ.
    private static Bytes torn(Bytes one, Bytes other) {
        var unlike =
                IntStream.range(0, one.size())
                        .filter(i -> !one.slice(i, i + 1).equals(other.slice(i, i + 1)))
                        .toArray();
        int cut = unlike[unlike.length / 2];
        return one.slice(0, cut).then(other.slice(cut, other.size()));
    }

    /// What was seen, and one outcome more for a caller.
    private Outcome with(int caller, Outcome outcome) {
        var callers = new ArrayList<List<Outcome>>(raced.seen());
        var own = new ArrayList<>(callers.get(caller));
        own.add(outcome);
        callers.set(caller, own);
        return new Outcome.Raced(callers);
    }
}
