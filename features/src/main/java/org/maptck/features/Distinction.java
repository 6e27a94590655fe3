package org.maptck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Profile;
import org.maptck.model.reference.ReferenceModel;

/// What tells a kernel with a behaviour from the same kernel without it: the shortest list of
/// commands of an [Alphabet] after which the two answer differently. The model is put beside itself
/// to find it.
///
/// @param behaviour what the two differ in
/// @param commands what to do
/// @param before what the last command came to without the behaviour
/// @param after what it came to with it
public record Distinction(
        Behaviour behaviour, List<Command> commands, Outcome before, Outcome after) {
    private static final int LONGEST = 3;

    /// Behaviours that no trace shows, and why.
    private static final Map<Behaviour, String> UNSEEN =
            Map.of(
                    Behaviour.EXACT_MEMLOCK,
                    "what a kernel showed before was an estimate, and any number is permitted there");

    /// Why no trace shows the behaviour, where none does.
    public static Optional<String> unseen(Behaviour behaviour) {
        return Optional.ofNullable(UNSEEN.get(behaviour));
    }

    /// The shortest trace that shows the behaviour, on a machine with the kernel that brought it;
    /// of equally short ones the first in the order of the alphabet.
    public static Optional<Distinction> of(Behaviour behaviour, Platform platform) {
        return new Search(behaviour, platform.withKernel(behaviour.since())).shortest();
    }

    /// Two models, and the lists of commands that led them to a state worth going on from.
    private static final class Search {
        private final Behaviour behaviour;
        private final List<Command> alphabet;
        private final ReferenceModel without;
        private final ReferenceModel with;

        Search(Behaviour behaviour, Platform platform) {
            this.behaviour = behaviour;
            var profile = Profile.of(behaviour.since());
            alphabet = new Alphabet(platform).commands();
            without = new ReferenceModel(platform, profile.without(behaviour));
            with = new ReferenceModel(platform, profile.with(behaviour));
        }

        Optional<Distinction> shortest() {
            List<List<Command>> prefixes = List.of(List.of());
            for (int length = 1; length <= LONGEST; length++) {
                List<List<Command>> longer = new ArrayList<>();
                for (List<Command> prefix : prefixes) {
                    var found = extend(prefix, longer);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                prefixes = longer;
            }
            return Optional.empty();
        }

        /// Tries every command after a prefix; those that change something make longer prefixes.
        private Optional<Distinction> extend(List<Command> prefix, List<List<Command>> longer) {
            for (Command next : alphabet) {
                without.reset();
                with.reset();
                for (Command command : prefix) {
                    var _ = without.apply(command);
                    var _ = with.apply(command);
                }
                var before = without.apply(next);
                var after = with.apply(next);
                var commands = new ArrayList<>(prefix);
                commands.add(next);
                if (!before.equals(after)) {
                    return Optional.of(
                            new Distinction(behaviour, List.copyOf(commands), before, after));
                }
                if (after instanceof Outcome.Done) {
                    longer.add(List.copyOf(commands));
                }
            }
            return Optional.empty();
        }
    }
}
