package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.recorded.Recording;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;

/// Where the state of the model is the same, so is what a kernel was recorded to answer to the same
/// command: nothing that answers depend on is missing from it. And nothing else is in it.
class EqualStatesTest {
    private static final int LARGEST = 1 << 12;

    private record Asked(List<Object> state, Command command) {}

    private final Map<Asked, Outcome> answers = new HashMap<>();
    private int again;

    @Test
    void equalStatesGiveEqualAnswers() {
        var kernel = RecordedKernel.named("6.18");
        try (var model = new ReferenceModel(kernel.platform())) {
            var nothing = model.state();
            kernel.traces()
                    .forEach((id, trace) -> {
                        if (id.startsWith(Recording.WALK) && small(trace)) {
                            model.reset();
                            assertEquals(nothing, model.state());
                            walk(model, id, trace);
                        }
                    });
        }
        assertTrue(again > 1000, again + " commands were answered again");
    }

    private static boolean small(Trace trace) {
        return trace.commands().stream()
                .noneMatch(command ->
                        command instanceof Command.Create(_, var spec, _)
                                && spec.maxEntries() * spec.stride() > LARGEST);
    }

    private void walk(ReferenceModel model, String id, Trace trace) {
        for (Trace.Entry entry : trace.entries()) {
            var asked = new Asked(model.state(), entry.command());
            var permitted = model.step(entry.command());
            if (!permitted.permits(entry.outcome())) {
                return;
            }
            if (permitted instanceof Permitted.Only) {
                var before = answers.putIfAbsent(asked, entry.outcome());
                if (before != null) {
                    again++;
                    assertEquals(before, entry.outcome(), () -> id + entry.command());
                }
            }
            model.settle(entry.outcome());
        }
    }
}
