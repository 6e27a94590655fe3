package org.maptck.model.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Step;

/// Several callers at once. The example lets one caller after the other finish; what else is
/// permitted depends on what the callers do to one another.
final class Races {
    private final World world;
    private final Function<Command, Outcome> model;

    Races(World world, Function<Command, Outcome> model) {
        this.world = world;
        this.model = model;
    }

    /// What each caller saw, and to readers every state that the callers left one after another.
    private record Course(List<Set<Outcome>> seen, List<Set<Outcome>> states) {
        Outcome.Raced example() {
            return new Outcome.Raced(seen.stream().map(List::copyOf).toList());
        }

        boolean permits(int caller, Outcome outcome, boolean plain, boolean whole) {
            Set<Outcome> known = states.get(caller);
            if (plain && !known.isEmpty() && outcome instanceof Outcome.Found(Bytes bytes)) {
                return whole ? known.contains(outcome) : Likeness.mixed(bytes, known);
            }
            return seen.get(caller).stream().anyMatch(own -> Likeness.alike(own, outcome));
        }
    }

    /// Callers that do not meet see what they would see alone. Sums are seen once each. Locked
    /// reads are whole, others any mix of what was there and what was written. Where maps come and
    /// go or change their mode, any order of the callers may be seen.
    Permitted race(Command.Race race) {
        List<Command> callers = race.callers();
        boolean exact = apart(callers) && callers.stream().noneMatch(this::measuresSlots);
        boolean adding = adding(callers);
        Course course = course(race);
        Outcome.Raced example = course.example();
        if (exact) {
            return new Permitted.Only(example);
        }
        if (callers.stream().anyMatch(c -> Effect.of(c) == Effect.WORLD)) {
            return such(example, "any order of the callers", _ -> true);
        }
        return adding
                ? such(example, "each sum once", seen -> eachOnce(sums(example), sums(seen)))
                : such(example, "a mix of the writes", seen -> mix(callers, course, seen));
    }

    private Course course(Command.Race race) {
        List<Set<Outcome>> seen = new ArrayList<>();
        List<Set<Outcome>> states = new ArrayList<>();
        race.callers().forEach(_ -> states.add(new HashSet<>()));
        look(race.callers(), states);
        for (Command caller : race.callers()) {
            var outcomes = new LinkedHashSet<Outcome>();
            int times = Math.min(race.times(), telling(caller));
            for (int done = 0; done < times; done++) {
                outcomes.add(model.apply(caller));
            }
            seen.add(outcomes);
            look(race.callers(), states);
        }
        return new Course(seen, states);
    }

    /// How many times it takes until a caller that nobody disturbs sees nothing new.
    private static int telling(Command caller) {
        return switch (Effect.of(caller)) {
            case NONE -> 1;
            case STORE -> 2;
            case CHANGE, WORLD -> Integer.MAX_VALUE;
        };
    }

    private void look(List<Command> callers, List<Set<Outcome>> states) {
        for (int i = 0; i < callers.size(); i++) {
            if (Effect.of(callers.get(i)) == Effect.NONE) {
                states.get(i).add(model.apply(callers.get(i)));
            }
        }
    }

    private static Permitted such(
            Outcome.Raced example, String property, Predicate<Outcome.Raced> test) {
        int callers = example.seen().size();
        return new Permitted.Such(
                example,
                property,
                seen ->
                        seen instanceof Outcome.Raced raced
                                && raced.seen().size() == callers
                                && test.test(raced));
    }

    /// Nothing is said about how far slots of per-CPU arrays lie apart.
    private boolean measuresSlots(Command command) {
        return command instanceof Command.Run run
                && run.steps().stream().anyMatch(s -> s instanceof Step.Distance && perCpu(s));
    }

    private boolean apart(List<Command> callers) {
        return callers.size() < 2
                || callers.stream().allMatch(c -> Effect.of(c) == Effect.NONE)
                || onOwnCpus(callers);
    }

    /// Programs on CPUs of their own meet nowhere in per-CPU arrays.
    private boolean onOwnCpus(List<Command> callers) {
        var cpus = new HashSet<Integer>();
        return callers.stream()
                .allMatch(c -> c instanceof Command.Run run && cpus.add(run.cpu()) && local(run));
    }

    private boolean local(Command.Run run) {
        return run.steps().stream()
                .allMatch(step ->
                        perCpu(step)
                                && !(step instanceof Step.LookupPercpu)
                                && !(step instanceof Step.StorePercpu));
    }

    private boolean perCpu(Step step) {
        return world.descriptor(step.map()) instanceof Descriptor.Open file && file.map().perCpu();
    }

    /// Callers that all add the same amount to the same place, one add at a time.
    private boolean adding(List<Command> callers) {
        return callers.stream().map(Races::onAnyCpu).distinct().count() == 1
                && addsOnce(callers.getFirst());
    }

    private boolean addsOnce(Command command) {
        return command instanceof Command.AddMemory
                || (command instanceof Command.Run run
                        && run.repeat() == 1
                        && run.steps().size() == 1
                        && run.steps().getFirst() instanceof Step.AtomicAdd add
                        && !perCpu(add));
    }

    private static Command onAnyCpu(Command command) {
        return command instanceof Command.Run run
                ? new Command.Run(0, run.packet(), run.repeat(), run.steps(), run.loading())
                : command;
    }

    /// Sums that begin anew are seen by several callers or by one of them alone.
    private static boolean eachOnce(Map<Outcome, Long> wanted, Map<Outcome, Long> seen) {
        boolean anew = wanted.values().stream().anyMatch(callers -> callers > 1);
        return anew ? seen.keySet().equals(wanted.keySet()) : seen.equals(wanted);
    }

    private static Map<Outcome, Long> sums(Outcome.Raced raced) {
        return raced.seen().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static boolean mix(List<Command> callers, Course course, Outcome.Raced raced) {
        boolean plain = callers.stream().noneMatch(c -> Effect.of(c) == Effect.CHANGE);
        boolean whole = plain && callers.stream().allMatch(Effect::locks);
        return IntStream.range(0, callers.size())
                .allMatch(i ->
                        raced.seen().get(i).stream()
                                .allMatch(o -> course.permits(i, o, plain, whole)));
    }
}
