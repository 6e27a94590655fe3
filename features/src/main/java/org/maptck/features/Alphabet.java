package org.maptck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Handle;
import org.maptck.model.InfoRequest;
import org.maptck.model.Input;
import org.maptck.model.Iteration;
import org.maptck.model.Loading;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.OuterKind;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// Few commands, one or some of each kind, about one map: what short lists are made of that are to
/// tell two kernels apart. The commonest come first.
record Alphabet(Platform platform) {
    private static final Handle MAP = Handle.A;
    private static final Handle OUTER = Handle.named("B");
    private static final Mapping MAPPING = new Mapping(0);
    private static final Output FITS = new Output.Fits();
    private static final Input NULL = new Input.Null();
    private static final PinName NAME = new PinName("p");
    private static final Operand INDEX = new Operand.Constant(0);

    List<Command> commands() {
        var all = new ArrayList<Command>();
        all.addAll(creations());
        all.addAll(elements());
        all.addAll(wholes());
        all.addAll(mappings());
        int cpu = platform.onlineCpus().getFirst();
        steps().forEach(step -> all.add(Command.Run.once(cpu, step)));
        all.add(
                new Command.Run(
                        cpu,
                        Bytes.EMPTY,
                        1,
                        List.of(new Step.Lookup(MAP, INDEX)),
                        Loading.SLEEPABLE));
        var packet = Bytes.zeros(platform.pageSize());
        all.add(new Command.Run(cpu, packet, 1, List.of(new Step.Lookup(MAP, INDEX))));
        return List.copyOf(all);
    }

    /// Fewer, about a map in a map of maps: what longer lists are made of.
    List<Command> nested() {
        return List.of(
                new Command.Create(MAP, MapSpec.of(MapType.PERCPU_ARRAY, 4, 2)),
                new Command.Create(MAP, MapSpec.of(MapType.PERCPU_ARRAY, 4, 1)),
                new Command.CreateOuter(OUTER, OuterKind.ARRAY_OF_MAPS, 1, MAP),
                new Command.Insert(OUTER, 0, MAP));
    }

    private List<Command> creations() {
        var array = MapSpec.of(MapType.ARRAY, 8, 2);
        var one = MapSpec.of(MapType.ARRAY, 8, 1);
        var perCpu = MapSpec.of(MapType.PERCPU_ARRAY, 4, 2);
        var all = new ArrayList<Command>();
        all.add(new Command.Create(MAP, array));
        all.add(new Command.Create(MAP, one));
        all.add(new Command.Create(MAP, perCpu));
        all.add(new Command.Create(MAP, array.withName("m")));
        all.add(new Command.Create(MAP, array.withName("m.n")));
        all.add(new Command.Create(MAP, array.withLock(0)));
        all.add(new Command.Create(MAP, array.withLock(2)));
        all.add(new Command.Create(MAP, array.withLock(0).withFlags(Flags.WRONLY_PROG)));
        var hash = new Input.Given(Bytes.filled(InfoRequest.Hash.SIZE, 1));
        all.add(new Command.Create(MAP, array.withExclusive(hash)));
        all.add(new Command.Create(MAP, MapSpec.of(MapType.ARRAY, 1L << 24, 1)));
        long tooBig = platform.perCpuLimit() + 1;
        all.add(new Command.Create(MAP, MapSpec.of(MapType.PERCPU_ARRAY, tooBig, 1)));
        all.add(new Command.Create(MAP, MapSpec.of(MapType.PERCPU_ARRAY, 8, 1).withLock(0)));
        for (long flag :
                List.of(
                        Flags.NUMA_NODE,
                        Flags.RDONLY,
                        Flags.RDONLY_PROG,
                        Flags.INNER_MAP,
                        Flags.MMAPABLE,
                        Flags.MMAPABLE | Flags.RDONLY_PROG,
                        Flags.TOKEN_FD)) {
            all.add(new Command.Create(MAP, array.withFlags(flag)));
        }
        int twoPages = 2 * platform.pageSize() / 8;
        var pages = MapSpec.of(MapType.ARRAY, 8, twoPages).withFlags(Flags.MMAPABLE);
        all.add(new Command.Create(MAP, pages));
        all.addAll(described(one));
        return all;
    }

