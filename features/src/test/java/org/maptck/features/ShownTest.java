package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maptck.model.Behaviour;

/// Who shows a change is told with every change.
class ShownTest {
    private static final Optional<String> NOBODY = Optional.empty();

    @Test
    void everyChangeIsInTheFile() {
        assertEquals(EnumSet.allOf(Behaviour.class), Shown.shipped().keySet());
    }

    @Test
    void twoKernelsShowAChangeOneHalfOfIt() {
        var old = Optional.of("6.18");
        var young = Optional.of("7.0");
        assertEquals("6.18 and 7.0", new Shown(old, young).words());
        assertEquals("7.0 alone; before it, *read only*", new Shown(NOBODY, young).words());
        assertEquals("6.18 alone; after it, *read only*", new Shown(old, NOBODY).words());
        assertEquals("*read only*", new Shown(NOBODY, NOBODY).words());
        assertEquals("*read only*", Shown.words(Map.of(), Behaviour.FREEZE));
    }
}
