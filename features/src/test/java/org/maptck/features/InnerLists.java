package org.maptck.features;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Iteration;
import org.maptck.model.MapSpec;
import org.maptck.model.OuterKind;

/// Commands about maps of maps and about iterators.
final class InnerLists {
    private InnerLists() {}

    static Arbitrary<Command> outer() {
        var places = Arbitraries.longs().between(0, 3);
        var inner = Arbitraries.oneOf(CommandLists.handles(), outers());
        return Arbitraries.oneOf(
                Combinators.combine(outers(), Arbitraries.of(OuterKind.values()), places, inner)
                        .as(Command.CreateOuter::new),
                Combinators.combine(outers(), places, inner).as(Command.Insert::new),
                Combinators.combine(CommandLists.handles(), outers(), places).as(Command.OpenInner::new));
    }

    static Arbitrary<Handle> outers() {
        return Arbitraries.frequency(Tuple.of(8, Handle.named("D")), Tuple.of(1, Handle.A));
    }

    /// Iterators of a map without access flags: what the kernel does with these is a finding, not
    /// news.
    static Arbitrary<Command> iterate(Arbitrary<MapSpec> specs) {
        var own = Handle.named("E");
        long access = Flags.RDONLY_PROG | Flags.WRONLY_PROG;
        var iterations =
                Arbitraries.oneOf(
                        Combinators.combine(Arbitraries.of(0, 1, 4, 8, 16), Arbitraries.of(1, 4, 8))
                                .as(Iteration.Noting::new),
                        Arbitraries.longs().map(Iteration.Adding::new),
                        Arbitraries.of(new Iteration.StoringKey()));
        return Arbitraries.oneOf(
                specs.filter(spec -> (spec.flags() & access) == 0)
                        .map(spec -> new Command.Create(own, spec)),
                Combinators.combine(
                                Arbitraries.frequency(
                                        Tuple.of(6, own), Tuple.of(1, Handle.named("D"))),
                                iterations,
                                Arbitraries.of(false, false, true))
                        .as(Command.Iterate::new));
    }
}
