package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command.Delete;
import org.maptck.model.Command.Lookup;
import org.maptck.model.Command.LookupAndDelete;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Outcome;

/// Faults in deletions, and in lookups that delete.
final class DeleteFaults {
    private DeleteFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "delete-succeeds",
                        "array.delete",
                        "says that a deletion was done",
                        accepts(Delete.class, (_, _) -> true, Errno.EINVAL)),
                bad(
                                "delete-zeroes",
                                "array.delete",
                                "clears an element that is deleted",
                                instead(Delete.class, (c, right) -> cleared(c, right, Right.DONE)))
                        .seen("ebpf-for-windows, bpftime, uBPF, mock maps of goebpf, p4c"),
                bad(
                        "delete-refused-yet-zeroes",
                        "array.delete",
                        "refuses a deletion after it has cleared the element",
                        instead(Delete.class, (c, right) -> cleared(c, right, right.apply(c)))),
                bad(
                                "delete-errno",
                                "array.delete",
                                "refuses a deletion with EPERM",
                                errno(Delete.class, Errno.EINVAL, Errno.EPERM))
                        .seen("kbpf-basic"),
                bad(
                        "delete-per-cpu-succeeds",
                        "userspace.delete-fails",
                        "says that a deletion from a per-CPU array was done",
                        accepts(Delete.class, (c, right) -> right.perCpu(c.map()), Errno.EINVAL)),
                bad(
                                "delete-past-end-errno",
                                "array.delete",
                                "refuses a deletion past the end with ENOENT",
                                refuses(
                                        Delete.class,
                                        (c, right) ->
                                                right.index(c.key())
                                                                >= right.spec(c.map()).maxEntries()
                                                        && !right.perCpu(c.map()),
                                        Errno.ENOENT))
                        .seen("what bpf(2) says of maps in general"),
                bad(
                        "lookup-and-delete-works",
                        "array.lookup-and-delete",
                        "finds an element and clears it",
                        instead(LookupAndDelete.class, DeleteFaults::taken)),
                bad(
                                "lookup-and-delete-errno",
                                "array.lookup-and-delete",
                                "refuses lookup-and-delete with EINVAL",
                                Recipe.without(Behaviour.LOOKUP_AND_DELETE))
                        .seen("ebpf-for-windows, Linux before 4.20"),
                bad(
                        "lookup-and-delete-enotsup",
                        "array.lookup-and-delete",
                        "refuses lookup-and-delete with EOPNOTSUPP",
                        errno(LookupAndDelete.class, Errno.ENOTSUPP, Errno.EOPNOTSUPP)),
                bad(
                        "lookup-and-delete-flags-ignored",
                        "array.lookup-and-delete.flags",
                        "looks at no flags of lookup-and-delete",
                        as(
                                LookupAndDelete.class,
                                c -> new LookupAndDelete(c.map(), c.key(), 0, c.value()))),
                bad(
                        "lookup-and-delete-key-unread",
                        "array.lookup-and-delete.key-fault",
                        "refuses lookup-and-delete before it reads the key",
                        errno(LookupAndDelete.class, Errno.EFAULT, Errno.ENOTSUPP)));
    }

    private static Outcome cleared(Delete c, Right right, Outcome outcome) {
        right.store(c.map(), right.index(c.key()), right.zeros(c.map()));
        return outcome;
    }

    private static Outcome taken(LookupAndDelete c, Right right) {
        var found = right.apply(new Lookup(c.map(), c.key(), Flags.ANY, c.value()));
        if (found instanceof Outcome.Found) {
            right.store(c.map(), right.index(c.key()), right.zeros(c.map()));
        }
        return found;
    }
}
