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

    /// The step of a program that does so.
    default Step step(Element element, Operand index, Range.At at, long number) {
        var operand = new Operand.Constant(number);
        var map = element.map();
        return switch (this) {
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
