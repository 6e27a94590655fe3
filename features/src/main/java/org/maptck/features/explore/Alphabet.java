package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Protection;

/// The commands that an exploration knows: every kind of command, on one map of small numbers and
/// one mapping, with every flag, and with what is just past an edge.
public record Alphabet(Platform platform) {
    static final Handle MAP = Handle.A;

    /// Bytes of the values that have a lock, and of no others.
    static final int LOCKED = 8;

    private static final Handle COPY = new Handle(1);
    private static final Mapping MAPPING = new Mapping(0);
    private static final PinName PIN = new PinName("p");
    private static final Output FITS = new Output.Fits();
    private static final List<Long> INDEXES = List.of(0L, 1L, 2L);

    private static final List<Long> FLAGS =
            List.of(
                    Flags.ANY,
                    Flags.NOEXIST,
                    Flags.EXIST,
                    Flags.NOEXIST | Flags.EXIST,
                    Flags.LOCK,
                    Flags.CPU,
                    Flags.ALL_CPUS,
                    1L << 32);

    /// The maps: two elements of one or five bytes, both types, all flags; and some that are
    /// refused.
    public List<MapSpec> specs() {
        var array = MapSpec.of(MapType.ARRAY, 5, 2);
        var perCpu = MapSpec.of(MapType.PERCPU_ARRAY, 5, 2);
        return Stream.concat(
                        Stream.of(
                                MapSpec.of(MapType.ARRAY, 1, 2),
                                array,
                                MapSpec.of(MapType.PERCPU_ARRAY, 1, 2),
                                perCpu,
                                array.withFlags(Flags.MMAPABLE | Flags.RDONLY_PROG),
                                perCpu.withFlags(Flags.MMAPABLE),
                                MapSpec.of(MapType.ARRAY, LOCKED, 2).withLock(0),
                                array.withKeySize(3),
                                MapSpec.of(MapType.ARRAY, 0, 2),
                                MapSpec.of(MapType.PERCPU_ARRAY, 5, 0)),
                        Stream.of(
                                        Flags.MMAPABLE,
                                        Flags.RDONLY,
                                        Flags.WRONLY,
                                        Flags.RDONLY | Flags.WRONLY,
                                        Flags.RDONLY_PROG,
                                        Flags.WRONLY_PROG,
                                        Flags.NO_PREALLOC)
                                .map(array::withFlags))
                .toList();
    }

    /// Commands that make a map.
    List<Command> creations() {
        return specs().stream().<Command>map(spec -> new Command.Create(MAP, spec)).toList();
    }

    /// All commands for a map whose values have that many bytes.
    List<Command> commands(int valueSize) {
        var commands = new ArrayList<Command>();
        commands.addAll(creations());
        commands.addAll(elements());
        commands.addAll(batches());
        commands.addAll(whole());
        commands.addAll(memory());
        commands.addAll(new ProgramAlphabet(platform, MAP, valueSize).commands());
        commands.addAll(new FurtherAlphabet(platform, MAP, MAPPING, PIN, valueSize).commands());
        return commands;
    }

    /// User-space values: enough bytes for every type, each slot another.
    private List<Bytes> values() {
        return List.of(value(0x11), value(0x33));
    }

    private Bytes value(int first) {
        var value = Bytes.EMPTY;
        for (int cpu = 0; cpu < platform.cpuCount(); cpu++) {
            value = value.then(Bytes.filled(8, first + cpu));
        }
        return value;
    }

    private Input key(long index) {
        return new Input.Given(platform.key(index));
    }

    private List<Command> elements() {
        var commands = new ArrayList<Command>();
        for (long index : INDEXES) {
            for (long flags : FLAGS) {
                commands.add(new Command.Lookup(MAP, key(index), flags, FITS));
                values().forEach(value ->
                        commands.add(
                                new Command.Update(
                                        MAP, key(index), new Input.Given(value), flags)));
            }
            commands.add(new Command.Delete(MAP, key(index)));
            commands.add(new Command.LookupAndDelete(MAP, key(index), 0, FITS));
            commands.add(new Command.NextKey(MAP, key(index), FITS));
        }
        commands.add(new Command.NextKey(MAP, new Input.Null(), FITS));
        commands.add(new Command.NextKey(MAP, new Input.Unreadable(), FITS));
        commands.add(new Command.Lookup(MAP, key(0), 0, new Output.Null()));
        commands.add(new Command.Lookup(MAP, key(0), 0, new Output.Room(8)));
        commands.add(new Command.Lookup(MAP, new Input.Unreadable(), 0, FITS));
        commands.add(new Command.Update(MAP, key(1), new Input.Unreadable(), 0));
        commands.add(new Command.Delete(MAP, new Input.Null()));
        return commands;
    }

