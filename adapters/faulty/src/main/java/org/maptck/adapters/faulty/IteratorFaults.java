package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Faults.see;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Command.Iterate;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Iteration;
import org.maptck.model.Outcome;

/// Faults in programs that are run for each element.
final class IteratorFaults {
    private IteratorFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "iterator-without-end",
                        "iterator.order",
                        "does not run the program once more at the end",
                        see(
                                Iterate.class,
                                (_, outcome) ->
                                        outcome
                                                        instanceof
                                                        Outcome.Visited(
                                                                long runs,
                                                                var keys,
                                                                var values)
                                                ? new Outcome.Visited(runs - 1, keys, values)
                                                : outcome)),
                bad(
                        "iterator-of-maps",
                        "iterator.maps",
                        "makes an iterator of a map of maps",
                        accepts(
                                Iterate.class,
                                (c, right) -> right.ledger().outer(c.map()),
                                Errno.EINVAL)),
                bad(
                        "iterator-stores-keys",
                        "iterator.key",
                        "loads an iterator's program that stores to the key",
                        accepts(
                                Iterate.class,
                                (c, _) -> c.iteration() instanceof Iteration.StoringKey,
                                Errno.EACCES)),
                bad(
                        "iterator-stores-last",
                        "percpu.iterator.copy",
                        "keeps what an iterator's program stores in its copy of a per-CPU value",
                        instead(Iterate.class, IteratorFaults::kept)),
                bad(
                        "iterator-reach-errno",
                        "iterator.reach",
                        "refuses a program that reaches too far with EINVAL",
                        errno(
                                Iterate.class,
                                c -> c.iteration() instanceof Iteration.Noting,
                                Errno.EACCES,
                                Errno.EINVAL)),
                bad(
                        "iterator-closed-errno",
                        "iterator.closed",
                        "refuses an iterator of a closed descriptor with EINVAL",
                        errno(Iterate.class, Errno.EBADF, Errno.EINVAL)),
                bad(
                        "iterator-of-a-copy",
                        "iterator.live",
                        "lets an iterator's program store to a copy of the element",
                        as(
                                Iterate.class,
                                c ->
                                        adds(c)
                                                ? new Iterate(
                                                        c.map(),
                                                        new Iteration.Noting(0, Long.BYTES),
                                                        c.closing())
                                                : c)),
                bad(
                        "iterator-access-ignored",
                        "iterator.access",
                        "makes an iterator whatever programs may do with the map",
                        accepts(
                                Iterate.class,
                                (c, right) ->
                                        right.has(c.map(), Flags.RDONLY_PROG | Flags.WRONLY_PROG),
                                Errno.EACCES)),
                bad(
                        "iterator-of-frozen-refused",
                        "iterator.frozen",
                        "lets no iterator's program store to a frozen map",
                        refuses(
                                Iterate.class,
                                (c, right) -> adds(c) && right.ledger().frozen(c.map()),
                                Errno.EPERM)),
                bad(
                        "iterator-mode-matters",
                        "iterator.mode",
                        "lets no iterator's program store through a read-only descriptor",
                        refuses(
                                Iterate.class,
                                (c, right) -> adds(c) && right.has(c.map(), Flags.RDONLY),
                                Errno.EACCES)),
                bad(
                        "iterator-needs-descriptor",
                        "iterator.lifetime",
                        "reads no iterator whose map is closed",
                        refuses(Iterate.class, (c, _) -> c.closing(), Errno.EBADF)),
                bad(
                        "iterator-of-exclusive-errno",
                        "exclusive.iterator",
                        "refuses an iterator of a map for one program with EACCES",
                        errno(Iterate.class, Errno.EPERM, Errno.EACCES)));
    }

    private static boolean adds(Iterate c) {
        return c.iteration() instanceof Iteration.Adding;
    }

    private static Outcome kept(Iterate c, Right right) {
        var outcome = right.apply(c);
        if (adds(c) && right.perCpu(c.map()) && outcome instanceof Outcome.Visited) {
            int size = right.zeros(c.map()).size();
            for (long index = 0; index < right.spec(c.map()).maxEntries(); index++) {
                right.store(c.map(), index, Bytes.filled(size, 1));
            }
        }
        return outcome;
    }
}
