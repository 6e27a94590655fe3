package org.maptck.features.fuzz;

import static org.maptck.reports.Face.PROGRAM;
import static org.maptck.reports.Face.SYSCALL;

import java.util.List;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Handle;
import org.maptck.model.Iteration;
import org.maptck.model.Operand;
import org.maptck.model.OuterKind;
import org.maptck.model.Step;

/// Maps of maps, and iterators.
///
/// Two rows of the kernel are findings, not news: the length of a per-CPU map in a map of maps, so
/// look-ups there stay at the first index, and the flags of access that iterators do not heed, so
/// iterators have a map of their own without them.
final class OuterCalls {
    static final Odds<Handle> OUTERS = Odds.of(8, Handle.named("D")).and(1, Handle.A);
    static final Handle ITERATED = Handle.named("E");
    private static final Odds<Integer> OFFSETS = Odds.evenly(0, 1, 4, 8, 16);
    private static final Odds<Integer> WIDTHS = Odds.evenly(8, 1, 4);

    private final Operands operands;
    private final Creations creations;

    OuterCalls(Operands operands, Creations creations) {
        this.operands = operands;
        this.creations = creations;
    }

    List<Kind<Command>> kinds() {
        return List.of(
                inner(Kind.of(Command.CreateOuter.class, SYSCALL, 2, this::create)),
                inner(Kind.of(Command.Insert.class, SYSCALL, 2, this::insert)),
                inner(Kind.of(Command.OpenInner.class, SYSCALL, 1, this::open)),
                Kind.<Command>of(Command.Iterate.class, PROGRAM, 1, this::iterate)
                        .needing(Capability.ITERATOR),
                Kind.<Command>of(Command.Create.class, SYSCALL, 1, this::iterated)
                        .needing(Capability.ITERATOR));
    }

    private static Kind<Command> inner(Kind<Command> kind) {
        return kind.needing(Capability.INNER);
    }

    private Handle inner(Draft d) {
        return d.onceIn(8) ? OUTERS.pick(d) : operands.map(d);
    }

    private Command create(Draft d) {
        var kind = Odds.evenly(OuterKind.values()).pick(d);
        return new Command.CreateOuter(OUTERS.pick(d), kind, d.below(4), inner(d));
    }

    private Command insert(Draft d) {
        return new Command.Insert(OUTERS.pick(d), d.below(4), inner(d));
    }

    private Command open(Draft d) {
        return new Command.OpenInner(operands.map(d), OUTERS.pick(d), d.below(4));
    }

    private Command iterated(Draft d) {
        return creations.unrestricted(d, ITERATED);
    }

    private Command iterate(Draft d) {
        var iteration =
                switch (d.below(4)) {
                    case 0 -> new Iteration.Adding(operands.number(d));
                    case 1 -> new Iteration.StoringKey();
                    default -> new Iteration.Noting(OFFSETS.pick(d), WIDTHS.pick(d));
                };
        var map = d.onceIn(8) ? OUTERS.table().getFirst() : ITERATED;
        return new Command.Iterate(map, iteration, d.onceIn(4));
    }

    /// A step through a map of maps.
    Step through(Draft d) {
        var outer = new Operand.Constant(d.below(4));
        var map = OUTERS.pick(d);
        return switch (d.below(3)) {
            case 0 -> new Step.Through(map, outer, new Operand.Constant(0), new Deed.Lookup());
            case 1 ->
                    new Step.Through(
                            map,
                            outer,
                            operands.operand(d, Handle.A),
                            new Deed.LookupPercpu(d.below(4)));
            default ->
                    new Step.Through(
                            map,
                            outer,
                            operands.operand(d, Handle.A),
                            new Deed.Update(operands.programValue(d, Handle.A), operands.flags(d)));
        };
    }
}
