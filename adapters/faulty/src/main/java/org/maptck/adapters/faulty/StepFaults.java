package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.see;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Command.Lookup;
import org.maptck.model.Command.Race;
import org.maptck.model.Command.Run;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Visited;
import org.maptck.model.Step;
import org.maptck.model.Step.Atomic;
import org.maptck.model.Step.CompareExchange;
import org.maptck.model.Step.ForEachAdding;
import org.maptck.model.Step.PlainAdd;
import org.maptck.model.Step.UpdateFrom;

/// Faults in what programs do in several steps, and in what several callers do at once.
final class StepFaults {
    private StepFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "atomic-or-adds",
                        "program.atomic.operations",
                        "takes an exclusive or for an inclusive one",
                        Steps.as(
                                Atomic.class,
                                s -> operation(s, AtomicOperation.XOR, AtomicOperation.OR))),
                bad(
                        "atomic-exchange-ands",
                        "program.atomic.operations",
                        "takes an exchange for an and",
                        Steps.as(
                                Atomic.class,
                                s -> operation(s, AtomicOperation.EXCHANGE, AtomicOperation.AND))),
                bad(
                        "atomic-exchange-always",
                        "program.atomic.operations",
                        "exchanges whatever is there",
                        Steps.as(
                                CompareExchange.class,
                                s ->
                                        new Atomic(
                                                s.map(),
                                                s.index(),
                                                s.offset(),
                                                s.width(),
                                                AtomicOperation.EXCHANGE,
                                                s.value()))),
                bad(
                        "atomic-operation-misaligned",
                        "program.atomic.operations-aligned",
                        "rounds the place of an atomic operation down to its size",
                        Steps.as(
                                Atomic.class,
                                s ->
                                        new Atomic(
                                                s.map(),
                                                s.index(),
                                                s.offset() & -s.width(),
                                                s.width(),
                                                s.operation(),
                                                s.operand()))),
                bad(
                        "plain-add-lost",
                        "program.plain-add",
                        "stores nothing of what it adds",
                        Steps.as(
                                PlainAdd.class,
                                s ->
                                        new PlainAdd(
                                                s.map(),
                                                s.index(),
                                                s.offset(),
                                                s.width(),
                                                new Operand.Constant(0)))),
                bad(
                        "update-from-nothing",
                        "program.update.same-map",
                        "copies nothing from one element to another",
                        Steps.as(
                                UpdateFrom.class,
                                s -> new UpdateFrom(s.map(), s.from(), s.from(), s.flags()))),
                bad(
                        "walk-of-a-copy",
                        "program.for-each.ahead",
                        "walks over what the elements held when it began",
                        Steps.instead(ForEachAdding.class, StepFaults::copied)),
                bad(
                        "readers-refused",
                        "array.race.plain",
                        "refuses a lookup while others write with EBUSY",
                        see(
                                Race.class,
                                (c, seen) ->
                                        more(
                                                c,
                                                seen,
                                                caller ->
                                                        caller instanceof Lookup l
                                                                && l.flags() == 0,
                                                _ -> Refusals.refused(Errno.EBUSY)))),
                bad(
                        "locked-readers-torn",
                        "lock.race",
                        "shows locked readers the first half of one write with the rest of another",
                        see(
                                Race.class,
                                (c, seen) ->
                                        more(
                                                c,
                                                seen,
                                                caller ->
                                                        caller instanceof Lookup l
                                                                && l.flags() == Flags.LOCK,
                                                StepFaults::torn))),
                bad(
                        "plain-add-races",
                        "percpu.race.plain-add",
                        "loses what the last of several callers adds in three instructions",
                        lastLost(PlainAdd.class)),
                bad(
                        "atomic-operations-race",
                        "array.race.atomic",
                        "adds what several callers change atomically",
                        instead(
                                Race.class,
                                (c, right) ->
                                        right.apply(
                                                new Race(
                                                        c.callers().stream()
                                                                .map(StepFaults::cleared)
                                                                .toList(),
                                                        c.times())))));
    }

    private static Atomic operation(Atomic s, AtomicOperation wanted, AtomicOperation done) {
        return s.operation() == wanted
                ? new Atomic(s.map(), s.index(), s.offset(), s.width(), done, s.operand())
                : s;
    }

    private static Outcome copied(ForEachAdding step, int cpu, Right right) {
        var before = right.run(cpu, new Step.ForEach(step.map(), 0, 0));
        var seen = right.run(cpu, step);
        return seen instanceof Visited && before instanceof Visited ? before : seen;
    }

    /// Callers of a race that meet a condition see one outcome more.
    private static Outcome more(
            Race race, Outcome outcome, Predicate<Command> which, UnaryOperator<Outcome> other) {
        if (!(outcome instanceof Outcome.Raced(var seen))) {
            return outcome;
        }
        var all = new ArrayList<>(seen);
        for (int i = 0; i < all.size(); i++) {
            if (which.test(race.callers().get(i))) {
                var longer = new ArrayList<>(all.get(i));
                longer.add(other.apply(longer.getFirst()));
                all.set(i, longer);
            }
        }
        return new Outcome.Raced(all);
    }

    private static Outcome torn(Outcome whole) {
        if (!(whole instanceof Outcome.Found(Bytes bytes)) || bytes.size() < 2) {
            return whole;
        }
        int last = bytes.size() - 1;
        var other = Bytes.of((byte) ~bytes.at(last));
        return new Outcome.Found(bytes.slice(0, last).then(other));
    }

    /// A race of programs of such a step leaves out its last caller.
    static <S extends Step> Fault lastLost(Class<S> kind) {
        return instead(
                Race.class,
                (c, right) -> {
                    if (!(c.callers().getLast() instanceof Run run)
                            || !kind.isInstance(run.steps().getFirst())) {
                        return right.apply(c);
                    }
                    var fewer = c.callers().subList(0, c.callers().size() - 1);
                    var outcome = right.apply(new Race(fewer, c.times()));
                    return outcome instanceof Outcome.Raced(var seen)
                            ? new Outcome.Raced(with(seen, seen.getFirst()))
                            : outcome;
                });
    }

    private static List<List<Outcome>> with(List<List<Outcome>> all, List<Outcome> one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static Command cleared(Command caller) {
        return caller instanceof Run run
                ? Steps.map(
                        run,
                        step ->
                                step instanceof Atomic s
                                        ? new Step.AtomicAdd(
                                                s.map(),
                                                s.index(),
                                                s.offset(),
                                                s.width(),
                                                s.operand())
                                        : step)
                : caller;
    }
}
