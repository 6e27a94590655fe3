package org.maptck.features;

import org.maptck.model.Command;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Step;
import org.maptck.model.Trace;

/// How much of what a scenario did is kept.
final class Evidence {
    /// Roughly the characters that a passing scenario may take.
    private static final long ROOM = 12 << 10;

    private static final int ENTRY = 120;

    private Evidence() {}

    /// The trace of a scenario that passed: whole where it is short, else none. One that did not
    /// pass keeps all of it.
    static Trace ofPass(Trace trace) {
        long size = 0;
        for (var entry : trace.entries()) {
            size += ENTRY + 2L * (size(entry.command()) + size(entry.outcome()));
        }
        return size <= ROOM ? trace : Trace.EMPTY;
    }

    private static int size(Command command) {
        return switch (command) {
            case Command.Update(_, _, Input.Given(var value), _) -> value.size();
            case Command.UpdateBatch(_, _, Input.Given(var values), _, _) -> values.size();
            case Command.WriteMemory(_, _, var bytes) -> bytes.size();
            case Command.Run(_, _, _, var steps) ->
                    steps.stream()
                            .mapToInt(step -> step instanceof Step.Update u ? u.value().size() : 0)
                            .sum();
            default -> 0;
        };
    }

    private static int size(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found(var bytes) -> bytes.size();
            case Outcome.Filled(_, var room) -> room.size();
            case Outcome.Batched(_, _, var keys, var values, _) -> keys.size() + values.size();
            case Outcome.Ran(var steps) -> steps.stream().mapToInt(Evidence::size).sum();
            default -> 0;
        };
    }
}
