package org.maptck.adapters.faulty;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.MapSpec;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Elements of an array that lie elsewhere than they should, for programs and mappings.
///
/// @param stride bytes from one element to the next, by the value size
record Layout(LongUnaryOperator stride) {
    private static final long NOWHERE = -1;

    Fault fault() {
        return distances().over(loads()).over(stores()).over(adds());
    }

    private Fault distances() {
        return (command, right) -> {
            if (command instanceof Command.Run run
                    && run.steps().getFirst() instanceof Step.Distance s
                    && right.apply(command) instanceof Outcome.Ran(var saw)
                    && saw.getFirst() instanceof Outcome.Returned(long number)) {
                long apart = number / right.spec(s.map()).stride();
                return new Outcome.Ran(
                        List.of(new Outcome.Returned(apart * at(right.spec(s.map())))));
            }
            return right.apply(command);
        };
    }

    private long at(MapSpec spec) {
        return stride.applyAsLong(spec.valueSize());
    }

    private Fault loads() {
        return Faults.instead(
                Command.ReadMemory.class,
                (c, right) -> {
                    var all = Bytes.EMPTY;
                    for (int i = 0; i < c.length(); i++) {
                        long from = moved(c.mapping(), c.offset() + i, right);
                        var one = right.apply(new Command.ReadMemory(c.mapping(), from, 1));
                        all = all.then(one instanceof Outcome.Found(Bytes b) ? b : Bytes.zeros(1));
                    }
                    return all.size() > 0 ? new Outcome.Found(all) : right.apply(c);
                });
    }

    private Fault stores() {
        return Faults.instead(
                Command.WriteMemory.class,
                (c, right) -> {
                    Outcome outcome = Right.DONE;
                    for (int i = 0; i < c.bytes().size(); i++) {
                        long to = moved(c.mapping(), c.offset() + i, right);
                        var one = c.bytes().slice(i, i + 1);
                        outcome = right.apply(new Command.WriteMemory(c.mapping(), to, one));
                    }
                    return outcome;
                });
    }

    private Fault adds() {
        return Faults.as(
                Command.AddMemory.class,
                (c, right) ->
                        new Command.AddMemory(
                                c.mapping(),
                                moved(c.mapping(), c.offset(), right),
                                c.width(),
                                c.addend()));
    }

    /// Where the byte at an offset of a mapping is in the right layout.
    private long moved(Mapping mapping, long offset, Right right) {
        var made = right.made(mapping);
        if (made.isEmpty()) {
            return offset;
        }
        var spec = right.spec(made.get().map());
        long at = made.get().offset() + offset;
        long index = at / at(spec);
        long within = at % at(spec);
        return index < spec.maxEntries() && within < spec.valueSize()
                ? index * spec.stride() + within - made.get().offset()
                : NOWHERE;
    }
}
