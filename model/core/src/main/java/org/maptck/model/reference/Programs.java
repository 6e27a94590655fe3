package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.refused;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;

/// Programs: loaded, then run.
final class Programs {
    private static final int ETHERNET_HEADER = 14;

    /// Bytes of a page that a test packet leaves to the kernel.
    private static final int PACKET_OVERHEAD = 384;

    private final World world;
    private final ElementFlags rules;
    private final ProgramLoader loader;

    Programs(World world, ElementFlags rules) {
        this.world = world;
        this.rules = rules;
        this.loader = new ProgramLoader(world);
    }

    /// A run tells what the steps of the last repetition saw, or why there was none: its CPU is not
    /// online, the program does not load, or its packet is none.
    Permitted run(Command.Run c) {
        var refusal = cpu(c).or(() -> loader.refusal(c.steps())).or(() -> packet(c));
        if (refusal.isPresent()) {
            return new Permitted.Only(refused(refusal.get()));
        }
        var program = new ProgramRun(world, rules, c);
        List<Outcome> seen = program.once(c.steps());
        for (int done = 1; done < c.repeat(); done++) {
            seen = program.once(c.steps());
        }
        return permitted(program, c, new Outcome.Ran(seen));
    }

    private Optional<Errno> cpu(Command.Run c) {
        return world.platform().onlineCpus().contains(c.cpu())
                ? Optional.empty()
                : Optional.of(Errno.EINVAL);
    }

    private Optional<Errno> packet(Command.Run c) {
        Platform platform = world.platform();
        int size = c.packet().size();
        return size < ETHERNET_HEADER || size > platform.pageSize() - PACKET_OVERHEAD
                ? Optional.of(Errno.EINVAL)
                : Optional.empty();
    }

    private static Permitted permitted(ProgramRun program, Command.Run c, Outcome.Ran ran) {
        if (c.steps().stream().noneMatch(program::open)) {
            return new Permitted.Only(ran);
        }
        return new Permitted.Such(
                ran,
                "any distance between elements of a per-CPU array",
                seen -> seen instanceof Outcome.Ran other && alike(program, c, ran, other));
    }

    private static boolean alike(
            ProgramRun program, Command.Run c, Outcome.Ran ran, Outcome.Ran other) {
        int steps = c.steps().size();
        return other.steps().size() == steps
                && IntStream.range(0, steps)
                        .allMatch(i ->
                                alike(
                                        program.open(c.steps().get(i)),
                                        ran.steps().get(i),
                                        other.steps().get(i)));
    }

    private static boolean alike(boolean open, Outcome one, Outcome other) {
        return (open && one instanceof Outcome.Returned)
                ? other instanceof Outcome.Returned
                : one.equals(other);
    }
}
