package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Loading;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.Protection;
import org.maptck.model.Step;

/// Programs and adds at their edges: the last byte of a packet and the one behind it, widths that
/// there are not, addresses of a section, empty values, CPUs up to the first that there is not,
/// walks of more calls than are noted, values that end with a lock, and many steps of which one is
/// wrong.
record ProgramEdges(EdgeTable table) {
    private static final Handle MAP = EdgeTable.MAP;
    private static final Operand FIRST = new Operand.Constant(0);
    private static final Operand ONE = new Operand.Constant(1);
    private static final int MANY = 2;

    SequencedMap<String, List<Command>> named() {
        var edges = new LinkedHashMap<String, List<Command>>();
        for (Step step : steps()) {
            edges.put("edge-step-" + edges.size(), table.plain(run(Loading.CLASSIFIER, step)));
        }
        for (int address : List.of(0, 1, 2, 4, 7, 8)) {
            for (int offset : List.of(0, 1, 3, 4)) {
                var load = new Step.DirectLoad(MAP, address, offset, 4);
                edges.put("edge-address-" + edges.size(), section(load));
            }
        }
        for (int entries : List.of(511, 512, 513, 600)) {
            var walk = run(Loading.CLASSIFIER, new Step.ForEachAdding(MAP, 3));
            var spec = MapSpec.of(MapType.ARRAY, 8, entries);
            edges.put("edge-walk-" + entries, table.filled(spec, Extras.NONE, walk));
        }
        for (int width : List.of(1, 2, 3, 4, 5, 8, 16)) {
            for (long at : List.of(0L, 2L, 4L)) {
                edges.put("edge-add-" + edges.size(), added(at, width));
            }
        }
        for (int size : List.of(7, 8, 11, 12)) {
            var store = new Step.LockedStore(MAP, FIRST, Bytes.filled(size, 0x33));
            var spec = MapSpec.of(MapType.ARRAY, 12, 3).withLock(8);
            var locked = table.filled(spec, Extras.NONE, run(Loading.CLASSIFIER, store));
            edges.put("edge-last-lock-" + size, locked);
        }
        for (Step wrong : wrong()) {
            edges.put("edge-many-" + edges.size(), many(wrong));
        }
        return edges;
    }

    /// The steps that are right, many times; then with the wrong one at the end, and before them.
    private List<Command> many(Step wrong) {
        var steps = new ArrayList<Step>();
        for (int time = 0; time < MANY; time++) {
            steps.addAll(right());
        }
        var commands = new ArrayList<Command>();
        commands.add(run(Loading.CLASSIFIER, steps));
        steps.addLast(wrong);
        commands.add(run(Loading.CLASSIFIER, steps));
        steps.addFirst(steps.removeLast());
        commands.add(run(Loading.CLASSIFIER, steps));
        return table.plain(commands.toArray(Command[]::new));
    }

    private static List<Step> right() {
        return List.of(
                new Step.Lookup(MAP, FIRST),
                new Step.Update(MAP, FIRST, Bytes.filled(8, 0x44), Flags.ANY),
                new Step.Load(MAP, FIRST, 0, 8),
                new Step.Store(MAP, FIRST, 0, 8, ONE),
                new Step.AtomicAdd(MAP, FIRST, 0, 8, ONE),
                new Step.Distance(MAP, FIRST, ONE));
    }

    private static List<Step> wrong() {
        var closed = Handle.named("D");
        return List.of(
                new Step.Lookup(closed, FIRST),
                new Step.LookupPercpu(MAP, FIRST, 0),
                new Step.Update(MAP, FIRST, Bytes.filled(7, 0x44), Flags.ANY),
                new Step.Load(MAP, FIRST, 1, 8),
                new Step.Load(MAP, FIRST, 8, 8),
                new Step.Store(MAP, FIRST, 5, 4, ONE),
                new Step.AtomicAdd(MAP, FIRST, 4, 8, ONE),
                new Step.LockedStore(MAP, FIRST, Bytes.filled(8, 0x44)),
                new Step.Distance(closed, FIRST, ONE),
                new Step.DirectLoad(MAP, 0, 0, 8),
                new Step.Unreached(MAP, Oddity.UNBOUNDED_OFFSET, 0),
                new Step.Update(MAP, FIRST, Bytes.EMPTY, Flags.ANY),
                new Step.Load(MAP, FIRST, -1, 1));
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int at : List.of(-1, 0, 63, 64)) {
            steps.add(new Step.Lookup(MAP, new Operand.PacketByte(at)));
            steps.add(new Step.Store(MAP, FIRST, 0, 8, new Operand.PacketByte(at)));
        }
        for (int width : List.of(3, 5, 16)) {
            steps.add(new Step.Load(MAP, FIRST, 0, width));
            steps.add(new Step.PlainAdd(MAP, FIRST, 0, width, ONE));
        }
        steps.add(new Step.Update(MAP, FIRST, Bytes.EMPTY, Flags.ANY));
        steps.add(new Step.LockedStore(MAP, FIRST, Bytes.EMPTY));
        return steps;
    }

    private List<Command> section(Step step) {
        var commands = new ArrayList<Command>();
        commands.add(new Command.Create(MAP, MapSpec.of(MapType.ARRAY, 8, 1)));
        commands.add(run(Loading.STRICT, step));
        commands.add(run(Loading.CLASSIFIER, step));
        return commands;
    }

    private List<Command> added(long at, int width) {
        var mapping = new Mapping(0);
        int page = table.platform().pageSize();
        return table.filled(
                MapSpec.of(MapType.ARRAY, 8, 3).withFlags(Flags.MMAPABLE),
                Extras.NONE,
                new Command.MapMemory(mapping, MAP, 0, page, Protection.READ_WRITE, true),
                new Command.AddMemory(mapping, at, width, 1));
    }

    private Command run(Loading loading, Step step) {
        return run(loading, List.of(step));
    }

    private Command run(Loading loading, List<Step> steps) {
        int cpu = table.platform().onlineCpus().getFirst();
        return new Command.Run(cpu, Command.Run.NO_PACKET, 1, steps, loading);
    }
}
