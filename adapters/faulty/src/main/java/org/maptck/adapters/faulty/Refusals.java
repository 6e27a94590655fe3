package org.maptck.adapters.faulty;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.InfoRequest;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// Refusals, in whichever form an outcome has them.
final class Refusals {
    private Refusals() {}

    static Outcome refused(Errno errno) {
        return new Outcome.Refused(errno);
    }

    /// The refusal of a call, in the form of that call.
    static Outcome of(Command command, Errno errno) {
        return switch (command) {
            case Command.LookupBatch c -> batched(errno, c.count());
            case Command.UpdateBatch c -> batched(errno, c.count());
            case Command.DeleteBatch c -> batched(errno, c.count());
            case Command.LookupAndDeleteBatch c -> batched(errno, c.count());
            case Command.Lookup c -> into(c.value(), errno);
            case Command.LookupAndDelete c -> into(c.value(), errno);
            case Command.NextKey c -> into(c.next(), errno);
            case Command.Enveloped c -> of(c.inner(), errno);
            case Command.Deprived c -> of(c.inner(), errno);
            case Command.ReadInfo c -> informed(c.request(), errno);
            case Command _ -> refused(errno);
        };
    }

    private static Outcome batched(Errno errno, long count) {
        return new Outcome.Batched(
                Optional.of(errno), count, Bytes.EMPTY, Bytes.EMPTY, Optional.empty());
    }

    private static Outcome informed(InfoRequest request, Errno errno) {
        var hash = request.hash().map(_ -> Bytes.filled(InfoRequest.Hash.SIZE, Output.POISON));
        return new Outcome.Informed(
                Optional.of(errno), request.length(), request.before(), hash.orElse(Bytes.EMPTY));
    }

    private static Outcome into(Output output, Errno errno) {
        return output instanceof Output.Room(int size)
                ? new Outcome.Filled(Optional.of(errno), Bytes.filled(size, Output.POISON))
                : refused(errno);
    }

    /// The same outcome with another errno, where it has one; the steps of a program included.
    static Outcome map(Outcome outcome, UnaryOperator<Errno> change) {
        return switch (outcome) {
            case Outcome.Refused(var errno) -> refused(change.apply(errno));
            case Outcome.Filled(var refusal, Bytes room) ->
                    new Outcome.Filled(refusal.map(change), room);
            case Outcome.Batched b ->
                    new Outcome.Batched(
                            b.refusal().map(change), b.count(), b.keys(), b.values(), b.cursor());
            case Outcome.Informed i ->
                    new Outcome.Informed(i.refusal().map(change), i.length(), i.buffer(), i.hash());
            case Outcome.Ran(var steps) ->
                    new Outcome.Ran(steps.stream().map(step -> map(step, change)).toList());
            case Outcome.Done _,
                    Outcome.Found _,
                    Outcome.Absent _,
                    Outcome.Returned _,
                    Outcome.Described _,
                    Outcome.Printed _,
                    Outcome.Visited _,
                    Outcome.Raced _,
                    Outcome.Unsupported _ ->
                    outcome;
        };
    }
}
