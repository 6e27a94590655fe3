package org.maptck.model.reference;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.maptck.model.Bytes;
import org.maptck.model.Outcome;

/// How far two outcomes of the same command may differ where others were writing meanwhile.
final class Likeness {
    private Likeness() {}

    /// The same but for what was read.
    static boolean alike(Outcome one, Outcome other) {
        return switch (one) {
            case Outcome.Found(Bytes bytes) ->
                    other instanceof Outcome.Found(Bytes more) && more.size() == bytes.size();
            case Outcome.Returned _ -> other instanceof Outcome.Returned;
            case Outcome.Filled(var refusal, Bytes room) ->
                    other instanceof Outcome.Filled(var otherRefusal, Bytes otherRoom)
                            && otherRefusal.equals(refusal)
                            && otherRoom.size() == room.size();
            case Outcome.Batched a -> other instanceof Outcome.Batched b && alike(a, b);
            case Outcome.Visited a -> other instanceof Outcome.Visited b && alike(a, b);
            case Outcome.Ran(var steps) ->
                    other instanceof Outcome.Ran(var otherSteps) && alike(steps, otherSteps);
            case Outcome.Informed _ -> one.equals(other);
            case Outcome.Printed _ -> other instanceof Outcome.Printed;
            case Outcome.Done _ -> one.equals(other);
            case Outcome.Refused _ -> one.equals(other);
            case Outcome.Absent _ -> one.equals(other);
            case Outcome.Described _ -> one.equals(other);
            case Outcome.Raced _ -> one.equals(other);
            case Outcome.Unsupported _ -> one.equals(other);
        };
    }

    private static boolean alike(Outcome.Batched one, Outcome.Batched other) {
        return one.refusal().equals(other.refusal())
                && one.count() == other.count()
                && one.keys().equals(other.keys())
                && one.values().size() == other.values().size()
                && one.cursor().equals(other.cursor());
    }

    private static boolean alike(Outcome.Visited one, Outcome.Visited other) {
        return one.returned() == other.returned()
                && one.keys().equals(other.keys())
                && one.values().size() == other.values().size();
    }

    private static boolean alike(List<Outcome> some, List<Outcome> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> alike(some.get(i), others.get(i)));
    }

    /// Whether each byte that was found is that byte of one of the states.
    static boolean mixed(Bytes seen, Set<Outcome> states) {
        return IntStream.range(0, seen.size())
                .allMatch(i -> states.stream().anyMatch(state -> sameByte(seen, state, i)));
    }

    private static boolean sameByte(Bytes seen, Outcome state, int i) {
        return state instanceof Outcome.Found(Bytes bytes)
                && bytes.size() == seen.size()
                && bytes.at(i) == seen.at(i);
    }
}
