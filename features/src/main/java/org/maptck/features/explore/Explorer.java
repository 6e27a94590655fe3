package org.maptck.features.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maptck.features.fuzz.Agreement;
import org.maptck.model.Command;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Baseline;

/// Lets an implementation do every command of an alphabet in every state of the model that a few
/// changes reach, the nearest states first, and compares each answer.
///
/// A state is restored by its shortest path from nothing on, after each command that left it.
public final class Explorer {
    private static final int SHOWN = 5;

    private final Implementation implementation;
    private final ReferenceModel model;
    private final Alphabet alphabet;
    private final Baseline baseline;
    private final int depth;

    private final Set<List<Object>> states = new HashSet<>();
    private final Deque<Place> waiting = new ArrayDeque<>();
    private final List<Agreement.Difference> examples = new ArrayList<>();
    private final List<Command> since = new ArrayList<>();
    private long transitions;
    private long seen;
    private long known;
    private long wrong;

    /// A state by the commands that lead to it.
    private record Place(List<Command> path) {
        Place then(Command command) {
            var longer = new ArrayList<>(path);
            longer.add(command);
            return new Place(List.copyOf(longer));
        }

        /// Bytes of a value in the map that was made last.
        int valueSize() {
            return path.reversed().stream()
                    .flatMap(c ->
                            c instanceof Command.Create(_, var spec, _)
                                    ? Optional.of((int) spec.valueSize()).stream()
                                    : Optional.<Integer>empty().stream())
                    .findFirst()
                    .orElse(1);
        }
    }

    private Explorer(Implementation implementation, Baseline baseline, int depth) {
        var platform = implementation.identity().platform();
        this.implementation = implementation;
        this.model = new ReferenceModel(platform);
        this.alphabet = new Alphabet(platform);
        this.baseline = baseline;
        this.depth = depth;
    }

    /// Explores.
    ///
    /// @param baseline differences that are known
    /// @param depth how many changes a state may be away from nothing
    public static Exploration explore(Implementation implementation, Baseline baseline, int depth) {
        return new Explorer(implementation, baseline, depth).explore();
    }

    private Exploration explore() {
        states.add(model.state());
        waiting.add(new Place(List.of()));
        while (!waiting.isEmpty()) {
            visit(waiting.remove());
        }
        implementation.reset();
        return new Exploration(states.size(), transitions, seen, known, wrong, examples);
    }

    private void visit(Place place) {
        restore(place);
        var here = model.state();
        for (Command command : alphabet.commands(place.valueSize())) {
            boolean agreed = compare(place, command);
            var there = model.state();
            boolean left = !there.equals(here);
            if (left && place.path().size() < depth && states.add(there)) {
                waiting.add(place.then(command));
            }
            if (left || !agreed) {
                restore(place);
            }
        }
    }

    private void restore(Place place) {
        since.clear();
        model.reset();
        implementation.reset();
        for (Command command : place.path()) {
            model.step(command);
            model.settle(implementation.apply(command));
        }
    }

    /// Lets both do the command; whether they agreed. Where they do not, the model goes on as it
    /// would.
    private boolean compare(Place place, Command command) {
        var permitted = model.step(command);
        var outcome = implementation.apply(command);
        boolean permits = permitted.permits(outcome);
        boolean offered = !(outcome instanceof Outcome.Unsupported);
        transitions++;
        seen += offered ? 1 : 0;
        model.settle(permits ? outcome : permitted.example());
        if (!permits && offered) {
            differs(place, command, outcome);
        }
        since.add(command);
        return permits;
    }

    private void differs(Place place, Command command, Outcome outcome) {
        if (isKnown(place, command, outcome)) {
            known++;
            return;
        }
        wrong++;
        if (examples.size() < SHOWN) {
            shortest(place, command).ifPresent(examples::add);
        }
    }

    /// The difference by the path of its state, or where it takes more, by all that was done since.
    private Optional<Agreement.Difference> shortest(Place place, Command command) {
        var direct = Agreement.withModel(implementation).difference(place.then(command).path());
        if (direct.isPresent()) {
            return direct;
        }
        var all = new ArrayList<>(place.path());
        all.addAll(since);
        all.add(command);
        return Agreement.withModel(implementation).difference(all);
    }

    private boolean isKnown(Place place, Command command, Outcome outcome) {
        return KernelDefects.rulesBrokenBy(place.path(), new Trace.Entry(command, outcome)).stream()
                .anyMatch(baseline::mentions);
    }
}
