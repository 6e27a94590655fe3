package org.maptck.features.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.faulty.FaultyAdapter;
import org.maptck.adapters.linux.LinuxAdapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.features.Baselines;
import org.maptck.model.Implementation;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Baseline;

class ExplorerTest {
    private static Exploration explore(Implementation implementation) throws IOException {
        try (implementation) {
            var known = Baselines.shipped(implementation);
            return Explorer.explore(implementation, known, 1);
        }
    }

    @Test
    void theModelDoesWhatItPermits() throws IOException {
        var exploration = explore(new ReferenceModel(Platform.DEFAULT));
        assertEquals(0, exploration.wrong());
        assertEquals(exploration.transitions(), exploration.seen());
        assertEquals(12, exploration.states());
    }

    @Test
    void moreChangesLeadToMoreStates() {
        var model = new ReferenceModel(Platform.DEFAULT);
        var near = Explorer.explore(model, Baseline.EMPTY, 0);
        var far = Explorer.explore(model, Baseline.EMPTY, 1);
        assertEquals(1, near.states());
        assertTrue(far.transitions() > 10 * near.transitions());
    }

    @Test
    void theKernelIsSeenInEveryTransitionAndDiffersInNone() throws IOException, CannotOpen {
        var adapter = new LinuxAdapter();
        adapter.missing().ifPresent(Assumptions::abort);
        var exploration = explore(adapter.open(""));
        assertEquals(0, exploration.wrong(), () -> exploration.examples().toString());
        assertEquals(exploration.transitions(), exploration.seen());
    }

    @Test
    void aKnownBadImplementationIsFound() throws IOException, CannotOpen {
        var exploration = explore(new FaultyAdapter().open("noexist-accepted"));
        assertTrue(exploration.wrong() > 0);
        assertTrue(exploration.examples().getFirst().toString().contains("expected EEXIST"));
    }
}