    private static List<Command> described(MapSpec one) {
        var number = new TypeShape.Integral(4, 32, TypeShape.Coding.SIGNED);
        var section = new TypeShape.Section(8);
        var alone = new Types(Types.Source.OWN, Optional.empty(), Optional.of(section));
        var token = Extras.NONE.withToken(ForeignDescriptor.CLOSED);
        var typed = Types.own(number, new TypeShape.Structure(8));
        var all = new ArrayList<Command>();
        all.add(new Command.Create(MAP, one, Extras.NONE.withTypes(typed)));
        for (MapType type : List.of(MapType.ARRAY, MapType.PERCPU_ARRAY)) {
            var spec = MapSpec.of(type, 8, 1);
            all.add(new Command.Create(MAP, spec, Extras.NONE.withTypes(alone)));
        }
        all.add(new Command.Create(MAP, one, Extras.NONE.withDevice(Extras.LOOPBACK)));
        all.add(new Command.Create(MAP, one.withFlags(Flags.TOKEN_FD), token));
        for (var field : TypeShape.Field.values()) {
            var spec = MapSpec.of(MapType.ARRAY, field.bytes(), 1);
            var holding = new TypeShape.Holding(field.bytes(), field, 0);
            var types = Types.own(number, holding);
            all.add(new Command.Create(MAP, spec, Extras.NONE.withTypes(types)));
        }
        return all;
    }

    private List<Command> elements() {
        var all = new ArrayList<Command>();
        var key = new Input.Given(platform.key(0));
        var value = new Input.Given(Bytes.filled(8 * platform.cpuCount(), 1));
        for (long flags : List.of(Flags.ANY, Flags.LOCK, Flags.CPU, 64L)) {
            all.add(new Command.Lookup(MAP, key, flags, FITS));
            all.add(new Command.LookupAndDelete(MAP, key, flags, FITS));
        }
        for (long flags : List.of(Flags.ANY, Flags.LOCK, Flags.NOEXIST | Flags.EXIST)) {
            all.add(new Command.Update(MAP, key, value, flags));
        }
        all.add(new Command.Delete(MAP, key));
        all.add(new Command.NextKey(MAP, NULL, FITS));
        all.add(new Command.LookupBatch(MAP, NULL, FITS, FITS, FITS, 1, 0));
        var batch = new Command.UpdateBatch(MAP, key, value, 1, 0);
        all.add(batch);
        all.add(new Command.Enveloped(batch, Envelope.USUAL.in(Envelope.Place.READ_ONLY)));
        all.add(new Command.Deprived(new Command.Lookup(MAP, key, Flags.ANY, FITS), Set.of()));
        return all;
    }

    private static List<Command> wholes() {
        return List.of(
                new Command.Freeze(MAP),
                new Command.GetInfo(MAP),
                new Command.ReadInfo(MAP, InfoRequest.of(104)),
                new Command.ShowDescriptor(MAP),
                new Command.Pin(MAP, NAME),
                new Command.OpenPin(MAP, NAME, 0),
                new Command.OpenPin(MAP, NAME, Flags.PATH_FD),
                new Command.OpenById(MAP, MAP, 0),
                new Command.CreateOuter(OUTER, OuterKind.ARRAY_OF_MAPS, 1, MAP),
                new Command.Iterate(MAP, new Iteration.Noting(0, 4), false),
                new Command.Close(MAP));
    }

    private List<Command> mappings() {
        long page = platform.pageSize();
        var all = new ArrayList<Command>();
        for (Protection protection :
                List.of(
                        Protection.READ,
                        Protection.READ_WRITE,
                        new Protection(true, false, true))) {
            all.add(new Command.MapMemory(MAPPING, MAP, 0, page, protection, true));
        }
        all.add(new Command.MapMemory(MAPPING, MAP, page, page, Protection.READ, true));
        all.add(new Command.Protect(MAPPING, Protection.READ_WRITE));
        return all;
    }

    private static List<Step> steps() {
        return List.of(
                new Step.Lookup(MAP, INDEX),
                new Step.LookupPercpu(MAP, INDEX, 0),
                new Step.Store(MAP, INDEX, 0, 4, INDEX),
                new Step.AtomicAdd(MAP, INDEX, 0, 4, INDEX),
                new Step.ForEach(MAP, 0, 0),
                new Step.DirectLoad(MAP, 0, 0, 4),
                new Step.DirectLoad(MAP, 1 << 29, 0, 4),
                new Step.UpdateFrom(MAP, INDEX, INDEX, Flags.ANY),
                new Step.Unreached(MAP, Oddity.UNCHECKED, 0),
                new Step.Unreached(MAP, Oddity.UNINITIALISED_KEY, 0),
                new Step.Unreached(MAP, Oddity.MAP_FIELD_LOADED, 0));
    }
}
