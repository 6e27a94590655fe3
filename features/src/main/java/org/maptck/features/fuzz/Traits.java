package org.maptck.features.fuzz;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maptck.features.fuzz.Lattice.FlagClass;
import org.maptck.features.fuzz.Lattice.KeyClass;
import org.maptck.model.Command;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Operand;
import org.maptck.model.Platform;
import org.maptck.model.Step;

/// Which part of a command is its map, its key and its flags.
final class Traits {
    private static final long ELEMENT_FLAGS = 31;
    private static final long CREATE_FLAGS = 0x1_ffff;
    private static final long CPU_WORD = 0xffff_ffff_0000_0000L;
    private static final long NO_KEY = -1;
    private static final long ODD_KEY = -2;
    private static final long FAR = 1L << 16;

    private final Platform platform;

    Traits(Platform platform) {
        this.platform = platform;
    }

    /// @param index the key as a number, or what stands for none
    record Of(int map, long index, FlagClass flags) {
        KeyClass key(MapSpec spec) {
            if (index < 0) {
                return index == NO_KEY ? KeyClass.NONE : KeyClass.ODD;
            }
            if (index >= spec.maxEntries()) {
                return index >= FAR ? KeyClass.FAR : KeyClass.PAST;
            }
            if (index == 0) {
                return KeyClass.FIRST;
            }
            return index == spec.maxEntries() - 1 ? KeyClass.LAST : KeyClass.INSIDE;
        }
    }

    /// Whether commands or steps of a kind have a key: a component that hands one over.
    boolean keyed(Class<?> type) {
        return components(type).stream()
                .anyMatch(Set.of("key", "keys", "start", "index", "from")::contains);
    }

    /// Whether they have flags.
    boolean flagged(Class<?> type) {
        return type == Command.Create.class || components(type).contains("flags");
    }

    private static Set<String> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(it -> it.getName())
                .collect(Collectors.toSet());
    }

    Of of(Command command) {
        return switch (command) {
            case Command.Create c -> plain(c.map().number(), created(c.spec().flags()));
            case Command.Close c -> plain(c.map().number());
            case Command.Lookup c -> keyed(c.map().number(), c.key(), c.flags());
            case Command.Update c -> keyed(c.map().number(), c.key(), c.flags());
            case Command.Delete c -> keyed(c.map().number(), c.key(), 0);
            case Command.LookupAndDelete c -> keyed(c.map().number(), c.key(), c.flags());
            case Command.NextKey c -> keyed(c.map().number(), c.key(), 0);
            case Command.LookupBatch c -> keyed(c.map().number(), c.start(), c.flags());
            case Command.UpdateBatch c -> keyed(c.map().number(), c.keys(), c.flags());
            case Command.DeleteBatch c -> keyed(c.map().number(), c.keys(), c.flags());
            case Command.LookupAndDeleteBatch c -> keyed(c.map().number(), c.start(), c.flags());
            case Command.Freeze c -> plain(c.map().number());
            case Command.GetInfo c -> plain(c.map().number());
            case Command.MapMemory c -> plain(c.map().number());
            case Command.Duplicate c -> plain(c.map().number());
            case Command.OpenById c -> plain(c.map().number(), created(c.flags()));
            case Command.Pin c -> plain(c.map().number());
            case Command.OpenPin c -> plain(c.map().number(), created(c.flags()));
            case Command.ReadMemory _,
                    Command.WriteMemory _,
                    Command.AddMemory _,
                    Command.Protect _,
                    Command.Unmap _,
                    Command.UseMapping _,
                    Command.Unpin _,
                    Command.ReadPin _,
                    Command.Run _,
                    Command.Race _ ->
                    plain(0);
            case Command.ReadInfo c -> plain(c.map().number());
            case Command.ShowDescriptor c -> plain(c.map().number());
            case Command.UseFile c -> plain(c.map().number());
            case Command.CreateOuter c -> plain(c.map().number());
            case Command.Insert c -> plain(c.map().number());
            case Command.OpenInner c -> plain(c.map().number());
            case Command.Iterate c -> plain(c.map().number());
            case Command.Enveloped c -> plain(of(c.inner()).map());
            case Command.Deprived c -> plain(of(c.inner()).map());
        };
    }

    Of of(Step step) {
        int map = step.map().number();
        return switch (step) {
            case Step.Lookup s -> indexed(map, s.index(), 0);
            case Step.LookupPercpu s -> indexed(map, s.index(), 0);
            case Step.Update s -> indexed(map, s.index(), s.flags());
            case Step.Delete s -> indexed(map, s.index(), 0);
            case Step.Load s -> indexed(map, s.index(), 0);
            case Step.Store s -> indexed(map, s.index(), 0);
            case Step.StorePercpu s -> indexed(map, s.index(), 0);
            case Step.AtomicAdd s -> indexed(map, s.index(), 0);
            case Step.ForEach s -> plain(map, element(s.flags()));
            case Step.LockedStore s -> indexed(map, s.index(), 0);
            case Step.Misalignment s -> indexed(map, s.index(), 0);
            case Step.Distance s -> indexed(map, s.from(), 0);
            case Step.PlainAdd s -> indexed(map, s.index(), 0);
            case Step.Atomic s -> indexed(map, s.index(), 0);
            case Step.CompareExchange s -> indexed(map, s.index(), 0);
            case Step.UpdateFrom s -> indexed(map, s.index(), s.flags());
            case Step.ForEachAdding _, Step.DirectLoad _, Step.Unreached _ -> plain(map);
            case Step.Through s -> indexed(map, s.index(), 0);
        };
    }

    private static Of plain(int map) {
        return plain(map, FlagClass.NONE);
    }

    private static Of plain(int map, FlagClass flags) {
        return new Of(map, NO_KEY, flags);
    }

    private Of keyed(int map, Input key, long flags) {
        long index =
                key instanceof Input.Given(var bytes) && bytes.size() >= MapSpec.KEY_SIZE
                        ? bytes.number(MapSpec.KEY_SIZE, platform.byteOrder())
                        : ODD_KEY;
        return new Of(map, index, element(flags));
    }

    private static Of indexed(int map, Operand index, long flags) {
        long number =
                index instanceof Operand.Constant(long value) ? value & 0xffff_ffffL : ODD_KEY;
        return new Of(map, number, element(flags));
    }

    private static FlagClass element(long flags) {
        return kind(flags & ~CPU_WORD, flags, ELEMENT_FLAGS | ((flags & 8) == 0 ? 0 : CPU_WORD));
    }

    private static FlagClass created(long flags) {
        return kind(flags, flags, CREATE_FLAGS);
    }

    private static FlagClass kind(long bits, long flags, long known) {
        if (flags == 0) {
            return FlagClass.NONE;
        }
        if ((flags & ~known) != 0) {
            return FlagClass.UNKNOWN;
        }
        return Long.bitCount(bits) == 1 ? FlagClass.ONE : FlagClass.SEVERAL;
    }
}
