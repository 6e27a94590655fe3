package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.reports.Face;

/// Several callers at once. What they leave behind depends on who came last, so that a list of
/// commands can only end with them.
final class RaceCalls {
    private static final int MOST_TIMES = 20;
    private static final Handle COUNTED = Handle.named("C");

    private final ElementCalls elements;
    private final MemoryCalls memory;
    private final ProgramRuns programs;
    private final boolean mapped;
    private final boolean run;

    RaceCalls(
            ElementCalls elements,
            MemoryCalls memory,
            ProgramRuns programs,
            List<Kind<Command>> offered) {
        this.elements = elements;
        this.memory = memory;
        this.programs = programs;
        mapped = offered.stream().anyMatch(kind -> kind.type() == Command.ReadMemory.class);
        run = offered.stream().anyMatch(kind -> kind.type() == Command.Run.class);
    }

    Kind<Command> kind() {
        return Kind.<Command>of(Command.Race.class, Face.SYSCALL, 1, this::race)
                .needing(Capability.RACE);
    }

    /// Programs on several CPUs that change the same part of an element in the same way, so that
    /// their order does not matter, and a look at it afterwards. Three instructions that add are
    /// apart from one another on CPUs of their own.
    List<Command> counted(Draft d, Creations creations) {
        if (!run) {
            return List.of(race(d));
        }
        var map = COUNTED;
        boolean plain = d.onceIn(3);
        var create = plain ? creations.counters(d, map) : creations.array(d, map);
        var step = programs.counting(d, map, plain);
        var callers = programs.onEachCpu(step);
        return List.of(
                create, new Command.Race(callers, 1 + d.below(MOST_TIMES)), elements.look(map));
    }

    Command race(Draft d) {
        int count = 2 + d.below(2);
        var callers = new ArrayList<Command>();
        callers.add(caller(d));
        while (callers.size() < count) {
            callers.add(d.onceIn(3) ? callers.getFirst() : caller(d));
        }
        return new Command.Race(callers, 1 + d.below(MOST_TIMES));
    }

    private Command caller(Draft d) {
        return switch (d.below(8)) {
            case 0, 1 -> elements.lookup(d);
            case 2, 3 -> elements.update(d);
            case 4 -> elements.nextKey(d);
            case 5 -> mapped ? memory.read(d) : elements.lookup(d);
            case 6 -> mapped ? memory.add(d) : elements.update(d);
            default -> run ? programs.caller(d) : elements.update(d);
        };
    }
}
