package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.recorded.Recording;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Extras;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Permitted;
import org.maptck.model.Step;
import org.maptck.model.Trace;
import org.maptck.model.TypeShape;
import org.maptck.model.reference.ReferenceModel;

/// The other side of [RecordedKernelsTest], as a model that permits anything would agree with every
/// kernel: what nobody can have seen is not permitted.
class AlteredAnswersTest {
    private static final long MANY = 1000;
    private static final int ID = 4;
    private static final int TYPES = 64;
    private static final int TYPES_END = 76;

    private int races;
    private int others;

    @Test
    void linux6v18() {
        refuses("6.18");
        assertTrue(races > 20, races + " races");
        assertTrue(others > 200, others + " others");
    }

    @Test
    void linux5v10() {
        refuses("5.10");
    }

    private void refuses(String version) {
        var kernel = RecordedKernel.named(version);
        try (var model = new ReferenceModel(kernel.platform())) {
            kernel.traces()
                    .forEach((id, trace) -> {
                        if (!id.startsWith(Recording.CHANGE)
                                && trace.commands().stream()
                                        .anyMatch(AlteredAnswersTest::mayBeOpen)) {
                            model.reset();
                            refuses(kernel, model, id, trace);
                        }
                    });
        }
    }

    /// Whether more than one answer may be permitted, ever.
    private static boolean mayBeOpen(Command command) {
        return switch (Seen.bare(command)) {
            case Command.Create c ->
                    c.spec().maxEntries() > MANY || !c.extras().equals(Extras.NONE);
            case Command.MapMemory _ -> true;
            case Command.Run c ->
                    c.steps().size() > 1 || c.steps().getFirst() instanceof Step.Distance;
            case Command.OpenById _ -> true;
            case Command.GetInfo _ -> true;
            case Command.ReadInfo _ -> true;
            case Command.ShowDescriptor _ -> true;
            case Command.ReadPin _ -> true;
            case Command.Race _ -> true;
            case Command.AddMemory _ -> true;
            case Command.Iterate _ -> true;
            default -> command instanceof Command.Enveloped;
        };
    }

    private void refuses(RecordedKernel kernel, ReferenceModel model, String id, Trace trace) {
        var before = new ArrayList<Trace.Entry>();
        for (Trace.Entry entry : trace.entries()) {
            var permitted = model.step(entry.command());
            if (entry.outcome() instanceof Outcome.Unsupported
                    && !kernel.known(id)
                    && (entry.command() instanceof Command.AddMemory
                            || (entry.command() instanceof Command.Iterate
                                    && !kernel.baseline().mentions("iterator.order")))) {
                assertInstanceOf(Outcome.Unsupported.class, permitted.example(), id);
            }
            if (!permitted.permits(entry.outcome())) {
                return;
            }
            if (!(permitted instanceof Permitted.Only)
                    || entry.outcome() instanceof Outcome.Raced) {
                var seen = new Seen(kernel, id, new Trace(before), entry);
                check(seen, permitted);
            }
            model.settle(entry.outcome());
            before.add(entry);
        }
    }

    /// An answer to a command after others.
    private record Seen(RecordedKernel kernel, String id, Trace before, Trace.Entry entry) {
        Command command() {
            return bare(entry.command());
        }

        /// Whether all maps so far have values that are whole integers, signed or not.
        boolean foreseen() {
            return before.commands().stream()
                    .allMatch(command ->
                            !(bare(command) instanceof Command.Create create)
                                    || create.extras()
                                            .types()
                                            .value()
                                            .filter(Seen::whole)
                                            .isPresent());
        }

        private static boolean whole(TypeShape type) {
            return type.resolved().toString().matches("(un)?signed \\d+");
        }

        private static Command bare(Command command) {
            return switch (command) {
                case Command.Deprived c -> bare(c.inner());
                case Command.Enveloped c -> c.inner();
                default -> command;
            };
        }
    }

