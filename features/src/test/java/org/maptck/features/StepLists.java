package org.maptck.features;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Deed;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.Step;

/// Steps of programs, about the maps that [CommandLists] makes.
final class StepLists {
    private static final long PAST_ALL = 4000;

    private final CommandLists lists;

    StepLists(CommandLists lists) {
        this.lists = lists;
    }

    private Arbitrary<Operand> operands() {
        return lists.indexes().map(Operand.Constant::new);
    }

    Arbitrary<Step> steps() {
        var widths = Arbitraries.of(1, 2, 4, 8);
        var parts = Arbitraries.of(0, 1, 4, 8, 16);
        var numbers = Arbitraries.longs().map(n -> (Operand) new Operand.Constant(n));
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Combinators.combine(CommandLists.handles(), operands())
                                .as(Step.Lookup::new)),
                Tuple.of(
                        3,
                        Combinators.combine(
                                        CommandLists.handles(),
                                        operands(),
                                        Arbitraries.of(CommandLists.SIZES)
                                                .flatMap(CommandLists::bytes),
                                        CommandLists.flags())
                                .as(Step.Update::new)),
                Tuple.of(
                        1,
                        Combinators.combine(CommandLists.handles(), operands())
                                .as(Step.Delete::new)),
                Tuple.of(
                        2,
                        Combinators.combine(CommandLists.handles(), operands(), parts, widths)
                                .as(Step.Load::new)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        CommandLists.handles(), operands(), parts, widths, numbers)
                                .as(Step.Store::new)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        CommandLists.handles(),
                                        operands(),
                                        parts,
                                        Arbitraries.of(4, 8),
                                        numbers)
                                .as(Step.AtomicAdd::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        CommandLists.handles(),
                                        operands(),
                                        Arbitraries.of(0L, 1L, 2L, 0xffff_ffffL))
                                .as(Step.LookupPercpu::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        CommandLists.handles(),
                                        operands(),
                                        Arbitraries.of(0L, 1L, 2L),
                                        parts,
                                        widths,
                                        numbers)
                                .as(Step.StorePercpu::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        CommandLists.handles(),
                                        Arbitraries.of(0L, 0L, 1L),
                                        Arbitraries.of(0, 0, 1, 2))
                                .as(Step.ForEach::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        CommandLists.handles(), operands(), CommandLists.bytes(16))
                                .as(Step.LockedStore::new)),
                Tuple.of(
                        1,
                        Combinators.combine(CommandLists.handles(), operands())
                                .as(Step.Misalignment::new)),
                Tuple.of(2, changes(parts, numbers)),
                Tuple.of(2, through()),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        CommandLists.handles(),
                                        Arbitraries.of(Oddity.values()),
                                        Arbitraries.of(0L, 1L, 3L, 4L, 7L, 8L, -1L))
                                .as(Step.Unreached::new)));
    }

    private Arbitrary<Step> changes(Arbitrary<Integer> parts, Arbitrary<Operand> numbers) {
        var widths = Arbitraries.of(4, 8);
        return Arbitraries.oneOf(
                Combinators.combine(CommandLists.handles(), operands(), parts, widths, numbers)
                        .as(Step.PlainAdd::new),
                Combinators.combine(
                                CommandLists.handles(),
                                operands(),
                                parts,
                                widths,
                                Arbitraries.of(AtomicOperation.values()),
                                numbers)
                        .as(Step.Atomic::new),
                Combinators.combine(
                                CommandLists.handles(), operands(), parts, widths, numbers, numbers)
                        .as(Step.CompareExchange::new),
                Combinators.combine(
                                CommandLists.handles(),
                                operands(),
                                operands(),
                                CommandLists.flags())
                        .as(Step.UpdateFrom::new));
    }

    /// The first element, or one that no map has: where the ends of a per-CPU array and of its
    /// template lie apart, what the kernel does between them is a finding, not news.
    private static Arbitrary<Step> through() {
        var places = Arbitraries.longs().between(0, 3).map(n -> (Operand) new Operand.Constant(n));
        var indexes = Arbitraries.of(0L, 0L, PAST_ALL).map(n -> (Operand) new Operand.Constant(n));
        Arbitrary<Deed> deeds =
                Arbitraries.oneOf(
                        Arbitraries.of(new Deed.Lookup()),
                        Arbitraries.of(0L, 1L, 2L).map(Deed.LookupPercpu::new),
                        Combinators.combine(
                                        Arbitraries.of(CommandLists.SIZES)
                                                .flatMap(CommandLists::bytes),
                                        CommandLists.flags())
                                .as(Deed.Update::new));
        return Combinators.combine(InnerLists.outers(), places, indexes, deeds)
                .as(Step.Through::new);
    }
}
