package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Profile;
import org.maptck.model.reference.ReferenceModel;

/// What tells two kernels apart is found, and does tell them apart.
class DistinctionTest {
    @ParameterizedTest
    @EnumSource
    void everyBehaviourIsShownByATraceOrSaysWhyNot(Behaviour behaviour) {
        var found = Distinction.of(behaviour, Platform.DEFAULT);
        assertNotEquals(found.isPresent(), Distinction.unseen(behaviour).isPresent());
        found.ifPresent(DistinctionTest::holds);
    }

    private static void holds(Distinction found) {
        var behaviour = found.behaviour();
        var profile = Profile.of(behaviour.since());
        assertEquals(found.before(), last(found.commands(), profile.without(behaviour)));
        assertEquals(found.after(), last(found.commands(), profile));
        assertNotEquals(found.before(), found.after());
    }

    private static Outcome last(List<Command> commands, Profile profile) {
        var platform = Platform.DEFAULT.withKernel(profile.version());
        try (var model = new ReferenceModel(platform, profile)) {
            return commands.stream().map(model::apply).reduce((_, later) -> later).orElseThrow();
        }
    }

    @Test
    void aSecondFreezeShowsThatFreezingIsAWrite() {
        var found = Distinction.of(Behaviour.FREEZE_IS_WRITE, Platform.DEFAULT).orElseThrow();
        assertTrue(found.commands().getLast() instanceof Command.Freeze);
        assertTrue(found.commands().size() <= 3);
    }

    @Test
    void theKnownVersionsHoldEveryBehaviour() {
        assertEquals(
                List.of(),
                Arrays.stream(Behaviour.values())
                        .filter(b ->
                                !b.since().atLeast(Profile.OLDEST)
                                        || !Profile.NEWEST.atLeast(b.since()))
                        .toList());
    }
}
