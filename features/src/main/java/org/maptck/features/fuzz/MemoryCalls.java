package org.maptck.features.fuzz;

import static org.maptck.reports.Face.MEMORY;

import java.util.List;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.MappingOption;
import org.maptck.model.Protection;

/// What user space does with maps in its memory.
final class MemoryCalls {
    private static final Odds<Protection> PROTECTIONS =
            Odds.of(3, Protection.READ_WRITE)
                    .and(2, Protection.READ)
                    .and(1, Protection.WRITE)
                    .and(1, Protection.NONE)
                    .and(1, new Protection(true, false, true));
    private static final Odds<Integer> LENGTHS = Odds.evenly(8, 1, 3, 4, 5, 12);

    private static final Odds<MappingOption> OPTIONS =
            Odds.of(12, MappingOption.NONE).and(Odds.evenly(MappingOption.values()));

    private final Operands operands;
    private final Odds<Long> starts;
    private final Odds<Long> lengths;
    private final Odds<Long> offsets;

    MemoryCalls(Operands operands) {
        this.operands = operands;
        long page = operands.platform().pageSize();
        starts = Odds.of(8, 0L).and(2, page).and(1, 8L).and(1, -page);
        lengths =
                Odds.of(6, page)
                        .and(2, 2 * page)
                        .and(1, 1L)
                        .and(1, 0L)
                        .and(1, page + 1)
                        .and(Odds.evenly(1L << 32 | page, 1L << 46, -1L));
        offsets =
                Odds.evenly(0L, 8L, 16L, 24L, 1L, 4L, 40L)
                        .and(Odds.evenly(page - 8, page - 1, page, page + 8));
    }

    List<Kind<Command>> kinds() {
        return List.of(
                mapping(Kind.of(Command.MapMemory.class, MEMORY, 3, this::map)),
                mapping(Kind.of(Command.ReadMemory.class, MEMORY, 2, this::read)),
                mapping(Kind.of(Command.WriteMemory.class, MEMORY, 2, this::write)),
                mapping(Kind.of(Command.AddMemory.class, MEMORY, 1, this::add)),
                mapping(Kind.of(Command.Protect.class, MEMORY, 1, this::protect)),
                mapping(Kind.of(Command.Unmap.class, MEMORY, 1, this::unmap)));
    }

    private static Kind<Command> mapping(Kind<Command> kind) {
        return kind.needing(Capability.MMAP);
    }

    private Command map(Draft d) {
        return new Command.MapMemory(
                operands.mapping(d),
                operands.map(d),
                starts.pick(d),
                lengths.pick(d),
                PROTECTIONS.pick(d),
                !d.onceIn(8),
                OPTIONS.pick(d));
    }

    Command read(Draft d) {
        return new Command.ReadMemory(operands.mapping(d), offsets.pick(d), LENGTHS.pick(d));
    }

    Command write(Draft d) {
        return new Command.WriteMemory(
                operands.mapping(d), offsets.pick(d), operands.bytes(d, LENGTHS.pick(d)));
    }

    Command add(Draft d) {
        int width = d.onceIn(2) ? 4 : 8;
        return new Command.AddMemory(
                operands.mapping(d), 4L * d.below(8) / width * width, width, operands.number(d));
    }

    private Command protect(Draft d) {
        return new Command.Protect(operands.mapping(d), PROTECTIONS.pick(d));
    }

    private Command unmap(Draft d) {
        return new Command.Unmap(operands.mapping(d));
    }
}
