package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.InfoRequest;
import org.maptck.model.Input;
import org.maptck.model.Iteration;
import org.maptck.model.Loading;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.OuterKind;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Privilege;
import org.maptck.model.Protection;
import org.maptck.model.Step;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// What random lists seldom come to: every length of arguments, callers of every privilege, packets
/// about as long as their headers and as a page, integers of every width, and a large map's hash.
public record EdgeTable(Platform platform) {
    static final Handle MAP = Handle.A;
    private static final PinName PIN = new PinName("p");
    private static final Output FITS = new Output.Fits();
    private static final int MOST_PACKET = 4096 - 384;

    /// All of them by name, each from nothing on.
    public SequencedMap<String, List<Command>> named() {
        var edges = new LinkedHashMap<String, List<Command>>();
        lengths(edges);
        privileges(edges);
        packets(edges);
        integers(edges);
        hash(edges);
        edges.put("edge-mapped-batch", mappedBatch());
        edges.putAll(new ProgramEdges(this).named());
        edges.putAll(new ShapeEdges(this).named());
        edges.putAll(new LifeEdges(this).named());
        return edges;
    }

    /// Keys that come from a mapping, and keys that go there, several at once.
    private List<Command> mappedBatch() {
        var mapping = new Mapping(0);
        var other = Handle.named("B");
        var keys = platform.key(2).then(platform.key(1));
        var values = new Input.Given(Bytes.filled(16, 0x66));
        return filled(
                MapSpec.of(MapType.ARRAY, 8, 8).withFlags(Flags.MMAPABLE),
                Extras.NONE,
                new Command.Create(other, MapSpec.of(MapType.ARRAY, 8, 4)),
                new Command.MapMemory(
                        mapping, MAP, 0, platform.pageSize(), Protection.READ_WRITE, true),
                new Command.WriteMemory(mapping, 0, keys),
                new Command.UpdateBatch(
                        other, new Input.InMapping(mapping, 0), values, 2, Flags.ANY),
                new Command.LookupBatch(
                        other,
                        new Input.Null(),
                        FITS,
                        new Output.InMapping(mapping, 16),
                        FITS,
                        3,
                        Flags.ANY),
                new Command.ReadMemory(mapping, 0, 64));
    }

    List<Command> filled(MapSpec spec, Extras extras, Command... then) {
        var commands = new ArrayList<Command>();
        commands.add(new Command.Create(MAP, spec, extras));
        int size = Math.toIntExact(spec.userValueSize(platform.cpuCount()));
        for (int index = 0; index < 3; index++) {
            var value = new Input.Given(Bytes.filled(size, 0x91 + 0x10 * index));
            commands.add(new Command.Update(MAP, key(index), value, Flags.ANY));
        }
        commands.addAll(List.of(then));
        return commands;
    }

    List<Command> plain(Command... then) {
        return filled(MapSpec.of(MapType.ARRAY, 8, 3), Extras.NONE, then);
    }

    Input key(int index) {
        return new Input.Given(platform.key(index));
    }

    Command run(Loading loading, List<Step> steps) {
        int cpu = platform.onlineCpus().getFirst();
        return new Command.Run(cpu, Command.Run.NO_PACKET, 1, steps, loading);
    }

    private List<Command.Call> calls() {
        var value = new Input.Given(Bytes.filled(8, 0x77));
        var spec =
                new MapSpec(
                        MapType.ARRAY,
                        4,
                        8,
                        3,
                        Flags.NUMA_NODE | Flags.MMAPABLE,
                        "fifteen_letters",
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty());
        return List.of(
                new Command.Create(new Handle(1), spec),
                new Command.Lookup(MAP, key(1), Flags.LOCK, FITS),
                new Command.Lookup(MAP, key(1), Flags.ANY, FITS),
                new Command.LookupAndDelete(MAP, key(1), Flags.ANY, FITS),
                new Command.Update(MAP, key(1), value, Flags.NOEXIST),
                new Command.NextKey(MAP, key(1), FITS),
                new Command.Delete(MAP, key(1)),
                new Command.LookupBatch(MAP, new Input.Null(), FITS, FITS, FITS, 2, Flags.LOCK),
                new Command.UpdateBatch(MAP, key(1), value, 1, Flags.LOCK),
                new Command.UpdateBatch(MAP, key(1), value, 1L << 32 | 1, Flags.ANY),
                new Command.Freeze(MAP),
                new Command.GetInfo(MAP));
    }

