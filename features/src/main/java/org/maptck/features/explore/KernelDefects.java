package org.maptck.features.explore;

import java.util.List;
import java.util.Optional;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Outcome;
import org.maptck.model.Trace;

/// Answers of kernels that break a rule, as the findings say, told by the answer itself, where no
/// scenario says which rule it is about.
public final class KernelDefects {
    private KernelDefects() {}

    /// The rule that is broken, if the answer is one of those.
    ///
    /// @param before what was done before it
    public static Optional<String> ruleBrokenBy(List<Command> before, Trace.Entry entry) {
        if (isFrozenLoad(before, entry)) {
            return Optional.of("program.frozen.load-several");
        }
        boolean iterates =
                entry.command() instanceof Command.Iterate
                        && entry.outcome() instanceof Outcome.Visited;
        return iterates && created(before, Flags.WRONLY_PROG)
                ? Optional.of("iterator.access")
                : Optional.empty();
    }

    private static boolean isFrozenLoad(List<Command> before, Trace.Entry entry) {
        return entry.command() instanceof Command.Run
                && entry.outcome().refusal().filter(Errno.ENOTSUPP::equals).isPresent()
                && before.stream().anyMatch(KernelDefects::freezes)
                && created(before, Flags.RDONLY_PROG);
    }

    private static boolean freezes(Command command) {
        return switch (command) {
            case Command.Deprived(var inner, _) -> freezes(inner);
            case Command.Enveloped(var inner, _) -> freezes(inner);
            default -> command instanceof Command.Freeze;
        };
    }

    private static boolean created(List<Command> before, long flag) {
        return before.stream()
                .anyMatch(command ->
                        command instanceof Command.Create(_, var spec, _)
                                && (spec.flags() & flag) != 0);
    }
}
