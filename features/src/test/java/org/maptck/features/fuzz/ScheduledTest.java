package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Step;
import org.maptck.model.reference.ReferenceModel;

/// Races in an order that a number decides: the same again, and permitted by the model in any.
class ScheduledTest {
    private static final long COMMANDS = 100_000;
    private static final int TIMES = 8;

    private static ReferenceModel model() {
        return new ReferenceModel(Platform.DEFAULT);
    }

    private static List<Command> adding(long addend) {
        var add =
                new Step.AtomicAdd(
                        Handle.A, new Operand.Constant(0), 0, 8, new Operand.Constant(addend));
        var callers = List.<Command>of(Command.Run.once(0, add), Command.Run.once(1, add));
        return List.of(
                new Command.Create(Handle.A, MapSpec.of(MapType.ARRAY, 8, 1)),
                new Command.Race(callers, TIMES));
    }

    private static List<Outcome> answers(long seed, List<Command> commands) {
        try (var subject = new Scheduled(model(), seed)) {
            var first = subject.apply(commands);
            subject.reset();
            assertEquals(first, subject.apply(commands));
            return first;
        }
    }

    @Test
    void theOrderIsThatOfTheNumber() {
        assertEquals(answers(1, adding(1)), answers(1, adding(1)));
        assertNotEquals(answers(1, adding(1)), answers(2, adding(1)));
        assertNotEquals(model().apply(adding(1)), answers(1, adding(1)));
    }

    @Test
    void aRaceNeedsNoThreads() {
        try (var subject = new Scheduled(model(), 1)) {
            assertTrue(subject.identity().capabilities().contains(Capability.RACE));
            assertEquals(
                    Set.of(Outcome.Done.class, Outcome.Raced.class),
                    Set.of(
                            subject.apply(adding(1).getFirst()).getClass(),
                            subject.apply(adding(1).getLast()).getClass()));
        }
    }

    @Test
    void theModelPermitsEveryOrder() {
        for (long seed = 0; seed < 4; seed++) {
            try (var subject = new Scheduled(model(), seed)) {
                var source = new Source(seed, subject.identity(), Optional.empty());
                var hunt = new Hunt(source, Shard.WHOLE, List.of(Agreement.withModel(subject)));
                assertEquals(Optional.empty(), hunt.next(() -> hunt.commands() < COMMANDS));
            }
        }
    }

    /// Sums that come again are seen by any number of callers.
    @Test
    void sumsMayBeginAnew() {
        for (long addend : List.of(1L << 63, 1L << 61, 0L, 1L)) {
            for (long seed = 0; seed < 20; seed++) {
                try (var subject = new Scheduled(model(), seed)) {
                    var agreement = Agreement.withModel(subject);
                    assertEquals(Optional.empty(), agreement.difference(adding(addend)));
                }
            }
        }
    }
}
