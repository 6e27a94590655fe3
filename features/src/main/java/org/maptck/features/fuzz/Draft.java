package org.maptck.features.fuzz;

import java.util.Arrays;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;

/// A list of commands while it is made: where its choices come from, and what its maps were asked
/// to be, so that later commands can be about their edges.
final class Draft implements Choices {
    private static final MapSpec USUAL = MapSpec.of(MapType.ARRAY, 8, 4);

    private final MapSpec[] specs = new MapSpec[Handle.COUNT];
    private Choices choices;

    Draft(Choices choices) {
        this.choices = choices;
        Arrays.fill(specs, USUAL);
    }

    /// Takes further choices from elsewhere.
    void take(Choices others) {
        choices = others;
    }

    @Override
    public int below(int bound) {
        return choices.below(bound);
    }

    @Override
    public long bits() {
        return choices.bits();
    }

    /// Whether one of so many times comes; the plainest is not.
    boolean onceIn(int times) {
        return choices.below(times) == times - 1;
    }

    MapSpec spec(Handle map) {
        return specs[map.number()];
    }

    void asked(Handle map, MapSpec spec) {
        specs[map.number()] = spec;
    }
}