    private void lengths(Map<String, List<Command>> edges) {
        int number = 0;
        for (Command.Call call : calls()) {
            for (long size = 0; size <= Envelope.usual(call) + 8; size += 4) {
                enveloped(edges, "edge-length-" + number++, call, Envelope.USUAL.ofSize(size));
            }
            for (int set : List.of(47, 48, 103, 119, 120, 143, 144, 167, 168, 255, 256, 4095)) {
                enveloped(edges, "edge-length-" + number++, call, Envelope.USUAL.with(set));
            }
            for (var place : Envelope.Place.values()) {
                enveloped(edges, "edge-length-" + number++, call, Envelope.USUAL.in(place));
            }
            long unknown = 1000;
            enveloped(edges, "edge-length-" + number++, call, Envelope.USUAL.forCommand(unknown));
            enveloped(edges, "edge-length-" + number++, call, Envelope.USUAL.ofSize(4096));
            enveloped(edges, "edge-length-" + number++, call, Envelope.USUAL.ofSize(4097));
        }
    }

    /// Not every length is one of whole fields.
    private void enveloped(
            Map<String, List<Command>> edges, String name, Command.Call call, Envelope envelope) {
        try {
            var look = new Command.Lookup(MAP, key(1), Flags.ANY, FITS);
            var made = new Command.GetInfo(new Handle(1));
            edges.put(name, plain(new Command.Enveloped(call, envelope), look, made));
        } catch (IllegalArgumentException _) {
            return;
        }
    }

    private void privileges(Map<String, List<Command>> edges) {
        var commands = new ArrayList<Command>(calls());
        commands.add(new Command.DeleteBatch(MAP, key(0), 1L << 32 | 2, 0));
        commands.add(new Command.LookupAndDeleteBatch(MAP, new Input.Null(), 2, 0));
        commands.add(new Command.ReadInfo(MAP, InfoRequest.of(16)));
        commands.add(new Command.OpenById(new Handle(1), MAP, 0));
        var kind = OuterKind.ARRAY_OF_MAPS;
        commands.add(new Command.CreateOuter(new Handle(2), kind, 1, MAP));
        commands.add(new Command.Iterate(MAP, new Iteration.Noting(0, 8), false));
        commands.add(new Command.Pin(MAP, PIN));
        commands.add(new Command.OpenPin(new Handle(1), PIN, 0));
        commands.add(Command.Run.once(0, new Step.Lookup(MAP, new Operand.Constant(0))));
        var callers = new ArrayList<Set<Privilege>>();
        callers.add(Set.of());
        Privilege.all().forEach(one -> callers.add(Set.of(one)));
        int number = 0;
        for (Command command : commands) {
            for (Set<Privilege> caller : callers) {
                edges.put(
                        "edge-privilege-" + number++, plain(new Command.Deprived(command, caller)));
            }
        }
    }

    private void packets(Map<String, List<Command>> edges) {
        var step = new Step.Lookup(MAP, new Operand.PacketLength());
        for (String type : List.of("0000", "0800", "86dd")) {
            for (int size : List.of(13, 14, 33, 34, 53, 54, 64, MOST_PACKET, MOST_PACKET + 1)) {
                var packet =
                        Bytes.zeros(12)
                                .then(Bytes.hex(type))
                                .then(Bytes.zeros(size))
                                .slice(0, size);
                edges.put(
                        "edge-packet-" + type + "-" + size,
                        plain(new Command.Run(0, packet, 1, List.of(step))));
            }
        }
    }

    private void integers(Map<String, List<Command>> edges) {
        for (MapType type : List.of(MapType.ARRAY, MapType.PERCPU_ARRAY)) {
            for (var coding : List.of(TypeShape.Coding.SIGNED, TypeShape.Coding.UNSIGNED)) {
                for (int bytes : List.of(1, 2, 4, 8)) {
                    var value = new TypeShape.Integral(bytes, 8 * bytes, coding);
                    var key = new TypeShape.Integral(4, 32, TypeShape.Coding.UNSIGNED);
                    edges.put(
                            "edge-integer-" + edges.size(),
                            filled(
                                    MapSpec.of(type, bytes, 3),
                                    Extras.NONE.withTypes(Types.own(key, value)),
                                    new Command.Pin(MAP, PIN),
                                    new Command.ReadPin(PIN)));
                }
            }
        }
    }

    private void hash(Map<String, List<Command>> edges) {
        var asked = new InfoRequest(104, 0, true, Optional.of(InfoRequest.Hash.FITS));
        for (int entries : List.of(20_000, 8192, 8193)) {
            edges.put(
                    "edge-hash-" + entries,
                    filled(
                            MapSpec.of(MapType.ARRAY, 8, entries),
                            Extras.NONE,
                            new Command.Update(
                                    MAP,
                                    key(entries - 1),
                                    new Input.Given(Bytes.filled(8, 0x55)),
                                    Flags.ANY),
                            new Command.Freeze(MAP),
                            new Command.ReadInfo(MAP, asked)));
        }
    }
}
