package org.maptck.features.fuzz;

import static org.maptck.reports.Face.SYSCALL;

import java.util.List;
import java.util.function.Function;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Envelope;

/// Calls whose arguments come in an unusual way.
final class EnvelopedCalls {
    private static final Odds<Integer> ENDS =
            Odds.evenly(4, 16, 24, 32, 47, 48, 56, 92, 167, 168, 256, 4095);
    private static final Odds<Long> SIZES =
            Odds.evenly(8L, 16L, 24L, 32L, 72L, 168L, 4096L, 4097L, 1L << 32 | 168);

    private final Odds<Function<Draft, Command>> inner;

    EnvelopedCalls(List<Kind<Command>> offered) {
        var fitting =
                offered.stream()
                        .filter(kind -> fits(kind.type()))
                        .<Function<Draft, Command>>map(kind -> kind::make)
                        .toList();
        inner = new Odds<>(fitting);
    }

    private static boolean fits(Class<? extends Command> type) {
        return Command.Call.class.isAssignableFrom(type);
    }

    Kind<Command> kind() {
        return Kind.<Command>of(Command.Enveloped.class, SYSCALL, 3, this::enveloped)
                .needing(Capability.ENVELOPE);
    }

    /// The command itself where it does not fit into the envelope.
    private Command enveloped(Draft d) {
        var command = inner.pick(d).apply(d);
        try {
            return command instanceof Command.Call call
                    ? new Command.Enveloped(call, envelope(d))
                    : command;
        } catch (IllegalArgumentException _) {
            return command;
        }
    }

    private static Envelope envelope(Draft d) {
        return switch (d.below(6)) {
            case 0 -> Envelope.USUAL.with(ENDS.pick(d));
            case 1 -> Envelope.USUAL.ofSize(SIZES.pick(d));
            case 2 -> Envelope.USUAL.ofSize(SIZES.pick(d)).with(ENDS.pick(d));
            case 3 -> Envelope.USUAL.unreadable();
            case 4 -> Envelope.USUAL.in(Envelope.Place.READ_ONLY);
            default -> Envelope.USUAL.forCommand(d.onceIn(2) ? 1000 : 1L << 32);
        };
    }
}
