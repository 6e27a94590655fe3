package org.maptck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maptck.adapters.recorded.Recording;
import org.maptck.features.explore.RaceTable;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// What callers of a race cannot have seen, made of what they saw: a caller more or fewer; but
/// where maps come and go, an answer of another kind, size or refusal; where it does not matter who
/// was first, any other byte or number; bytes that nobody wrote; and, where reads are whole, a read
/// that is of two writes.
///
/// @param id of the trace, which says what the race is about
record AlteredRaces(String id, Command.Race race, Outcome.Raced raced) {
    Stream<Outcome> all() {
        var shapes = Stream.concat(Altered.shapes(raced), Stream.of(new Outcome.Done()));
        return in(RaceTable.WORLD) || in("list-")
                ? shapes
                : Stream.concat(
                        shapes,
                        IntStream.range(0, raced.seen().size()).boxed().flatMap(this::ofCaller));
    }

    private boolean in(String group) {
        return id.startsWith(Recording.WALK + group);
    }

    private boolean scenario() {
        return !id.startsWith(Recording.WALK);
    }

    private Stream<Outcome> ofCaller(int caller) {
        var impossible = new ArrayList<Outcome>();
        for (Outcome seen : raced.seen().get(caller).stream().limit(2).toList()) {
            Altered.shapes(seen).filter(other -> !other.equals(seen)).forEach(impossible::add);
            if (settled()) {
                Altered.contents(seen).forEach(impossible::add);
            }
        }
        impossible.addAll(reads(caller));
        return impossible.stream().map(outcome -> with(caller, outcome));
    }

    /// Whether what is seen does not depend on who was first, but for distances between slots.
    private boolean settled() {
        return (in(RaceTable.READING) || in(RaceTable.APART) || in(RaceTable.ADDING))
                && race.callers().stream().noneMatch(AlteredRaces::measures);
    }

    private static boolean measures(Command caller) {
        return caller instanceof Command.Run run
                && run.steps().stream().anyMatch(Step.Distance.class::isInstance);
    }

    private List<Bytes> values(int caller) {
        return raced.seen().get(caller).stream()
                .filter(Outcome.Found.class::isInstance)
                .map(found -> ((Outcome.Found) found).bytes())
                .toList();
    }

    private List<Outcome> reads(int caller) {
        var values = values(caller);
        var impossible = new ArrayList<Outcome>();
        if (scenario() || in(RaceTable.STORING) || in(RaceTable.LOCKED)) {
            values.stream()
                    .limit(1)
                    .map(bytes -> new Outcome.Found(Bytes.filled(bytes.size(), 0xa5)))
                    .forEach(impossible::add);
        }
        if ((id.startsWith("lock.") || in(RaceTable.LOCKED)) && values.size() > 1) {
            impossible.add(new Outcome.Found(torn(values.get(0), values.get(1))));
        }
        return impossible;
    }

    /// What callers may have seen although these did not: a read that is of two writes, where not
    /// all take the lock.
    Stream<Outcome> possible() {
        return in(RaceTable.STORING)
                ? IntStream.range(0, raced.seen().size())
                        .filter(caller -> values(caller).size() > 1)
                        .mapToObj(caller -> {
                            var values = values(caller);
                            var torn = new Outcome.Found(torn(values.get(0), values.get(1)));
                            return with(caller, torn);
                        })
                : Stream.empty();
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
