package org.maptck.features.fuzz;

import java.util.Optional;
import java.util.function.Function;
import org.maptck.model.Capability;
import org.maptck.reports.Face;

/// A kind of command or step that is generated.
///
/// @param weight how often, beside the others
/// @param needs what an implementation offers that is asked for it
record Kind<T>(
        Class<? extends T> type,
        Face face,
        int weight,
        Optional<Capability> needs,
        Function<Draft, ? extends T> maker) {
    static <T> Kind<T> of(
            Class<? extends T> type, Face face, int weight, Function<Draft, ? extends T> maker) {
        return new Kind<>(type, face, weight, Optional.empty(), maker);
    }

    Kind<T> needing(Capability capability) {
        return new Kind<>(type, face, weight, Optional.of(capability), maker);
    }

    T make(Draft draft) {
        return maker.apply(draft);
    }
}
