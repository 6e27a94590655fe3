package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// Values to choose from, the plainest first, each as often in the table as it is to be drawn.
record Odds<T>(List<T> table) {
    /// Each as often as any other.
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Odds<T> evenly(T... values) {
        return new Odds<>(List.copyOf(java.util.Arrays.asList(values)));
    }

    /// One value, `weight` times.
    static <T> Odds<T> of(int weight, T value) {
        return new Odds<>(Collections.nCopies(weight, value));
    }

    /// These and one more value.
    Odds<T> and(int weight, T value) {
        return and(of(weight, value));
    }

    /// These and others.
    Odds<T> and(Odds<T> others) {
        var all = new ArrayList<>(table);
        all.addAll(others.table);
        return new Odds<>(List.copyOf(all));
    }

    /// The same of other values.
    <S> Odds<S> map(Function<T, S> change) {
        return new Odds<>(table.stream().map(change).toList());
    }

    T pick(Choices choices) {
        return table.get(choices.below(table.size()));
    }
}
