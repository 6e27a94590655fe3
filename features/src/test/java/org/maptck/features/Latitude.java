package org.maptck.features;

import java.util.HashSet;
import java.util.Set;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Handle;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.model.Version;

/// Where alone it is left open whether or why a command is refused: little memory, a token that is
/// none, several faults of one program, a map that has just ended, and arguments of a length that
/// was not measured.
record Latitude(Platform platform) {
    private static final long MANY_ADDRESSES = 1L << 46;
    private static final Version MEASURED = new Version(6, 18);

    /// @param before what was done before the command
    boolean leavesOpen(Trace before, Command command) {
        return switch (command) {
            case Command.Create(_, var spec, var extras) ->
                    (has(spec.flags(), Flags.TOKEN_FD) && extras.token() == ForeignDescriptor.NONE)
                            || scarce(
                                    (spec.stride() * slots(spec.type().perCpu()) + 8)
                                            * spec.maxEntries());
            case Command.MapMemory c ->
                    c.length() > MANY_ADDRESSES
                            || (!c.shared() && c.protection().write() && scarce(c.length()));
            case Command.Run run -> run.steps().size() > 1;
            case Command.OpenById _ -> mayHaveEnded(before);
            case Command.Enveloped c ->
                    leavesOpen(before, c.inner())
                            || (!platform.kernel().equals(MEASURED)
                                    && c.envelope().set().stream()
                                            .anyMatch(at -> at >= 48 && at < 256));
            case Command.Deprived c -> leavesOpen(before, c.inner());
            default -> false;
        };
    }

    private boolean scarce(long bytes) {
        return bytes > platform.memory() / 4;
    }

    private int slots(boolean perCpu) {
        return perCpu ? platform.cpuCount() : 1;
    }

    private static boolean has(long flags, long flag) {
        return (flags & flag) != 0;
    }

    /// Whether a descriptor was closed or a handle bound anew.
    private static boolean mayHaveEnded(Trace before) {
        Set<Handle> bound = new HashSet<>();
        return before.commands().stream().anyMatch(command -> ends(command, bound));
    }

    private static boolean ends(Command command, Set<Handle> bound) {
        return switch (command) {
            case Command.Close _ -> true;
            case Command.Iterate c -> c.closing();
            case Command.Create c -> !bound.add(c.map());
            case Command.Duplicate c -> !bound.add(c.copy());
            case Command.OpenById c -> !bound.add(c.map());
            case Command.OpenPin c -> !bound.add(c.map());
            case Command.CreateOuter c -> !bound.add(c.map());
            case Command.OpenInner c -> !bound.add(c.map());
            case Command.Enveloped c -> ends(c.inner(), bound);
            case Command.Deprived c -> ends(c.inner(), bound);
            default -> false;
        };
    }
}
