package org.maptck.features.explore;

import java.util.List;
import java.util.Set;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Operand;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Privilege;
import org.maptck.model.Step;

/// Those who take part in the races of [RaceTable], all about the first elements of its map.
record RaceCallers(Platform platform) {
    private static final Handle MAP = RaceTable.MAP;
    private static final Operand FIRST = new Operand.Constant(0);
    private static final Operand SECOND = new Operand.Constant(1);
    private static final Operand NUMBER = new Operand.Constant(0x1122_3344_5566_7788L);
    private static final Output FITS = new Output.Fits();
    private static final Bytes VALUE = Bytes.hex("5152535455565758");
    private static final long PART = 1;

    static Command fill(Platform platform, int index) {
        var slot =
                Bytes.number(
                        0x0102_0304_0506_0708L * (index + 3),
                        RaceTable.VALUE,
                        platform.byteOrder());
        var value = Bytes.EMPTY;
        for (int cpu = 0; cpu < platform.cpuCount(); cpu++) {
            value = value.then(slot);
        }
        return new Command.Update(
                MAP, RaceTable.key(platform, index), new Input.Given(value), Flags.ANY);
    }

    List<Command> readers() {
        return List.of(
                lookup(Flags.ANY),
                new Command.Lookup(MAP, key(), 0, new Output.Room(RaceTable.VALUE)),
                new Command.NextKey(MAP, key(), FITS),
                new Command.LookupBatch(MAP, new Input.Null(), FITS, FITS, FITS, 2, 0),
                new Command.ReadMemory(RaceTable.MAPPING, 0, RaceTable.VALUE),
                new Command.Delete(MAP, key()),
                new Command.LookupAndDelete(MAP, key(), 0, FITS),
                run(0, new Step.Lookup(MAP, FIRST)),
                run(0, new Step.Load(MAP, FIRST, 0, 8), new Step.Load(MAP, FIRST, 0, 4)),
                run(1, new Step.ForEach(MAP, 0, 2)),
                run(0, new Step.Through(RaceTable.OUTER, FIRST, FIRST, new Deed.Lookup())));
    }

    List<Command> stores() {
        return List.of(
                update(Flags.ANY),
                new Command.WriteMemory(RaceTable.MAPPING, 0, VALUE),
                run(0, new Step.Store(MAP, FIRST, 0, 8, NUMBER)),
                run(1, new Step.Update(MAP, FIRST, VALUE, Flags.ANY)),
                run(1, new Step.Update(MAP, FIRST, VALUE, Flags.ANY), new Step.Lookup(MAP, FIRST)));
    }

    List<Command> changes() {
        return List.of(
                new Command.AddMemory(RaceTable.MAPPING, 0, 8, 3),
                new Command.UpdateBatch(
                        MAP,
                        new Input.Given(platform.key(0)),
                        new Input.Given(VALUE),
                        1,
                        Flags.ANY),
                new Command.Update(
                        MAP, key(), new Input.InMapping(RaceTable.MAPPING, PART), Flags.ANY),
                new Command.Lookup(MAP, key(), 0, new Output.InMapping(RaceTable.MAPPING, PART)),
                run(0, new Step.AtomicAdd(MAP, FIRST, 0, 8, SECOND)),
                run(1, new Step.PlainAdd(MAP, FIRST, 0, 8, SECOND)),
                run(0, new Step.Atomic(MAP, FIRST, 0, 8, AtomicOperation.XOR, SECOND)),
                run(0, new Step.CompareExchange(MAP, FIRST, 0, 8, SECOND, NUMBER)),
                run(1, new Step.UpdateFrom(MAP, FIRST, SECOND, Flags.ANY)),
                run(1, new Step.ForEachAdding(MAP, 1)),
                run(
                        1,
                        new Step.Through(
                                RaceTable.OUTER, FIRST, FIRST, new Deed.Update(VALUE, Flags.ANY))),
                run(
                        0,
                        new Step.Store(MAP, FIRST, 0, 8, NUMBER),
                        new Step.Store(MAP, FIRST, 0, 8, SECOND)));
    }

    /// Each adds the same as the one in the same place of another CPU.
    List<Command> adders(int cpu) {
        return List.of(
                new Command.AddMemory(RaceTable.MAPPING, 0, 8, 3),
                run(cpu, new Step.AtomicAdd(MAP, FIRST, 0, 8, SECOND)));
    }

    List<Command> world() {
        return List.of(
                new Command.Duplicate(MAP, new Handle(1)),
                new Command.GetInfo(MAP),
                new Command.Pin(MAP, new PinName("p")),
                new Command.Deprived(lookup(Flags.ANY), Set.of(Privilege.BPF)));
    }

    /// Programs on that CPU that reach no slot but its own.
    List<Command> local(int cpu) {
        return List.of(
                run(cpu, new Step.Lookup(MAP, FIRST)),
                run(cpu, new Step.Load(MAP, FIRST, 0, 8)),
                run(cpu, new Step.Store(MAP, FIRST, 0, 8, NUMBER)),
                run(cpu, new Step.Update(MAP, FIRST, VALUE, Flags.ANY)),
                run(cpu, new Step.AtomicAdd(MAP, FIRST, 0, 8, SECOND)),
                run(
                        cpu,
                        new Step.PlainAdd(MAP, FIRST, 0, 8, SECOND),
                        new Step.Load(MAP, FIRST, 0, 8)),
                run(cpu, new Step.ForEach(MAP, 0, 2)),
                run(cpu, new Step.Distance(MAP, FIRST, SECOND)));
    }

    /// Programs on that CPU, and a caller on any, that reach the slots of others.
    List<Command> slots(int cpu) {
        return List.of(
                run(cpu, new Step.LookupPercpu(MAP, FIRST, 0)),
                run(cpu, new Step.StorePercpu(MAP, FIRST, 0, 0, 8, NUMBER)),
                lookup(Flags.ANY));
    }

    List<Command> openStores() {
        return List.of(update(Flags.ANY));
    }

    List<Command> lockedReaders() {
        return List.of(lookup(Flags.LOCK));
    }

    List<Command> openReaders() {
        return List.of(lookup(Flags.ANY), run(0, new Step.Load(MAP, FIRST, 4, 4)));
    }

    List<Command> lockedStores() {
        return List.of(
                update(Flags.LOCK),
                run(1, new Step.LockedStore(MAP, FIRST, VALUE)),
                run(0, new Step.LockedStore(MAP, FIRST, VALUE)));
    }

    private Input key() {
        return RaceTable.key(platform, 0);
    }

    private Command lookup(long flags) {
        return new Command.Lookup(MAP, key(), flags, FITS);
    }

    private Command update(long flags) {
        return new Command.Update(MAP, key(), new Input.Given(VALUE), flags);
    }

    private Command run(int cpu, Step... steps) {
        int online = platform.onlineCpus().get(cpu % platform.onlineCpus().size());
        return new Command.Run(online, Command.Run.NO_PACKET, 1, List.of(steps));
    }
}
