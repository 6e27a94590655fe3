package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;
import static org.maptck.adapters.faulty.Recipe.badMemory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Command.Run;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;
import org.maptck.model.Step;
import org.maptck.model.Step.Lookup;
import org.maptck.model.Step.Store;

/// Faults in what programs find, load and store.
final class ProgramFaults {
    private ProgramFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "program-lookup-first-byte-wrong",
                        "program.lookup",
                        "gives programs values with another first byte",
                        Steps.see(Lookup.class, (_, saw) -> flipped(saw))),
                bad(
                        "program-store-lost",
                        "program.lookup.pointer",
                        "gives programs a copy of the element, so that stores reach nothing",
                        Steps.instead(
                                Store.class,
                                (step, cpu, right) ->
                                        right.run(cpu, load(step)).equals(Right.ABSENT)
                                                ? Right.ABSENT
                                                : Right.DONE)),
                bad(
                        "program-store-4-for-8",
                        "program.lookup.pointer",
                        "stores 4 bytes where 8 are meant",
                        stores(8, 4)),
                bad(
                        "program-store-4-for-2",
                        "program.lookup.pointer",
                        "stores 4 bytes where 2 are meant",
                        stores(2, 4)),
                bad(
                        "program-store-at-0",
                        "program.lookup.pointer",
                        "stores 1 byte at the begin of the value wherever it is meant",
                        Steps.as(
                                Store.class,
                                s ->
                                        s.width() == 1 && s.offset() == 15
                                                ? new Store(s.map(), s.index(), 0, 1, s.value())
                                                : s)),
                badMemory(
                        "program-load-cached",
                        "program.lookup.pointer",
                        "loads what the first load of an element gave",
                        Cached::new),
                bad(
                        "program-lookup-past-end",
                        "program.lookup.null",
                        "gives programs zeros at an index past the end",
                        Steps.see(
                                Step.Load.class,
                                (_, saw) ->
                                        saw.equals(Right.ABSENT) ? new Outcome.Returned(0) : saw)),
                bad(
                        "program-store-past-end",
                        "program.lookup.null",
                        "says that a program stored at an index past the end",
                        Steps.see(
                                Store.class,
                                (_, saw) -> saw.equals(Right.ABSENT) ? Right.DONE : saw)),
                bad(
                        "program-address-moves",
                        "program.lookup.stable",
                        "gives another address at every lookup",
                        Steps.see(
                                Step.Distance.class,
                                (_, saw) ->
                                        saw instanceof Outcome.Returned(long number)
                                                ? new Outcome.Returned(number + 64)
                                                : saw)),
                bad(
                        "distance-11-bit",
                        "program.lookup.stable",
                        "measures no more than 2047 bytes",
                        Steps.see(
                                Step.Distance.class,
                                (_, saw) ->
                                        saw instanceof Outcome.Returned(long number)
                                                ? new Outcome.Returned(number % 2048)
                                                : saw)),
                bad(
                        "distance-unsigned",
                        "array.element.distance",
                        "takes the distance of elements for one without sign",
                        Steps.see(
                                Step.Distance.class,
                                (_, saw) ->
                                        saw instanceof Outcome.Returned(long number)
                                                ? new Outcome.Returned(Math.abs(number))
                                                : saw)),
                bad(
                        "offset-32-bit",
                        "array.element.beyond-4-gib",
                        "computes the place of an element in 32 bits",
                        instead(Command.Update.class, ProgramFaults::low)),
                bad(
                        "programs-on-cpu-0-alone",
                        "array.many-cpus",
                        "runs programs on the first CPU alone",
                        refuses(Run.class, (c, _) -> c.cpu() != 0, Errno.EINVAL)),
                bad(
                        "example-42-is-41",
                        "example.lookup",
                        "gives element 42 as 41",
                        Steps.see(
                                Step.Load.class,
                                (_, saw) ->
                                        saw.equals(new Outcome.Returned(42))
                                                ? new Outcome.Returned(41)
                                                : saw)));
    }

    private static Outcome flipped(Outcome saw) {
        return saw instanceof Outcome.Found(Bytes b) && b.size() > 0
                ? new Outcome.Found(Bytes.of((byte) ~b.at(0)).then(b.slice(1, b.size())))
                : saw;
    }

    /// Loads are remembered until the end.
    private static final class Cached implements Fault {
        private final Map<Step, Outcome> loaded = new HashMap<>();

        @Override
        public Outcome apply(Command command, Right right) {
            return Steps.instead(
                            Step.Load.class,
                            (step, cpu, behind) ->
                                    loaded.computeIfAbsent(step, _ -> behind.run(cpu, step)))
                    .apply(command, right);
        }
    }

    private static Outcome low(Command.Update c, Right right) {
        long stride = Math.max(1, right.spec(c.map()).stride());
        return right.apply(
                Indexes.map(
                        c, right.platform(), index -> (index * stride & 0xffff_ffffL) / stride));
    }

    private static Fault stores(int meant, int done) {
        return Steps.as(
                Store.class,
                s ->
                        s.width() == meant
                                ? new Store(s.map(), s.index(), s.offset(), done, s.value())
                                : s);
    }

    private static Step load(Store s) {
        return new Step.Load(s.map(), s.index(), s.offset(), s.width());
    }
}
