package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Command.Delete;
import org.maptck.model.Command.Lookup;
import org.maptck.model.Command.LookupAndDelete;
import org.maptck.model.Command.LookupBatch;
import org.maptck.model.Command.NextKey;
import org.maptck.model.Command.Update;
import org.maptck.model.Command.UpdateBatch;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// Calls that look at their arguments in another order, so that of two faults the other is told.
final class OrderFaults {
    private OrderFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "lookup-key-before-mode",
                        "array.lookup.order",
                        "reads the key before it looks at the descriptor's mode",
                        refuses(
                                Lookup.class,
                                (c, _) -> CpuFlagFaults.unreadable(c.key()),
                                Errno.EFAULT)),
                bad(
                        "lookup-buffer-before-index",
                        "array.lookup.order",
                        "looks at the memory for the value before the index",
                        errno(
                                Lookup.class,
                                c -> c.value() instanceof Output.Null,
                                Errno.ENOENT,
                                Errno.EFAULT)),
                bad(
                        "update-noexist-before-bound",
                        "array.update.order",
                        "looks at BPF_NOEXIST before the index",
                        errno(
                                Update.class,
                                c -> c.flags() == Flags.NOEXIST,
                                Errno.E2BIG,
                                Errno.EEXIST)),
                bad(
                        "update-bound-before-flags",
                        "array.update.order",
                        "looks at the index before the flags",
                        refuses(
                                Update.class,
                                (c, right) ->
                                        c.flags() > Flags.EXIST
                                                && (c.flags() & Flags.LOCK) == 0
                                                && right.index(c.key())
                                                        >= right.spec(c.map()).maxEntries(),
                                Errno.E2BIG)),
                bad(
                        "delete-key-before-mode",
                        "array.delete.order",
                        "reads the key before it looks at the descriptor",
                        refuses(
                                Delete.class,
                                (c, _) -> CpuFlagFaults.unreadable(c.key()),
                                Errno.EFAULT)),
                bad(
                        "delete-refused-before-mode",
                        "array.delete.order",
                        "says that arrays have no deletion before it looks at the descriptor",
                        errno(Delete.class, Errno.EPERM, Errno.EINVAL)),
                bad(
                        "lookup-and-delete-mode-first",
                        "array.lookup-and-delete.order",
                        "looks at the descriptor before the flags of lookup-and-delete",
                        refuses(
                                LookupAndDelete.class,
                                (c, right) -> right.ledger().frozen(c.map()),
                                Errno.EPERM)),
                bad(
                        "next-key-end-before-mode",
                        "array.next-key.order",
                        "looks at the keys before the descriptor's mode",
                        errno(NextKey.class, Errno.EPERM, Errno.ENOENT)),
                bad(
                        "next-key-first-without-descriptor",
                        "array.next-key.order",
                        "gives the first key of a descriptor that is closed",
                        Faults.instead(
                                NextKey.class,
                                (c, right) ->
                                        c.key() instanceof Input.Null
                                                ? new Outcome.Found(right.platform().key(0))
                                                : right.apply(c))),
                bad(
                        "batch-flags-before-mode",
                        "array.batch.order",
                        "looks at the flags of a batch before the descriptor's mode",
                        refuses(
                                UpdateBatch.class,
                                (c, _) -> (c.flags() & ~Flags.LOCK) != 0,
                                Errno.EINVAL)),
                bad(
                        "batch-of-none-first",
                        "array.batch.order",
                        "does a batch of no elements before it looks at the flags",
                        Faults.as(
                                LookupBatch.class,
                                c ->
                                        c.count() == 0
                                                ? new LookupBatch(
                                                        c.map(),
                                                        c.start(),
                                                        c.cursor(),
                                                        c.keys(),
                                                        c.values(),
                                                        0,
                                                        0)
                                                : c)),
                bad(
                                "freeze-with-lock",
                                "array.freeze.order",
                                "freezes a map with a lock",
                                Recipe.without(Behaviour.LOCKED_MAP_NOT_FROZEN))
                        .seen("Linux before 6.2"),
                bad(
                        "mmap-kind-before-mode",
                        "mmap.order",
                        "looks at the kind of map before the descriptor's mode",
                        refuses(
                                Command.MapMemory.class,
                                (c, right) -> right.perCpu(c.map()) && c.length() > 0,
                                Errno.ENOTSUPP)),
                bad(
                        "mmap-sharing-first",
                        "mmap.order",
                        "looks at sharing before everything else",
                        refuses(Command.MapMemory.class, (c, _) -> !c.shared(), Errno.EINVAL)));
    }
}
