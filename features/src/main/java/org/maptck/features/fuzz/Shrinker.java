package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maptck.features.Broken;
import org.maptck.features.fuzz.Agreement.Difference;
import org.maptck.model.Command;

/// Makes a difference small: fewer commands first, then shorter programs, then plainer commands.
final class Shrinker {
    private static final int MOST_TRIES = 20_000;
    private static final int RACES = 20;

    private final Agreement agreement;
    private Difference smallest;
    private int tries;

    private Shrinker(Agreement agreement, Difference found) {
        this.agreement = agreement;
        this.smallest = found;
    }

    static Difference shrunk(Agreement agreement, Difference found) {
        var shrinker = new Shrinker(agreement, found);
        shrinker.shrink();
        return shrinker.smallest;
    }

    private void shrink() {
        boolean smaller = true;
        while (smaller && tries < MOST_TRIES) {
            smaller = fewer();
            smaller |= shorter();
            smaller |= plainer();
        }
    }

    /// Leaves runs of commands out, long ones first.
    private boolean fewer() {
        boolean any = false;
        for (int length = commands().size() / 2; length > 0; length /= 2) {
            int stride = Math.max(1, length / 2);
            for (int end = commands().size() - 1; end >= length; end -= stride) {
                if (end < commands().size() && without(end - length, end)) {
                    any = true;
                }
            }
        }
        return any;
    }

    private boolean without(int from, int to) {
        var rest = new ArrayList<>(commands());
        rest.subList(from, to).clear();
        return differs(rest);
    }

    /// Leaves steps of programs out, many at a time first.
    private boolean shorter() {
        boolean any = false;
        for (int i = 0; i < commands().size(); i++) {
            any |= shorter(i);
        }
        return any;
    }

    private boolean shorter(int place) {
        boolean any = false;
        for (int length = steps(place) / 2; length > 0; length /= 2) {
            for (int end = steps(place); end >= length && steps(place) > length; end -= length) {
                if (end <= steps(place) && withoutSteps(place, end - length, end)) {
                    any = true;
                }
            }
        }
        return any;
    }

    /// How many steps there are in the program at that place, if it is one.
    private int steps(int place) {
        return place < commands().size() && commands().get(place) instanceof Command.Run run
                ? run.steps().size()
                : 0;
    }

    private boolean withoutSteps(int place, int from, int to) {
        if (!(commands().get(place) instanceof Command.Run run)) {
            return false;
        }
        var steps = new ArrayList<>(run.steps());
        steps.subList(from, to).clear();
        var others = new ArrayList<>(commands());
        others.set(
                place,
                new Command.Run(run.cpu(), run.packet(), run.repeat(), steps, run.loading()));
        return differs(others);
    }

    /// Replaces commands by plainer ones.
    private boolean plainer() {
        boolean any = false;
        for (int i = 0; i < commands().size(); i++) {
            any |= plainer(i);
        }
        return any;
    }

    private boolean plainer(int place) {
        boolean any = false;
        boolean again = true;
        while (again && place < commands().size()) {
            again = false;
            for (Command candidate : Plainer.than(commands().get(place))) {
                var others = new ArrayList<>(commands());
                others.set(place, candidate);
                if (differs(others)) {
                    again = true;
                    any = true;
                    break;
                }
            }
        }
        return any;
    }

    /// An implementation that does not answer does not differ.
    private Optional<Difference> answered(List<Command> candidate) {
        try {
            return agreement.difference(candidate);
        } catch (Broken _) {
            return Optional.empty();
        }
    }

    private List<Command> commands() {
        return smallest.commands();
    }

    /// Whether there is still a difference, which is kept.
    private boolean differs(List<Command> candidate) {
        if (tries++ >= MOST_TRIES) {
            return false;
        }
        boolean races = candidate.stream().anyMatch(Command.Race.class::isInstance);
        Optional<Difference> difference = Optional.empty();
        for (int i = 0; difference.isEmpty() && i < (races ? RACES : 1); i++) {
            difference = answered(candidate);
        }
        difference.ifPresent(found -> smallest = found);
        return difference.isPresent();
    }
}