    private List<Command> batches() {
        var commands = new ArrayList<Command>();
        var starts = List.of(new Input.Null(), key(0), key(1), key(2));
        for (long count = 0; count <= 3; count++) {
            for (Input start : starts) {
                commands.add(
                        new Command.LookupBatch(MAP, start, FITS, FITS, FITS, count, Flags.ANY));
            }
        }
        for (long flags : FLAGS) {
            commands.add(
                    new Command.LookupBatch(MAP, new Input.Null(), FITS, FITS, FITS, 2, flags));
            commands.add(updates(flags, 0, 1));
        }
        commands.add(updates(Flags.ANY));
        commands.add(updates(Flags.ANY, 1));
        commands.add(updates(Flags.ANY, 1, 2));
        commands.add(new Command.DeleteBatch(MAP, key(0), 1, 0));
        commands.add(new Command.LookupAndDeleteBatch(MAP, new Input.Null(), 1, 0));
        return commands;
    }

    private Command updates(long flags, long... indexes) {
        var keys = Bytes.EMPTY;
        var values = Bytes.EMPTY;
        for (long index : indexes) {
            keys = keys.then(platform.key(index));
            values = values.then(value(0x33));
        }
        return new Command.UpdateBatch(
                MAP, new Input.Given(keys), new Input.Given(values), indexes.length, flags);
    }

    private List<Command> whole() {
        var lookup = new Command.Lookup(MAP, key(0), 0, FITS);
        return List.of(
                new Command.Freeze(MAP),
                new Command.GetInfo(MAP),
                new Command.Close(MAP),
                new Command.Duplicate(MAP, COPY),
                new Command.Close(COPY),
                new Command.Lookup(COPY, key(0), 0, FITS),
                new Command.Update(COPY, key(0), new Input.Given(value(0x11)), 0),
                new Command.OpenById(COPY, MAP, Flags.RDONLY),
                new Command.Pin(MAP, PIN),
                new Command.OpenPin(MAP, PIN, 0),
                new Command.OpenPin(COPY, PIN, Flags.WRONLY),
                new Command.OpenPin(COPY, PIN, Flags.NOEXIST),
                new Command.Unpin(PIN),
                new Command.Enveloped(lookup, Envelope.USUAL.with(167)),
                new Command.Enveloped(lookup, Envelope.USUAL.unreadable()),
                new Command.Enveloped(new Command.Freeze(MAP), Envelope.USUAL.with(4)));
    }

    private List<Command> memory() {
        long page = platform.pageSize();
        var commands = new ArrayList<Command>();
        for (var protection : List.of(Protection.READ_WRITE, Protection.READ, Protection.WRITE)) {
            commands.add(new Command.MapMemory(MAPPING, MAP, 0, page, protection, true));
            commands.add(new Command.Protect(MAPPING, protection));
        }
        commands.add(new Command.MapMemory(MAPPING, MAP, 0, page, Protection.READ, false));
        commands.add(new Command.MapMemory(MAPPING, MAP, page, page, Protection.READ, true));
        commands.add(new Command.MapMemory(MAPPING, MAP, 1, page, Protection.READ, true));
        commands.add(new Command.MapMemory(MAPPING, MAP, 0, 2 * page, Protection.READ, true));
        commands.add(new Command.MapMemory(MAPPING, MAP, 0, 0, Protection.READ, true));
        commands.add(new Command.Protect(MAPPING, Protection.NONE));
        commands.add(new Command.Unmap(MAPPING));
        for (long at : List.of(0L, 8L, page - 1, page)) {
            commands.add(new Command.ReadMemory(MAPPING, at, 1));
            commands.add(new Command.WriteMemory(MAPPING, at, Bytes.filled(1, 0x33)));
        }
        commands.add(new Command.ReadMemory(MAPPING, 0, 16));
        commands.add(new Command.AddMemory(MAPPING, 8, 4, 1));
        return commands;
    }
}
