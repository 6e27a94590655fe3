package org.maptck.features.fuzz;

import static org.maptck.reports.Face.SYSCALL;

import java.util.List;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.PinName;

/// Calls about whole maps, their descriptors and their names.
final class MapCalls {
    private static final Odds<PinName> NAMES =
            Odds.evenly("p", "p", "q", "a.b", ".").and(1, "n".repeat(64)).map(PinName::new);
    private static final Odds<Long> MODES =
            Odds.evenly(
                    0L,
                    0L,
                    Flags.RDONLY,
                    Flags.WRONLY,
                    Flags.RDONLY | Flags.WRONLY,
                    1L,
                    Flags.PATH_FD);

    private final Operands operands;
    private final Creations creations;

    MapCalls(Operands operands, Creations creations) {
        this.operands = operands;
        this.creations = creations;
    }

    List<Kind<Command>> kinds() {
        return List.of(
                Kind.of(Command.Create.class, SYSCALL, 2, creations::create),
                Kind.of(Command.Close.class, SYSCALL, 1, d -> new Command.Close(operands.map(d))),
                Kind.<Command>of(Command.Freeze.class, SYSCALL, 1, this::freeze)
                        .needing(Capability.FREEZE),
                Kind.<Command>of(Command.GetInfo.class, SYSCALL, 1, this::info)
                        .needing(Capability.INFO),
                identity(Kind.of(Command.Duplicate.class, SYSCALL, 1, this::duplicate)),
                identity(Kind.of(Command.OpenById.class, SYSCALL, 1, this::openById)),
                pin(Kind.of(Command.Pin.class, SYSCALL, 1, this::pin)),
                pin(Kind.of(Command.OpenPin.class, SYSCALL, 1, this::openPin)),
                pin(Kind.of(Command.Unpin.class, SYSCALL, 1, this::unpin)));
    }

    private static Kind<Command> identity(Kind<Command> kind) {
        return kind.needing(Capability.IDENTITY);
    }

    private static Kind<Command> pin(Kind<Command> kind) {
        return kind.needing(Capability.PIN);
    }

    Command freeze(Draft d) {
        return new Command.Freeze(operands.map(d));
    }

    Command info(Draft d) {
        return new Command.GetInfo(operands.map(d));
    }

    private Command duplicate(Draft d) {
        var map = operands.map(d);
        var copy = operands.map(d);
        d.asked(copy, d.spec(map));
        return new Command.Duplicate(map, copy);
    }

    private Command openById(Draft d) {
        return new Command.OpenById(operands.map(d), operands.map(d), MODES.pick(d));
    }

    private Command pin(Draft d) {
        return new Command.Pin(operands.map(d), NAMES.pick(d));
    }

    private Command openPin(Draft d) {
        return new Command.OpenPin(operands.map(d), NAMES.pick(d), MODES.pick(d));
    }

    Command readPin(Draft d) {
        return new Command.ReadPin(NAMES.pick(d));
    }

    private Command unpin(Draft d) {
        return new Command.Unpin(NAMES.pick(d));
    }
}
