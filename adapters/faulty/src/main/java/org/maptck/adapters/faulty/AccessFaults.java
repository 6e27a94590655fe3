package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Faults.uncreated;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Command;
import org.maptck.model.Command.GetInfo;
import org.maptck.model.Command.Lookup;
import org.maptck.model.Command.NextKey;
import org.maptck.model.Command.Update;
import org.maptck.model.Command.UpdateBatch;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Faults in the modes of descriptors, and in the limits of programs.
final class AccessFaults {
    private AccessFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "rdonly-ignored",
                        "array.readonly.writes",
                        "lets a read-only descriptor write",
                        uncreated(Flags.RDONLY)),
                bad(
                        "rdonly-batches-write",
                        "array.readonly.writes",
                        "says that a batch of updates through a read-only descriptor was done",
                        accepts(UpdateBatch.class, (_, _) -> true, Errno.EPERM)),
                bad(
                        "rdonly-errno",
                        "array.readonly.writes",
                        "refuses writes through a read-only descriptor with EACCES",
                        errno(Update.class, Errno.EPERM, Errno.EACCES)),
                bad(
                        "rdonly-next-key-refused",
                        "array.readonly.reads",
                        "gives no keys through a read-only descriptor",
                        refuses(
                                NextKey.class,
                                (c, right) -> right.has(c.map(), Flags.RDONLY),
                                Errno.EPERM)),
                bad(
                        "wronly-ignored",
                        "array.writeonly.reads",
                        "lets a write-only descriptor read",
                        uncreated(Flags.WRONLY)),
                bad(
                        "wronly-gives-keys",
                        "array.writeonly.reads",
                        "gives keys through a write-only descriptor",
                        instead(
                                NextKey.class,
                                (c, right) ->
                                        right.has(c.map(), Flags.WRONLY)
                                                ? new Outcome.Found(right.platform().key(0))
                                                : right.apply(c))),
                bad(
                        "wronly-update-refused",
                        "array.writeonly.writes",
                        "refuses updates through a write-only descriptor",
                        refuses(
                                Update.class,
                                (c, right) -> right.has(c.map(), Flags.WRONLY),
                                Errno.EPERM)),
                bad(
                        "info-needs-read",
                        "array.info.any-mode",
                        "describes no map of a write-only descriptor",
                        refuses(
                                GetInfo.class,
                                (c, right) -> right.has(c.map(), Flags.WRONLY),
                                Errno.EPERM)),
                bad(
                        "rdonly-limits-programs",
                        "program.descriptor-mode",
                        "loads no program that writes to a map of a read-only descriptor",
                        created(Flags.RDONLY, Flags.RDONLY_PROG)),
                bad(
                        "rdonly-prog-ignored",
                        "program.readonly.writes",
                        "lets programs write where they may only read",
                        uncreated(Flags.RDONLY_PROG)),
                bad(
                        "rdonly-prog-store-unchecked",
                        "program.readonly.writes",
                        "says that a store was done where programs may only read",
                        loads(Step.Store.class, Right.DONE)),
                bad(
                        "rdonly-prog-errno",
                        "program.readonly.writes",
                        "refuses a program that writes where it may only read with EPERM",
                        errno(
                                Command.Run.class,
                                c -> c.steps().getFirst() instanceof Step.Update,
                                Errno.EACCES,
                                Errno.EPERM)),
                bad(
                        "rdonly-prog-stops-loads",
                        "program.readonly.reads",
                        "loads no program that reads a map that is read-only for programs",
                        refuses(
                                Command.Run.class,
                                (c, right) ->
                                        c.steps().getFirst() instanceof Step.Load s
                                                && right.has(s.map(), Flags.RDONLY_PROG),
                                Errno.EACCES)),
                bad(
                        "wronly-prog-ignored",
                        "program.writeonly.reads",
                        "lets programs read where they may only write",
                        uncreated(Flags.WRONLY_PROG)),
                bad(
                        "wronly-prog-adds",
                        "program.writeonly.reads",
                        "lets programs add atomically where they may only write",
                        loads(Step.AtomicAdd.class, new Outcome.Returned(0))),
                bad(
                        "wronly-prog-stops-stores",
                        "program.writeonly.writes",
                        "loads no program that stores to a map that is write-only for programs",
                        refuses(
                                Command.Run.class,
                                (c, right) ->
                                        c.steps().getFirst() instanceof Step.Store s
                                                && right.has(s.map(), Flags.WRONLY_PROG),
                                Errno.EACCES)),
                bad(
                        "program-flags-limit-user-space",
                        "array.program-flags.user-space",
                        "holds user space to BPF_F_RDONLY_PROG as well",
                        refuses(
                                Update.class,
                                (c, right) -> right.has(c.map(), Flags.RDONLY_PROG),
                                Errno.EPERM)),
                bad(
                        "wronly-prog-limits-user-space",
                        "array.program-flags.user-space",
                        "holds user space to BPF_F_WRONLY_PROG as well",
                        refuses(
                                Lookup.class,
                                (c, right) -> right.has(c.map(), Flags.WRONLY_PROG),
                                Errno.EPERM)));
    }

    private static Fault created(long where, long more) {
        return Faults.created(spec ->
                (spec.flags() & where) != 0 && (spec.flags() & 0x180) == 0
                        ? spec.withFlags(spec.flags() | more)
                        : spec);
    }

    /// A program of one such step that does not load is said to have run.
    private static <S extends Step> Fault loads(Class<S> kind, Outcome seen) {
        return instead(
                Command.Run.class,
                (c, right) -> {
                    var outcome = right.apply(c);
                    return outcome.equals(Refusals.refused(Errno.EACCES))
                                    && kind.isInstance(c.steps().getFirst())
                            ? new Outcome.Ran(List.of(seen))
                            : outcome;
                });
    }
}
