package org.maptck.features.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.maptck.features.Mismatch;
import org.maptck.features.Words;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// What a scenario demands.
public final class Expectations {
    private final World world;
    private final Contents contents;

    public Expectations(World world, Contents contents) {
        this.world = world;
        this.contents = contents;
    }

    @Then("it {judgement}")
    public void ends(Judgement judgement) {
        switch (judgement) {
            case Judgement.Success() -> succeeds();
            case Judgement.Refusal refusal -> refused(refusal);
        }
    }

    private void succeeds() {
        each(
                "success",
                outcome ->
                        success(outcome)
                                && (world.asksForNumber()
                                        || !(outcome instanceof Outcome.Returned)));
    }

    private static boolean success(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _,
                    Outcome.Found _,
                    Outcome.Returned _,
                    Outcome.Described _,
                    Outcome.Printed _ ->
                    true;
            case Outcome.Informed _, Outcome.Filled _, Outcome.Batched _ ->
                    outcome.refusal().isEmpty();
            case Outcome.Visited(long returned, _, _) -> returned >= 0;
            case Outcome.Ran(var steps) -> steps.stream().allMatch(Expectations::success);
            case Outcome.Raced(var seen) ->
                    seen.stream().flatMap(List::stream).allMatch(Expectations::success);
            case Outcome.Refused _, Outcome.Absent _, Outcome.Unsupported _ -> false;
        };
    }

    private void refused(Judgement.Refusal refusal) {
        each(
                refusal.words(),
                outcome ->
                        outcome instanceof Outcome.Unsupported
                                || errno(outcome).filter(refusal::names).isPresent());
    }

    private static Optional<Errno> errno(Outcome outcome) {
        return outcome instanceof Outcome.Ran(var steps) && steps.size() == 1
                ? errno(steps.getFirst())
                : outcome.refusal();
    }

    /// A value of the map that the scenario began with, as user space sees it; NULL for no value; a
    /// number where a program was asked for one.
    @Then("it finds/gives {value}{alternative}")
    public void findsValue(Value value, Optional<Value> alternative) {
        if (alternative.isPresent()) {
            findsEither(bytes(value), bytes(alternative.get()));
        } else if (value instanceof Value.Missing) {
            each("nothing (NULL)", new Outcome.Absent()::equals);
        } else if (value instanceof Value.Numeral(long number) && world.asksForPart()) {
            each("the number " + number, new Outcome.Returned(number)::equals);
        } else {
            var bytes = bytes(value);
            each(Words.of(bytes), new Outcome.Found(bytes)::equals);
        }
    }

    private Bytes bytes(Value value) {
        return value.forUser(world.spec(Handle.A), world.platform());
    }

    private void findsEither(Bytes one, Bytes other) {
        each(
                Words.of(one) + " or " + Words.of(other),
                outcome ->
                        outcome.equals(new Outcome.Found(one))
                                || outcome.equals(new Outcome.Found(other)));
    }

    @Then("the buffer holds {value} and {number} untouched bytes")
    public void buffer(Value value, long untouched) {
        var start = value.forUser(world.spec(Handle.A), world.platform());
        var bytes = start.then(Bytes.filled((int) untouched, Output.POISON));
        each(
                "the buffer " + Words.of(bytes),
                outcome -> outcome instanceof Outcome.Filled(_, var room) && room.equals(bytes));
    }

    @Then("it reports:")
    public void reports(DataTable fields) {
        var wanted = new HashMap<String, String>();
        fields.asMap().forEach((name, cell) -> wanted.put(name, cell == null ? "" : cell));
        wanted.computeIfPresent("values", (_, words) -> words.isEmpty() ? "" : hex(words));
        var expected = wanted.toString();
        var id = Optional.ofNullable(wanted.remove("id"));
        each(
                expected,
                outcome ->
                        Report.of(outcome, world.platform()).has(wanted)
                                && id.map(words -> isId(words, outcome)).orElse(true));
    }

    /// `some`, or `that of map B` or `not that of map B` as it was told.
    private boolean isId(String words, Outcome outcome) {
        if (!(outcome instanceof Outcome.Described(var info)) || info.id() == 0) {
            return false;
        }
        if (words.equals("some")) {
            return true;
        }
        var map = Handle.named(words.substring(words.length() - 1));
        return (world.id(map) == info.id()) != words.startsWith("not ");
    }

    /// Values of the map that the scenario began with, as a batch delivers them or a walk shows
    /// them to its program.
    private String hex(String values) {
        boolean walked = world.answers().stream().allMatch(Outcome.Visited.class::isInstance);
        var spec = world.spec(Handle.A);
        var bytes = Bytes.EMPTY;
        for (String words : values.split(", ", -1)) {
            var value = Parameters.plain(words);
            bytes =
                    bytes.then(
                            walked
                                    ? value.forProgram(spec, world.platform(), 0)
                                    : value.forUser(spec, world.platform()));
        }
        return bytes.toString();
    }

    @Then("{actor} sees {value} at {element}{slot}")
    public void sees(Actor actor, Value value, Element element, Slot slot) {
        var spec = world.spec(element.map());
        switch (actor) {
            case Actor.UserSpace _ -> {
                var bytes = value.forUser(spec, world.platform());
                var key = element.input(world.platform());
                var lookup = new Command.Lookup(element.map(), key, Flags.ANY, new Output.Fits());
                world.perform(actor.around(lookup));
                each(Words.of(bytes), new Outcome.Found(bytes)::equals);
                contents.holds(element.map(), element.index(world.platform()), bytes);
            }
            case Actor.AnyProgram _,
                    Actor.ProgramOn _,
                    Actor.ProgramEverywhere _,
                    Actor.OtherProgram _,
                    Actor.DeprivedProgram _ -> {
                for (int cpu : actor.cpus(world.platform())) {
                    programSees(cpu, value, element, slot);
                }
            }
        }
    }

    private void programSees(int cpu, Value value, Element element, Slot slot) {
        long asked = slot.cpu(world.platform());
        var index = element.operand(world.platform());
        var step = ElementSteps.lookup(element, index, asked);
        int shown = asked < 0 ? cpu : (int) asked;
        var bytes = value.forProgram(world.spec(element.map()), world.platform(), shown);
        world.run(new Actor.ProgramOn(cpu), _ -> step);
        each(Words.of(bytes), new Outcome.Found(bytes)::equals);
    }

    @Then("{mapping} shows {value} at {length}")
    public void shows(Mapping mapping, Value value, Length offset) {
        var bytes = value.forUser(world.spec(mapping), world.platform());
        world.perform(new Command.ReadMemory(mapping, offset.on(world.platform()), bytes.size()));
        each(Words.of(bytes), new Outcome.Found(bytes)::equals);
    }

    @Then("every element of {map} is {value}")
    public void everyElement(Handle map, Value value) {
        var spec = world.spec(map);
        var bytes = value.forUser(spec, world.platform());
        for (long index : Contents.indexes(spec, Set.of())) {
            contents.check(map, index, bytes);
        }
    }

    @Then("nothing{others} has changed")
    public void nothingChanged(boolean exceptNamed) {
        if (exceptNamed) {
            contents.checkOthers();
        } else {
            contents.checkAll();
        }
    }

    private void each(String expected, Predicate<Outcome> test) {
        for (Outcome answer : world.answers()) {
            if (!test.test(answer)) {
                throw new Mismatch(expected, Words.of(answer));
            }
        }
    }
}
