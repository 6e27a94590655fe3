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
            case Command.Update c -> size(c.value());
            case Command.UpdateBatch c -> size(c.values());
            case Command.WriteMemory c -> c.bytes().size();
            case Command.Enveloped c -> size(c.inner());
            case Command.Deprived c -> size(c.inner());
            case Command.Run c -> c.steps().stream().mapToInt(Evidence::size).sum();
            case Command.Create _,
                    Command.Close _,
                    Command.Lookup _,
                    Command.Delete _,
                    Command.LookupAndDelete _,
                    Command.NextKey _,
                    Command.LookupBatch _,
                    Command.DeleteBatch _,
                    Command.LookupAndDeleteBatch _,
                    Command.Freeze _,
                    Command.GetInfo _,
                    Command.MapMemory _,
                    Command.ReadMemory _,
                    Command.AddMemory _,
                    Command.Protect _,
                    Command.Unmap _,
                    Command.Race _,
                    Command.Duplicate _,
                    Command.OpenById _,
                    Command.Pin _,
                    Command.OpenPin _,
                    Command.Unpin _,
                    Command.ReadInfo _,
                    Command.ShowDescriptor _,
                    Command.UseFile _,
                    Command.UseMapping _,
                    Command.ReadPin _,
                    Command.CreateOuter _,
                    Command.Insert _,
                    Command.OpenInner _,
                    Command.Iterate _ ->
                    0;
        };
    }

    private static int size(Input input) {
        return input instanceof Input.Given(var bytes) ? bytes.size() : 0;
    }

    private static int size(Step step) {
        return step instanceof Step.Update update ? update.value().size() : 0;
    }

    private static int size(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found(var bytes) -> bytes.size();
            case Outcome.Filled(_, var room) -> room.size();
            case Outcome.Informed(_, _, var buffer, _) -> buffer.size();
            case Outcome.Printed(var text) -> text.length();
            case Outcome.Batched(_, _, var keys, var values, _) -> keys.size() + values.size();
            case Outcome.Ran(var steps) -> steps.stream().mapToInt(Evidence::size).sum();
            case Outcome.Done _,
                    Outcome.Refused _,
                    Outcome.Absent _,
                    Outcome.Returned _,
                    Outcome.Described _,
                    Outcome.Visited _,
                    Outcome.Raced _,
                    Outcome.Unsupported _ ->
                    0;
        };
    }
}
