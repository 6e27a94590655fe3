package org.maptck.features.steps;

import org.maptck.model.AtomicOperation;
import org.maptck.model.Operand;
import org.maptck.model.Step;

/// How a program changes a part of a value with a number.
public sealed interface Change {
    /// A load, an add, a store.
    record PlainAdd() implements Change {}

    /// One instruction that adds.
    record AtomicAdd() implements Change {}

    /// One instruction that does something else.
    record Atomic(AtomicOperation operation) implements Change {}

    /// One instruction that stores where it finds a number.
    record Replace(long expected) implements Change {}

    /// A store.
    record Store() implements Change {}

    /// The step of a program that does so.
    ///
    /// @param cpu whose slot is meant; -1 for that of the program's own CPU
    /// @throws IllegalArgumentException for anything but a store to the slot of a CPU
    default Step step(Element element, Operand index, Range.At at, long number, long cpu) {
        if (cpu >= 0 && !(this instanceof Store)) {
            throw new IllegalArgumentException("only stores reach the slot of another CPU");
        }
        var operand = new Operand.Constant(number);
        var map = element.map();
        return switch (this) {
            case Store() when cpu >= 0 ->
                    new Step.StorePercpu(map, index, cpu, at.offset(), at.width(), operand);
            case Store() -> new Step.Store(map, index, at.offset(), at.width(), operand);
            case PlainAdd() -> new Step.PlainAdd(map, index, at.offset(), at.width(), operand);
            case AtomicAdd() -> new Step.AtomicAdd(map, index, at.offset(), at.width(), operand);
            case Atomic(var operation) ->
                    new Step.Atomic(map, index, at.offset(), at.width(), operation, operand);
            case Replace(long expected) ->
                    new Step.CompareExchange(
                            map,
                            index,
                            at.offset(),
                            at.width(),
                            new Operand.Constant(expected),
                            operand);
        };
    }
}