    private void check(Seen seen, Permitted permitted) {
        if (permitted instanceof Permitted.OneOf) {
            assertTrue(
                    new Latitude(seen.kernel().platform())
                            .leavesOpen(seen.before(), seen.entry().command()),
                    () -> seen.id() + seen.entry() + permitted);
        }
        if (race(seen).isPresent()) {
            var possible = race(seen).get().possible();
            var refused = possible.filter(it -> !permitted.permits(it)).findFirst();
            assertEquals(Optional.empty(), refused, () -> seen.id() + seen.entry());
        }
        var odd = impossible(seen).filter(permitted::permits).findFirst();
        assertEquals(Optional.empty(), odd, () -> seen.id() + seen.entry());
    }

    private Stream<Outcome> impossible(Seen seen) {
        var outcome = seen.entry().outcome();
        var race = race(seen);
        if (race.isPresent()) {
            races++;
            return race.get().all();
        }
        others++;
        return Stream.concat(Altered.shapes(outcome), contents(seen, outcome))
                .filter(other -> !other.equals(outcome))
                .filter(Predicate.not(other -> leftOpen(seen, other)));
    }

    private static Optional<AlteredRaces> race(Seen seen) {
        return seen.command() instanceof Command.Race race
                        && seen.entry().outcome() instanceof Outcome.Raced raced
                ? Optional.of(new AlteredRaces(seen.id(), race, raced))
                : Optional.empty();
    }

    private static Stream<Outcome> contents(Seen seen, Outcome outcome) {
        return outcome instanceof Outcome.Printed(String text)
                        && seen.command() instanceof Command.ShowDescriptor
                ? new AlteredDescriptor(text, seen.kernel().platform()).all()
                : Altered.contents(outcome);
    }

    /// Nobody foresees ids, distances between slots, how elements of most types are printed, which
    /// of several refusals comes, nor which bytes were written before a fault.
    private static boolean leftOpen(Seen seen, Outcome other) {
        return switch (seen.entry().outcome()) {
            case Outcome.Filled(var refusal, Bytes room)
                    when refusal.filter(Errno.EFAULT::equals).isPresent() ->
                    other instanceof Outcome.Filled(var same, Bytes part)
                            && refusal.equals(same)
                            && fewer(room, part);
            case Outcome.Informed(_, _, Bytes buffer, _) ->
                    other instanceof Outcome.Informed(_, _, Bytes changed, _)
                            && sameButIds(buffer, changed)
                            && !changed.equals(buffer);
            case Outcome.Ran(var steps) ->
                    other instanceof Outcome.Ran(var changed)
                            && changed.size() == steps.size()
                            && onlyDistances(((Command.Run) seen.command()), steps, changed);
            case Outcome.Printed _ ->
                    seen.command() instanceof Command.ReadPin
                            && !seen.foreseen()
                            && other instanceof Outcome.Printed(String text)
                            && text.startsWith("#");
            case Outcome.Refused _ -> other instanceof Outcome.Done;
            default -> false;
        };
    }

    private static boolean fewer(Bytes room, Bytes part) {
        return room.size() == part.size()
                && IntStream.range(0, room.size())
                        .allMatch(i -> part.at(i) == Output.POISON || part.at(i) == room.at(i));
    }

    private static boolean sameButIds(Bytes one, Bytes other) {
        if (one.size() != other.size()) {
            return false;
        }
        boolean typed = false;
        for (int at = TYPES; at < Math.min(TYPES_END, one.size()); at++) {
            typed |= one.at(at) != 0;
        }
        for (int at = 0; at < one.size(); at++) {
            boolean open = (at >= ID && at < 2 * ID) || (typed && at >= TYPES && at < TYPES_END);
            if (!open && one.at(at) != other.at(at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean onlyDistances(
            Command.Run run, List<Outcome> steps, List<Outcome> changed) {
        for (int i = 0; i < steps.size(); i++) {
            boolean number = changed.get(i) instanceof Outcome.Returned;
            boolean open = run.steps().get(i) instanceof Step.Distance && number;
            if (!open && !steps.get(i).equals(changed.get(i))) {
                return false;
            }
        }
        return true;
    }
}
