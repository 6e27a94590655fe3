package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command.Run;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Visited;
import org.maptck.model.Step.ForEach;

/// Faults in the walks of programs.
final class WalkFaults {
    private WalkFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "for-each-descending",
                        "program.for-each.order",
                        "walks from the last element to the first",
                        walks(
                                _ -> true,
                                v ->
                                        new Visited(
                                                v.returned(),
                                                v.keys().reversed(),
                                                v.values().reversed()))),
                bad(
                        "for-each-skips-zeros",
                        "program.for-each.order",
                        "calls back for no element that is zero",
                        walks(v -> v.values().stream().anyMatch(Bytes::isZero), v -> fewer(v, 1))),
                bad(
                        "for-each-returns-0",
                        "program.for-each.order",
                        "returns 0 instead of the number of calls",
                        walks(v -> v.returned() > 0, v -> new Visited(0, v.keys(), v.values()))),
                bad(
                        "for-each-16-bit",
                        "program.for-each.order",
                        "walks 65535 elements at most",
                        walks(
                                v -> v.returned() > 65535,
                                v -> new Visited(65535, v.keys(), v.values()))),
                bad(
                        "for-each-missing",
                        "program.for-each.order",
                        "loads no program that walks",
                        Recipe.without(Behaviour.FOR_EACH)),
                bad(
                        "for-each-never-stops",
                        "program.for-each.stop",
                        "goes on when the callback asks it to stop",
                        Steps.as(ForEach.class, s -> new ForEach(s.map(), s.flags(), 0))),
                bad(
                        "for-each-stops-early",
                        "program.for-each.stop",
                        "does not count the call that asks to stop",
                        Steps.as(
                                ForEach.class,
                                s ->
                                        s.limit() > 1
                                                ? new ForEach(s.map(), s.flags(), s.limit() - 1)
                                                : s)),
                bad(
                        "for-each-flags-ignored",
                        "program.for-each.flags",
                        "walks with any flags",
                        Steps.as(ForEach.class, s -> new ForEach(s.map(), 0, s.limit()))),
                bad(
                        "for-each-flags-32-bit",
                        "program.for-each.flags",
                        "looks at the low 32 bits of the flags of a walk",
                        Steps.as(
                                ForEach.class,
                                s -> new ForEach(s.map(), s.flags() & 0xffff_ffffL, s.limit()))),
                bad(
                        "for-each-on-cpu-0",
                        "percpu.for-each",
                        "shows the slots of CPU 0 on every CPU",
                        Steps.instead(ForEach.class, (step, _, right) -> right.run(0, step))),
                bad(
                        "for-each-closed-map",
                        "program.for-each.closed-map",
                        "walks a closed descriptor as one of no elements",
                        instead(
                                Run.class,
                                (c, right) -> {
                                    var outcome = right.apply(c);
                                    return outcome.equals(Refusals.refused(Errno.EBADF))
                                                    && c.steps().getFirst() instanceof ForEach
                                            ? new Outcome.Ran(
                                                    List.of(new Visited(0, List.of(), List.of())))
                                            : outcome;
                                })));
    }

    private static Fault walks(Predicate<Visited> where, UnaryOperator<Visited> change) {
        return Steps.see(
                ForEach.class,
                (_, saw) -> saw instanceof Visited v && where.test(v) ? change.apply(v) : saw);
    }

    private static Visited fewer(Visited v, int by) {
        int left = v.keys().size() - by;
        return new Visited(
                v.returned() - by, v.keys().subList(0, left), v.values().subList(0, left));
    }
}
