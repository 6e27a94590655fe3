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
    private static final int LONGEST_NESTED = 4;

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

    /// Two profiles, and the lists of commands that lead to a state worth going on from.
    private static final class Search {
        private final Behaviour behaviour;
        private final Platform platform;
        private final Profile lacking;
        private final Profile having;

        Search(Behaviour behaviour, Platform platform) {
            this.behaviour = behaviour;
            this.platform = platform;
            var profile = Profile.of(behaviour.since());
            lacking = profile.without(behaviour);
            having = profile.with(behaviour);
        }

        Optional<Distinction> shortest() {
            var alphabet = new Alphabet(platform);
            return shortest(alphabet.commands(), LONGEST)
                    .or(() -> shortest(alphabet.nested(), LONGEST_NESTED));
        }

        private Optional<Distinction> shortest(List<Command> alphabet, int longest) {
            List<List<Command>> prefixes = List.of(List.of());
            for (int length = 1; length <= longest; length++) {
                List<List<Command>> longer = new ArrayList<>();
                for (List<Command> prefix : prefixes) {
                    var found = extend(alphabet, prefix, longer);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                prefixes = longer;
            }
            return Optional.empty();
        }

        /// Tries every command after a prefix; those that may change something make longer
        /// prefixes.
        private Optional<Distinction> extend(
                List<Command> alphabet, List<Command> prefix, List<List<Command>> longer) {
            for (Command next : alphabet) {
                var commands = new ArrayList<>(prefix);
                commands.add(next);
                var before = last(commands, lacking);
                var after = last(commands, having);
                if (!before.equals(after)) {
                    return Optional.of(
                            new Distinction(behaviour, List.copyOf(commands), before, after));
                }
                if (after instanceof Outcome.Done || after instanceof Outcome.Batched) {
                    longer.add(List.copyOf(commands));
                }
            }
            return Optional.empty();
        }

        /// What the last of the commands comes to on a new model: the ids of a used one go on.
        private Outcome last(List<Command> commands, Profile profile) {
            try (var model = new ReferenceModel(platform, profile)) {
                for (Command command : commands.subList(0, commands.size() - 1)) {
                    var _ = model.apply(command);
                }
                return model.apply(commands.getLast());
            }
        }
    }
}
