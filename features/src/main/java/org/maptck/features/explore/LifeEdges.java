package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.InfoRequest;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.OuterKind;
import org.maptck.model.Output;
import org.maptck.model.Protection;

/// What is known of maps and what keeps them: ids that are told or could not be, maps of which only
/// a mapping or a place in another map is left, names that end early; and answers that go where a
/// mapping or the room for a cursor ends.
record LifeEdges(EdgeTable table) {
    private static final Handle MAP = EdgeTable.MAP;
    private static final Handle OTHER = new Handle(1);
    private static final Handle OUTER = new Handle(2);
    private static final Handle OPENED = new Handle(3);
    private static final Mapping MAPPING = new Mapping(0);
    private static final Output FITS = new Output.Fits();
    private static final Envelope UNWRITTEN = Envelope.USUAL.in(Envelope.Place.READ_ONLY);
    private static final MapSpec MAPPED = MapSpec.of(MapType.ARRAY, 8, 3).withFlags(Flags.MMAPABLE);

    SequencedMap<String, List<Command>> named() {
        var edges = new LinkedHashMap<String, List<Command>>();
        var tell = new Command.GetInfo(MAP);
        var untold = new Command.Enveloped(tell, UNWRITTEN);
        var open = new Command.OpenById(OPENED, MAP, 0);
        var look = new Command.Lookup(OPENED, table.key(1), Flags.ANY, FITS);
        var close = new Command.Close(MAP);
        edges.put("edge-untold", table.plain(untold, open, look));
        edges.put("edge-untold-again", table.plain(tell, untold, open, look));
        edges.put("edge-untold-anew", table.plain(tell, close, create(MAP), untold, open, look));
        edges.put("edge-kept-by-none", table.plain(tell, mapped(OTHER), map(OTHER), close, open));
        edges.put("edge-kept-by-mapping", mapping(tell, map(MAP), close, open, look));
        for (OuterKind kind : OuterKind.values()) {
            var outer = new Command.CreateOuter(OUTER, kind, 1, MAP);
            var insert = new Command.Insert(OUTER, 0, MAP);
            var instead = new Command.Insert(OUTER, 0, OTHER);
            edges.put("edge-kept-by-" + kind, table.plain(tell, outer, insert, close, open, look));
            edges.put(
                    "edge-left-by-" + kind,
                    table.plain(tell, create(OTHER), outer, instead, close, open));
        }
        for (String name : List.of("\0", "\0ab", "a\0b", "ab\0")) {
            edges.put("edge-name-" + edges.size(), called(name));
        }
        for (long size : List.of(24L, 32L)) {
            var create = new Command.Create(OTHER, onNode(1));
            var cut = new Command.Enveloped(create, Envelope.USUAL.ofSize(size));
            edges.put("edge-node-" + size, table.plain(cut, new Command.GetInfo(OTHER)));
        }
        for (int room : List.of(0, 2, 4, 8)) {
            edges.put("edge-cursor-" + room, table.plain(batch(new Output.Room(room))));
        }
        for (long past : List.of(-8L, -4L, 0L, 8L)) {
            var out = new Output.InMapping(MAPPING, table.platform().pageSize() + past);
            edges.put(
                    "edge-past-" + past,
                    mapping(
                            map(MAP),
                            new Command.Lookup(MAP, table.key(1), Flags.ANY, out),
                            new Command.NextKey(MAP, table.key(1), out),
                            batch(out)));
        }
        return edges;
    }

    private List<Command> mapping(Command... then) {
        return table.filled(MAPPED, Extras.NONE, then);
    }

    private static Command create(Handle handle) {
        return new Command.Create(handle, MapSpec.of(MapType.ARRAY, 8, 3));
    }

    private static Command mapped(Handle handle) {
        return new Command.Create(handle, MAPPED);
    }

    private Command map(Handle handle) {
        long page = table.platform().pageSize();
        return new Command.MapMemory(MAPPING, handle, 0, page, Protection.READ_WRITE, true);
    }

    private static Command batch(Output cursor) {
        return new Command.LookupBatch(MAP, new Input.Null(), cursor, FITS, FITS, 2, Flags.ANY);
    }

    private static List<Command> called(String name) {
        var commands = new ArrayList<Command>();
        commands.add(new Command.Create(MAP, named(name, 0, 0)));
        commands.add(new Command.GetInfo(MAP));
        commands.add(new Command.ReadInfo(MAP, InfoRequest.of(80)));
        return commands;
    }

    private static MapSpec onNode(int node) {
        return named("ab", Flags.NUMA_NODE, node);
    }

    private static MapSpec named(String name, long flags, int node) {
        return new MapSpec(
                MapType.ARRAY,
                MapSpec.KEY_SIZE,
                8,
                3,
                flags,
                name,
                node,
                0,
                Optional.empty(),
                Optional.empty());
    }
}
