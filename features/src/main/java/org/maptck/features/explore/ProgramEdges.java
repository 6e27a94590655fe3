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
import org.maptck.model.Operand;
import org.maptck.model.Protection;
import org.maptck.model.Step;

/// Programs and adds at their edges: the last byte of a packet and the one behind it, addresses of
/// a section, empty values, adds of widths that there are not, walks of more calls than are noted,
/// and values that end with a lock.
record ProgramEdges(EdgeTable table) {
    private static final Handle MAP = EdgeTable.MAP;
    private static final Operand FIRST = new Operand.Constant(0);

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
        return edges;
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int at : List.of(-1, 0, 63, 64)) {
            steps.add(new Step.Lookup(MAP, new Operand.PacketByte(at)));
            steps.add(new Step.Store(MAP, FIRST, 0, 8, new Operand.PacketByte(at)));
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
        return table.run(loading, List.of(step));
    }
}
