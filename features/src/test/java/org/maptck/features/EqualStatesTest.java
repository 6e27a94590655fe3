package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.recorded.Recording;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.OuterKind;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;

/// Where the state of the model is the same, so is what a kernel was recorded to answer to the same
/// command: nothing that answers depend on is missing from it. And nothing else is in it.
class EqualStatesTest {
    private static final Platform PLATFORM = RecordedKernel.named("6.18").platform();
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

    /// What exploration takes for one state would otherwise be walked on from but once.
    @Test
    void whatIsKnownByOtherNamesIsAnotherState() {
        var spec = MapSpec.of(MapType.ARRAY, 8, 2).withFlags(Flags.MMAPABLE);
        var one = new Command.Create(Handle.A, spec);
        var other = new Command.Create(new Handle(1), spec);
        var outer = new Command.CreateOuter(new Handle(2), OuterKind.ARRAY_OF_MAPS, 1, Handle.A);
        differ(
                List.of(one, other),
                new Command.Duplicate(Handle.A, new Handle(3)),
                new Command.Duplicate(new Handle(1), new Handle(3)));
        differ(
                List.of(one, other, outer),
                new Command.Insert(new Handle(2), 0, Handle.A),
                new Command.Insert(new Handle(2), 0, new Handle(1)));
        differ(
                List.of(one, other),
                map(Handle.A, Protection.READ),
                map(new Handle(1), Protection.READ),
                map(Handle.A, Protection.READ_WRITE));
    }

    private static Command map(Handle handle, Protection protection) {
        return new Command.MapMemory(
                new Mapping(0), handle, 0, PLATFORM.pageSize(), protection, true);
    }

    private static void differ(List<Command> before, Command... last) {
        Set<List<Object>> states = new HashSet<>();
        states.add(after(before));
        for (Command command : last) {
            var commands = new ArrayList<>(before);
            commands.add(command);
            states.add(after(commands));
        }
        assertEquals(1 + last.length, states.size());
    }

    private static List<Object> after(List<Command> commands) {
        try (var model = new ReferenceModel(PLATFORM)) {
            assertEquals(PLATFORM, model.identity().platform());
            commands.forEach(model::apply);
            return model.state();
        }
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
