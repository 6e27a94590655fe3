package org.maptck.features.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.maptck.model.Command;
import org.maptck.model.Loading;
import org.maptck.model.Platform;
import org.maptck.model.Privilege;

/// Who does something in a scenario.
public sealed interface Actor {
    /// User space, through system calls, with those privileges.
    record UserSpace(Set<Privilege> privileges) implements Actor {}

    /// A program on the first CPU that is online.
    record AnyProgram() implements Actor {}

    /// A program on that CPU.
    record ProgramOn(int cpu) implements Actor {}

    /// A program on each CPU that is online.
    record ProgramEverywhere() implements Actor {}

    /// A program of another kind on the first CPU that is online.
    record OtherProgram(Loading loading) implements Actor {}

    /// A program of that kind that a caller with those privileges loads, on the first CPU that is
    /// online.
    record DeprivedProgram(Loading loading, Set<Privilege> privileges) implements Actor {}

    /// How a program of this actor is loaded.
    default Loading loading() {
        return switch (this) {
            case OtherProgram(var loading) -> loading;
            case DeprivedProgram(var loading, _) -> loading;
            case UserSpace _, AnyProgram _, ProgramOn _, ProgramEverywhere _ -> Loading.CLASSIFIER;
        };
    }

    /// The command as this actor does it.
    default Command around(Command command) {
        return switch (this) {
            case UserSpace(var privileges) -> deprived(command, privileges);
            case DeprivedProgram(_, var privileges) -> deprived(command, privileges);
            case AnyProgram _, ProgramOn _, ProgramEverywhere _, OtherProgram _ -> command;
        };
    }

    /// The command by a caller with those privileges.
    static Command deprived(Command command, Set<Privilege> privileges) {
        return privileges.equals(Privilege.all())
                ? command
                : new Command.Deprived(command, privileges);
    }

    /// The CPUs on which a program of this actor runs, one after the other; none for user space.
    default List<Integer> cpus(Platform platform) {
        return switch (this) {
            case UserSpace _ -> List.of();
            case AnyProgram _, OtherProgram _, DeprivedProgram _ ->
                    List.of(platform.onlineCpus().getFirst());
            case ProgramOn(int cpu) -> List.of(cpu);
            case ProgramEverywhere _ -> platform.onlineCpus();
        };
    }

    /// Privileges by their names, joined by `|`.
    static Set<Privilege> privileges(String words) {
        return Arrays.stream(words.split("\\|", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Privilege.valueOf(word.substring("CAP_".length())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
