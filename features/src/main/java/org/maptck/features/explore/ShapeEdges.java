package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Loading;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.OuterKind;
import org.maptck.model.Step;

/// Programs of many steps of which one is wrong, at their end and before them: a verifier that
/// takes a step for one that it has seen before lets it pass. Each wrong one is also tried behind
/// many of one that is right and like it but for its map, its width, its place or its kind.
record ShapeEdges(EdgeTable table) {
    private static final Handle MAP = EdgeTable.MAP;
    private static final Handle SHORT = new Handle(1);
    private static final Handle LONG = new Handle(2);
    private static final Handle OUTER = new Handle(4);
    private static final Handle CLOSED = new Handle(5);
    private static final Operand FIRST = new Operand.Constant(0);
    private static final Operand ONE = new Operand.Constant(1);
    private static final int MANY = 12;

    /// What is right, and what is like it and wrong.
    private record Like(Step right, Step wrong) {}

    SequencedMap<String, List<Command>> named() {
        var edges = new LinkedHashMap<String, List<Command>>();
        for (Step wrong : wrong()) {
            edges.put("edge-many-" + edges.size(), program(right(), wrong));
        }
        for (Like like : alike()) {
            var many = Collections.nCopies(MANY, like.right());
            edges.put("edge-alike-" + edges.size(), program(many, like.wrong()));
        }
        return edges;
    }

    /// The steps that are right; then with the wrong one at the end, and before them.
    private List<Command> program(List<Step> right, Step wrong) {
        var steps = new ArrayList<>(right);
        var commands = new ArrayList<Command>();
        commands.add(table.run(Loading.CLASSIFIER, steps));
        steps.addLast(wrong);
        commands.add(table.run(Loading.CLASSIFIER, steps));
        steps.addFirst(steps.removeLast());
        commands.add(table.run(Loading.CLASSIFIER, steps));
        return maps(commands);
    }

    private List<Command> maps(List<Command> then) {
        var commands = new ArrayList<Command>();
        commands.add(new Command.Create(MAP, MapSpec.of(MapType.ARRAY, 64, 3)));
        commands.add(new Command.Create(SHORT, MapSpec.of(MapType.ARRAY, 8, 3)));
        commands.add(new Command.Create(LONG, MapSpec.of(MapType.ARRAY, 128, 3)));
        commands.add(new Command.CreateOuter(OUTER, OuterKind.ARRAY_OF_MAPS, 1, SHORT));
        commands.add(new Command.Insert(OUTER, 0, SHORT));
        commands.addAll(then);
        return commands;
    }

    private static List<Step> right() {
        var each =
                List.of(
                        new Step.Lookup(MAP, FIRST),
                        new Step.Update(MAP, FIRST, filled(64), Flags.ANY),
                        new Step.Load(MAP, FIRST, 0, 8),
                        new Step.Store(MAP, FIRST, 0, 8, ONE),
                        new Step.AtomicAdd(MAP, FIRST, 0, 8, ONE),
                        new Step.ForEach(MAP, 0, 2),
                        new Step.ForEachAdding(SHORT, 1),
                        through(8),
                        new Step.Distance(MAP, FIRST, ONE));
        var twice = new ArrayList<Step>(each);
        twice.addAll(each);
        return twice;
    }

    private static List<Step> wrong() {
        return List.of(
                new Step.Lookup(CLOSED, FIRST),
                new Step.LookupPercpu(MAP, FIRST, 0),
                new Step.Update(MAP, FIRST, filled(63), Flags.ANY),
                new Step.Load(MAP, FIRST, 57, 8),
                new Step.Load(MAP, FIRST, 64, 8),
                new Step.Store(MAP, FIRST, 61, 4, ONE),
                new Step.AtomicAdd(MAP, FIRST, 4, 8, ONE),
                new Step.LockedStore(MAP, FIRST, filled(64)),
                new Step.Distance(CLOSED, FIRST, ONE),
                new Step.DirectLoad(MAP, 0, 0, 8),
                new Step.Unreached(MAP, Oddity.UNBOUNDED_OFFSET, 0),
                new Step.Update(MAP, FIRST, Bytes.EMPTY, Flags.ANY),
                new Step.Load(MAP, FIRST, -1, 1),
                new Step.ForEach(CLOSED, 0, 2),
                new Step.ForEachAdding(CLOSED, 1),
                new Step.Through(MAP, FIRST, FIRST, new Deed.Lookup()),
                through(7));
    }

    private static List<Like> alike() {
        return List.of(
                new Like(through(8), through(7)),
                new Like(
                        new Step.ForEach(MAP, 0, 2),
                        new Step.Unreached(MAP, Oddity.UNBOUNDED_OFFSET, 0)),
                new Like(
                        new Step.Update(MAP, FIRST, filled(64), Flags.ANY),
                        new Step.Update(SHORT, FIRST, Bytes.EMPTY, Flags.ANY)),
                new Like(
                        new Step.Update(MAP, FIRST, filled(64), Flags.ANY),
                        new Step.Update(LONG, FIRST, filled(64), Flags.ANY)),
                new Like(
                        new Step.Update(SHORT, FIRST, filled(64), Flags.ANY),
                        new Step.Update(LONG, FIRST, filled(64), Flags.ANY)),
                new Like(
                        new Step.Update(MAP, FIRST, filled(64), Flags.ANY),
                        new Step.Update(MAP, FIRST, filled(8), Flags.ANY)),
                new Like(new Step.Load(MAP, FIRST, 60, 4), new Step.Load(MAP, FIRST, 60, 8)),
                new Like(new Step.Load(MAP, FIRST, 56, 8), new Step.Load(SHORT, FIRST, 56, 8)),
                new Like(new Step.Load(LONG, FIRST, 56, 8), new Step.Load(SHORT, FIRST, 56, 8)),
                new Like(new Step.Load(MAP, FIRST, 4, 8), new Step.Load(MAP, FIRST, 60, 8)),
                new Like(
                        new Step.Load(MAP, FIRST, 4, 8),
                        new Step.Atomic(MAP, FIRST, 4, 8, AtomicOperation.XOR, ONE)),
                new Like(
                        new Step.Store(MAP, FIRST, 4, 8, ONE),
                        new Step.CompareExchange(MAP, FIRST, 4, 8, ONE, ONE)),
                new Like(new Step.Lookup(MAP, FIRST), new Step.LookupPercpu(MAP, FIRST, 0)));
    }

    private static Step through(int size) {
        var deed = new Deed.Update(filled(size), Flags.ANY);
        return new Step.Through(OUTER, FIRST, FIRST, deed);
    }

    private static Bytes filled(int size) {
        return Bytes.filled(size, 0x44);
    }
}
