package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// A right implementation that takes its time is never asked for more than it can soon answer.
class PaceTest {
    private static final List<Command> COMMANDS =
            Collections.nCopies(2000, new Command.Close(Handle.A));

    @Test
    void aQuickOneIsAskedForMoreAndMore() {
        var quick = new Slow(0, 0);
        ask(quick);
        assertEquals(1, quick.asked.getFirst());
        assertEquals(64, Collections.max(quick.asked));
    }

    @Test
    void aSlowOneIsAskedForWhatItAnswersSoon() {
        var slow = new Slow(60_000_000, 0);
        new Pace(slow).begin(COMMANDS);
        var pace = new Pace(slow);
        for (int i = 0; i < 6; i++) {
            pace.begin(COMMANDS);
        }
        assertTrue(Collections.max(slow.asked) <= 5, slow.asked::toString);
    }

    @Test
    void fewerOutcomesThanCommandsAreNoAnswer() {
        var lacking = new Slow(0, 1);
        assertThrows(IllegalStateException.class, () -> ask(lacking));
    }

    private static void ask(Implementation implementation) {
        new Pace(implementation).all(COMMANDS);
    }

    /// Answers late, and to fewer commands than it was asked.
    private static final class Slow implements Implementation {
        private final long nanos;
        private final int fewer;
        private final List<Integer> asked = new ArrayList<>();

        Slow(long nanos, int fewer) {
            this.nanos = nanos;
            this.fewer = fewer;
        }

        @Override
        public Identity identity() {
            return new ReferenceModel(Platform.DEFAULT).identity();
        }

        @Override
        public Outcome apply(Command command) {
            return apply(List.of(command)).getFirst();
        }

        @Override
        public List<Outcome> apply(List<Command> commands) {
            asked.add(commands.size());
            for (long end = System.nanoTime() + nanos * commands.size();
                    nanos > 0 && System.nanoTime() < end; ) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
            return Collections.nCopies(commands.size() - fewer, new Outcome.Done());
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}
