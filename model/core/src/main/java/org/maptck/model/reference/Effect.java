package org.maptck.model.reference;

import java.util.List;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Output;
import org.maptck.model.Step;

/// What a command does to what others see.
enum Effect {
    /// Nothing.
    NONE,
    /// It stores the same bytes in the same place, whatever is there.
    STORE,
    /// What it stores, or where, depends on what is there, or comes in several pieces.
    CHANGE,
    /// It makes or ends maps, mappings or names, changes what may be done with them, or tells an
    /// id.
    WORLD;

    static Effect of(Command command) {
        return switch (command) {
            case Command.Create _,
                    Command.Close _,
                    Command.Freeze _,
                    Command.MapMemory _,
                    Command.Protect _,
                    Command.Unmap _,
                    Command.Race _,
                    Command.GetInfo _,
                    Command.Duplicate _,
                    Command.OpenById _,
                    Command.Pin _,
                    Command.OpenPin _,
                    Command.Unpin _,
                    Command.UseMapping _,
                    Command.Deprived _,
                    Command.CreateOuter _,
                    Command.Insert _,
                    Command.OpenInner _,
                    Command.Iterate _,
                    Command.Enveloped _ ->
                    WORLD;
            case Command.Lookup c -> of(c.value());
            case Command.NextKey c -> of(c.next());
            case Command.LookupBatch c -> of(c.keys(), c.values(), c.cursor());
            case Command.Update c -> given(c.key()) && given(c.value()) ? STORE : CHANGE;
            case Command.WriteMemory _ -> STORE;
            case Command.UpdateBatch _, Command.AddMemory _ -> CHANGE;
            case Command.Delete _,
                    Command.LookupAndDelete _,
                    Command.DeleteBatch _,
                    Command.LookupAndDeleteBatch _,
                    Command.ReadMemory _,
                    Command.ReadInfo _,
                    Command.ShowDescriptor _,
                    Command.UseFile _,
                    Command.ReadPin _ ->
                    NONE;
            case Command.Run c -> of(c.steps());
        };
    }

    private static Effect of(Output... outputs) {
        for (Output output : outputs) {
            if (output instanceof Output.InMapping) {
                return CHANGE;
            }
        }
        return NONE;
    }

    private static boolean given(Input input) {
        return !(input instanceof Input.InMapping);
    }

    private static Effect of(List<Step> steps) {
        long stores = steps.stream().filter(step -> of(step) != NONE).count();
        if (stores == 0) {
            return NONE;
        }
        return stores == 1 && steps.stream().noneMatch(step -> of(step) == CHANGE) ? STORE : CHANGE;
    }

    private static Effect of(Step step) {
        return switch (step) {
            case Step.Update _, Step.Store _, Step.StorePercpu _, Step.LockedStore _ -> STORE;
            case Step.AtomicAdd _,
                    Step.PlainAdd _,
                    Step.Atomic _,
                    Step.CompareExchange _,
                    Step.UpdateFrom _,
                    Step.ForEachAdding _ ->
                    CHANGE;
            case Step.Lookup _,
                    Step.LookupPercpu _,
                    Step.Delete _,
                    Step.Load _,
                    Step.ForEach _,
                    Step.Misalignment _,
                    Step.Distance _,
                    Step.DirectLoad _,
                    Step.Unreached _ ->
                    NONE;
            case Step.Through s -> s.deed() instanceof Deed.Update ? CHANGE : NONE;
        };
    }

    /// Whether the command takes the element's lock for all that it reads or writes.
    static boolean locks(Command command) {
        return switch (command) {
            case Command.Lookup c -> c.flags() == Flags.LOCK;
            case Command.Update c -> (c.flags() & Flags.LOCK) != 0;
            case Command.Run c -> c.steps().stream().allMatch(Step.LockedStore.class::isInstance);
            case Command.Create _,
                    Command.Close _,
                    Command.Freeze _,
                    Command.MapMemory _,
                    Command.Protect _,
                    Command.Unmap _,
                    Command.Race _,
                    Command.NextKey _,
                    Command.LookupBatch _,
                    Command.WriteMemory _,
                    Command.UpdateBatch _,
                    Command.AddMemory _,
                    Command.Delete _,
                    Command.LookupAndDelete _,
                    Command.DeleteBatch _,
                    Command.LookupAndDeleteBatch _,
                    Command.GetInfo _,
                    Command.ReadMemory _,
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
                    Command.Deprived _,
                    Command.CreateOuter _,
                    Command.Insert _,
                    Command.OpenInner _,
                    Command.Iterate _,
                    Command.Enveloped _ ->
                    false;
        };
    }
}
