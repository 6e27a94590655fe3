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
            case Command.Create _ -> WORLD;
            case Command.Close _ -> WORLD;
            case Command.Freeze _ -> WORLD;
            case Command.MapMemory _ -> WORLD;
            case Command.Protect _ -> WORLD;
            case Command.Unmap _ -> WORLD;
            case Command.Race _ -> WORLD;
            case Command.GetInfo _ -> WORLD;
            case Command.Duplicate _ -> WORLD;
            case Command.OpenById _ -> WORLD;
            case Command.Pin _ -> WORLD;
            case Command.OpenPin _ -> WORLD;
            case Command.Unpin _ -> WORLD;
            case Command.UseMapping _ -> WORLD;
            case Command.Deprived _ -> WORLD;
            case Command.CreateOuter _ -> WORLD;
            case Command.Insert _ -> WORLD;
            case Command.OpenInner _ -> WORLD;
            case Command.Iterate _ -> WORLD;
            case Command.Enveloped _ -> WORLD;
            case Command.Lookup c -> of(c.value());
            case Command.NextKey c -> of(c.next());
            case Command.LookupBatch c -> of(c.keys(), c.values(), c.cursor());
            case Command.Update c -> given(c.key()) && given(c.value()) ? STORE : CHANGE;
            case Command.WriteMemory _ -> STORE;
            case Command.UpdateBatch _ -> CHANGE;
            case Command.AddMemory _ -> CHANGE;
            case Command.Delete _ -> NONE;
            case Command.LookupAndDelete _ -> NONE;
            case Command.DeleteBatch _ -> NONE;
            case Command.LookupAndDeleteBatch _ -> NONE;
            case Command.ReadMemory _ -> NONE;
            case Command.ReadInfo _ -> WORLD;
            case Command.ShowDescriptor _ -> WORLD;
            case Command.UseFile _ -> NONE;
            case Command.ReadPin _ -> NONE;
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
            case Step.Update _ -> STORE;
            case Step.Store _ -> STORE;
            case Step.StorePercpu _ -> STORE;
            case Step.LockedStore _ -> STORE;
            case Step.AtomicAdd _ -> CHANGE;
            case Step.PlainAdd _ -> CHANGE;
            case Step.Atomic _ -> CHANGE;
            case Step.CompareExchange _ -> CHANGE;
            case Step.UpdateFrom _ -> CHANGE;
            case Step.ForEachAdding _ -> CHANGE;
            case Step.Lookup _ -> NONE;
            case Step.LookupPercpu _ -> NONE;
            case Step.Delete _ -> NONE;
            case Step.Load _ -> NONE;
            case Step.ForEach _ -> NONE;
            case Step.Misalignment _ -> NONE;
            case Step.Distance _ -> NONE;
            case Step.DirectLoad _ -> NONE;
            case Step.Unreached _ -> NONE;
            case Step.Through s -> s.deed() instanceof Deed.Update ? CHANGE : NONE;
        };
    }

    /// Whether the command takes the element's lock for all that it reads or writes.
    static boolean locks(Command command) {
        return switch (command) {
            case Command.Lookup c -> c.flags() == Flags.LOCK;
            case Command.Update c -> (c.flags() & Flags.LOCK) != 0;
            case Command.Run c -> c.steps().stream().allMatch(Step.LockedStore.class::isInstance);
            case Command.Create _ -> false;
            case Command.Close _ -> false;
            case Command.Freeze _ -> false;
            case Command.MapMemory _ -> false;
            case Command.Protect _ -> false;
            case Command.Unmap _ -> false;
            case Command.Race _ -> false;
            case Command.NextKey _ -> false;
            case Command.LookupBatch _ -> false;
            case Command.WriteMemory _ -> false;
            case Command.UpdateBatch _ -> false;
            case Command.AddMemory _ -> false;
            case Command.Delete _ -> false;
            case Command.LookupAndDelete _ -> false;
            case Command.DeleteBatch _ -> false;
            case Command.LookupAndDeleteBatch _ -> false;
            case Command.GetInfo _ -> false;
            case Command.ReadMemory _ -> false;
            case Command.Duplicate _ -> false;
            case Command.OpenById _ -> false;
            case Command.Pin _ -> false;
            case Command.OpenPin _ -> false;
            case Command.Unpin _ -> false;
            case Command.ReadInfo _ -> false;
            case Command.ShowDescriptor _ -> false;
            case Command.UseFile _ -> false;
            case Command.UseMapping _ -> false;
            case Command.ReadPin _ -> false;
            case Command.Deprived _ -> false;
            case Command.CreateOuter _ -> false;
            case Command.Insert _ -> false;
            case Command.OpenInner _ -> false;
            case Command.Iterate _ -> false;
            case Command.Enveloped _ -> false;
        };
    }
}
