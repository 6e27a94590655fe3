package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.List;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Operand;
import org.maptck.model.Platform;
import org.maptck.model.Step;

/// Programs of one step, on the first two CPUs.
///
/// @param valueSize bytes of the values that programs hand over
record ProgramAlphabet(Platform platform, Handle map, int valueSize) {
    private static final Operand ADDEND = new Operand.Constant(1);
    private static final Operand BYTE = new Operand.Constant(0x33);

    List<Command> commands() {
        var commands = new ArrayList<Command>();
        for (int cpu : platform.onlineCpus().stream().limit(2).toList()) {
            onEachCpu().forEach(step -> commands.add(Command.Run.once(cpu, step)));
        }
        int first = platform.onlineCpus().getFirst();
        onOneCpu().forEach(step -> commands.add(Command.Run.once(first, step)));
        commands.add(Command.Run.once(platform.cpuIdLimit(), new Step.Lookup(map, index(0))));
        return commands;
    }

    private List<Step> onEachCpu() {
        return List.of(
                new Step.Lookup(map, index(0)),
                new Step.Lookup(map, index(1)),
                new Step.Update(map, index(0), Bytes.filled(valueSize, 0x11), Flags.ANY),
                new Step.Store(map, index(0), 0, 1, BYTE));
    }

    private List<Step> onOneCpu() {
        var steps = new ArrayList<Step>();
        steps.add(new Step.Lookup(map, index(2)));
        for (long flags : List.of(Flags.ANY, Flags.NOEXIST, Flags.EXIST, Flags.LOCK, 32L)) {
            steps.add(new Step.Update(map, index(1), Bytes.filled(valueSize, 0x33), flags));
        }
        steps.add(new Step.Update(map, index(2), Bytes.filled(valueSize, 0x33), Flags.ANY));
        steps.add(new Step.Delete(map, index(0)));
        steps.add(new Step.Delete(map, index(2)));
        for (long cpu = 0; cpu <= 2; cpu++) {
            steps.add(new Step.LookupPercpu(map, index(0), cpu));
            steps.add(new Step.StorePercpu(map, index(0), cpu, 0, 1, BYTE));
        }
        for (int at : List.of(0, 1, 4, 5)) {
            steps.add(new Step.Load(map, index(1), at, 1));
        }
        steps.add(new Step.Load(map, index(2), 0, 1));
        steps.add(new Step.Load(map, index(0), 0, 4));
        steps.add(new Step.Load(map, index(0), 2, 4));
        steps.add(new Step.Store(map, index(0), 2, 4, BYTE));
        steps.add(new Step.Store(map, index(2), 0, 1, BYTE));
        steps.add(new Step.AtomicAdd(map, index(0), 0, 4, ADDEND));
        steps.add(new Step.AtomicAdd(map, index(0), 0, 8, ADDEND));
        steps.add(new Step.PlainAdd(map, index(0), 0, 1, ADDEND));
        steps.add(new Step.Atomic(map, index(0), 0, 4, AtomicOperation.XOR, BYTE));
        steps.add(new Step.Atomic(map, index(0), 0, 4, AtomicOperation.EXCHANGE, BYTE));
        steps.add(new Step.CompareExchange(map, index(0), 0, 4, index(0), BYTE));
        steps.add(new Step.UpdateFrom(map, index(0), index(1), Flags.ANY));
        steps.add(new Step.UpdateFrom(map, index(2), index(1), Flags.ANY));
        steps.add(new Step.ForEach(map, 0, 0));
        steps.add(new Step.ForEach(map, 0, 1));
        steps.add(new Step.ForEach(map, 1, 0));
        steps.add(new Step.Misalignment(map, index(1)));
        steps.add(new Step.Distance(map, index(0), index(1)));
        steps.add(new Step.DirectLoad(map, 0, 0, 1));
        return steps;
    }

    private static Operand index(long number) {
        return new Operand.Constant(number);
    }
}
