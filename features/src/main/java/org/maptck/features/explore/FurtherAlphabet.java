package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.FileUse;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.InfoRequest;
import org.maptck.model.Input;
import org.maptck.model.Iteration;
import org.maptck.model.Mapping;
import org.maptck.model.MappingUse;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.OuterKind;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Privilege;
import org.maptck.model.Step;

/// The commands of an exploration beside those on elements: maps of maps, iterators, what a map
/// says of itself, callers with fewer privileges, callers at the same time, and what a verifier
/// judges.
record FurtherAlphabet(Platform platform, Handle map, Mapping mapping, PinName pin, int valueSize) {
    private static final Handle OUTER = new Handle(2);
    private static final Handle FOUND = new Handle(3);
    private static final Output FITS = new Output.Fits();
    private static final Operand FIRST = new Operand.Constant(0);

    List<Command> commands() {
        var commands = new ArrayList<Command>();
        commands.addAll(said());
        commands.addAll(outer());
        commands.addAll(iterations());
        commands.addAll(deprived());
        commands.addAll(races());
        steps().map(this::run).forEach(commands::add);
        return commands;
    }

    private List<Command> said() {
        var said = new ArrayList<Command>();
        for (long length : List.of(0L, 16L, 88L, 4097L)) {
            said.add(new Command.ReadInfo(map, InfoRequest.of(length)));
        }
        said.add(new Command.ShowDescriptor(map));
        said.add(new Command.ReadPin(pin));
        for (var use : FileUse.values()) {
            said.add(new Command.UseFile(map, use));
        }
        for (var use : MappingUse.values()) {
            said.add(new Command.UseMapping(mapping, use));
        }
        return said;
    }

    private List<Command> outer() {
        return List.of(
                new Command.CreateOuter(OUTER, OuterKind.ARRAY_OF_MAPS, 1, map),
                new Command.CreateOuter(OUTER, OuterKind.HASH_OF_MAPS, 1, map),
                new Command.Insert(OUTER, 0, map),
                new Command.Insert(OUTER, 1, map),
                new Command.OpenInner(FOUND, OUTER, 0),
                new Command.OpenInner(FOUND, OUTER, 1),
                new Command.Lookup(FOUND, key(0), 0, FITS),
                new Command.Freeze(FOUND),
                new Command.Close(OUTER));
    }

    /// Without additions to values with a lock, which no program of an adapter makes.
    private List<Command> iterations() {
        var all = new ArrayList<Command>();
        all.add(new Command.Iterate(map, new Iteration.Noting(0, 1), false));
        all.add(new Command.Iterate(map, new Iteration.Noting(4, 4), false));
        all.add(new Command.Iterate(map, new Iteration.StoringKey(), false));
        if (valueSize != Alphabet.LOCKED) {
            all.add(new Command.Iterate(map, new Iteration.Adding(1), false));
        }
        return all;
    }

    private List<Command> deprived() {
        var none = EnumSet.noneOf(Privilege.class);
        return Stream.<Command>of(
                        new Command.Lookup(map, key(0), 0, FITS),
                        new Command.Freeze(map),
                        new Command.OpenById(FOUND, map, 0))
                .<Command>map(inner -> new Command.Deprived(inner, none))
                .toList();
    }

    /// Writers of the same element, or of two, and a reader.
    private List<Command> races() {
        var lookup = new Command.Lookup(map, key(0), 0, FITS);
        return List.of(
                new Command.Race(List.of(update(0, 0x11), lookup), 4),
                new Command.Race(List.of(update(0, 0x33), update(1, 0x11)), 4));
    }

    private Command update(long index, int fill) {
        var value = Bytes.filled(8 * platform.cpuCount(), fill);
        return new Command.Update(map, key(index), new Input.Given(value), Flags.ANY);
    }

    private Stream<Step> steps() {
        return Stream.concat(
                Stream.of(
                        new Step.LockedStore(map, FIRST, Bytes.filled(valueSize, 0x33)),
                        new Step.LockedStore(
                                map, new Operand.Constant(2), Bytes.filled(valueSize, 0x33)),
                        new Step.ForEachAdding(map, 1),
                        new Step.Through(OUTER, FIRST, FIRST, new Deed.Lookup()),
                        new Step.Through(
                                OUTER,
                                FIRST,
                                FIRST,
                                new Deed.Update(Bytes.filled(valueSize, 0x11), Flags.ANY)),
                        new Step.Through(OUTER, new Operand.Constant(1), FIRST, new Deed.Lookup())),
                Stream.of(Oddity.values())
                        .flatMap(odd ->
                                Stream.of(0L, 1L, 4L).map(n -> new Step.Unreached(map, odd, n))));
    }

    private Command run(Step step) {
        return Command.Run.once(platform.onlineCpus().getFirst(), step);
    }

    private Input key(long index) {
        return new Input.Given(platform.key(index));
    }
}
