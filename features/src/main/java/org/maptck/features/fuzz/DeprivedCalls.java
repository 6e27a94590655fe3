package org.maptck.features.fuzz;

import static org.maptck.reports.Face.SYSCALL;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Oddity;
import org.maptck.model.Privilege;
import org.maptck.model.Step;

/// Commands of callers who may do less.
final class DeprivedCalls {
    private static final Odds<Oddity> ODDITIES =
            Odds.evenly(Oddity.UNCHECKED, Oddity.UNINITIALISED_KEY, Oddity.POINTER_STORED);
    private static final Set<Class<? extends Command>> KINDS =
            Set.of(
                    Command.Create.class,
                    Command.Lookup.class,
                    Command.Freeze.class,
                    Command.GetInfo.class,
                    Command.ReadInfo.class,
                    Command.Pin.class,
                    Command.ReadPin.class,
                    Command.OpenById.class);

    private final Operands operands;
    private final Odds<Kind<Command>> inner;

    DeprivedCalls(Operands operands, List<Kind<Command>> offered) {
        this.operands = operands;
        inner = new Odds<>(offered.stream().filter(kind -> KINDS.contains(kind.type())).toList());
    }

    Kind<Command> kind() {
        return Kind.<Command>of(Command.Deprived.class, SYSCALL, 3, this::deprived)
                .needing(Capability.PRIVILEGES);
    }

    private Command deprived(Draft d) {
        var privileges = EnumSet.noneOf(Privilege.class);
        for (Privilege privilege : Privilege.values()) {
            if (d.onceIn(2)) {
                privileges.add(privilege);
            }
        }
        return new Command.Deprived(d.onceIn(4) ? program(d) : inner.pick(d).make(d), privileges);
    }

    private Command program(Draft d) {
        int cpu = operands.platform().onlineCpus().getFirst();
        var oddity = ODDITIES.pick(d);
        return Command.Run.once(cpu, new Step.Unreached(operands.map(d), oddity, d.below(3)));
    }
}
