package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.created;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.Optional;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command.Create;
import org.maptck.model.Command.Delete;
import org.maptck.model.Command.Lookup;
import org.maptck.model.Command.LookupBatch;
import org.maptck.model.Command.Run;
import org.maptck.model.Command.Update;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Faults in locks.
final class LockFaults {
    private static final int LOCK = 4;

    private LockFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "lock-unknown",
                        "lock.value",
                        "refuses the lock flag that it declares",
                        Recipe.without(Behaviour.SPIN_LOCK)),
                bad(
                        "locked-store-lost",
                        "lock.value",
                        "stores nothing under a lock",
                        Steps.instead(Step.LockedStore.class, (_, _, _) -> Right.DONE)),
                bad(
                        "locked-update-lost",
                        "lock.value",
                        "stores nothing where the update comes with BPF_F_LOCK",
                        Faults.where(
                                (c, _) -> c instanceof Update u && u.flags() == Flags.LOCK,
                                instead(
                                        Update.class,
                                        (c, right) ->
                                                right.apply(c).equals(Right.DONE)
                                                        ? right.store(
                                                                c.map(),
                                                                right.index(c.key()),
                                                                right.zeros(c.map()))
                                                        : right.apply(c)))),
                bad(
                        "locked-store-first-half",
                        "lock.value",
                        "stores the first half of a value under a lock",
                        Steps.as(
                                Step.LockedStore.class,
                                s ->
                                        new Step.LockedStore(
                                                s.map(),
                                                s.index(),
                                                s.value()
                                                        .slice(0, s.value().size() / 2)
                                                        .resized(s.value().size())))),
                bad(
                        "lock-flag-ignored",
                        "lock.needed",
                        "takes BPF_F_LOCK where there is no lock",
                        as(
                                Update.class,
                                (c, right) ->
                                        right.spec(c.map()).lock().isPresent()
                                                ? c
                                                : new Update(
                                                        c.map(),
                                                        c.key(),
                                                        c.value(),
                                                        c.flags() & ~Flags.LOCK))),
                bad(
                        "lock-flag-ignored-by-lookups",
                        "lock.needed",
                        "looks up with BPF_F_LOCK where there is no lock",
                        as(
                                Lookup.class,
                                (c, right) ->
                                        right.spec(c.map()).lock().isPresent()
                                                ? c
                                                : new Lookup(
                                                        c.map(),
                                                        c.key(),
                                                        c.flags() & ~Flags.LOCK,
                                                        c.value()))),
                bad(
                        "lock-offset-unaligned",
                        "lock.offset",
                        "rounds the place of a lock down to 4 bytes",
                        created(spec -> Specs.lock(spec, spec.lock().map(lock -> lock & -LOCK)))),
                bad(
                        "lock-at-0",
                        "lock.offset",
                        "has the lock at the begin of a value wherever it lies",
                        created(spec -> Specs.lock(spec, spec.lock().map(_ -> 0)))),
                bad(
                        "lock-errno",
                        "lock.offset",
                        "refuses a lock that is not aligned with EINVAL",
                        errno(Create.class, Errno.EFAULT, Errno.EINVAL)),
                bad(
                        "lock-shown",
                        "lock.hidden",
                        "gives the lock as it is in a lookup with BPF_F_LOCK",
                        instead(
                                Lookup.class,
                                (c, right) ->
                                        c.flags() == Flags.LOCK
                                                ? taken(right.apply(c), c.map(), right)
                                                : right.apply(c))),
                bad(
                        "lock-shown-in-batches",
                        "lock.hidden",
                        "gives other bytes than zero in the place of a lock in batches",
                        instead(LookupBatch.class, LockFaults::taken)),
                bad(
                        "lock-overwritten",
                        "lock.kept",
                        "stores what stands in the place of the lock",
                        created(LockFaults::unlockedWhereRight).over(unlocked())),
                bad(
                        "lock-exist-refused",
                        "lock.update.flags",
                        "refuses BPF_F_LOCK joined with BPF_EXIST",
                        refuses(
                                Update.class,
                                (c, _) -> c.flags() == (Flags.LOCK | Flags.EXIST),
                                Errno.EINVAL)),
                bad(
                        "lock-noexist-errno",
                        "lock.update.flags",
                        "refuses BPF_F_LOCK joined with BPF_NOEXIST with EINVAL",
                        errno(
                                Update.class,
                                c -> c.flags() == (Flags.LOCK | Flags.NOEXIST),
                                Errno.EEXIST,
                                Errno.EINVAL)),
                bad(
                        "lock-lookup-flags-loose",
                        "lock.lookup.flags",
                        "takes any flags together with BPF_F_LOCK",
                        as(
                                Lookup.class,
                                c ->
                                        (c.flags() & Flags.LOCK) != 0
                                                ? new Lookup(
                                                        c.map(), c.key(), Flags.LOCK, c.value())
                                                : c)),
                bad(
                                "lock-demanded",
                                "lock.optional",
                                "refuses lookups without BPF_F_LOCK where there is a lock",
                                refuses(
                                        Update.class,
                                        (c, right) ->
                                                right.spec(c.map()).lock().isPresent()
                                                        && (c.flags() & Flags.LOCK) == 0,
                                        Errno.EINVAL))
                        .seen("what the comment on the lookup command says"),
                bad(
                        "lock-field-loaded",
                        "lock.program.field",
                        "lets programs load the lock",
                        instead(
                                Run.class,
                                (c, right) -> {
                                    var outcome = right.apply(c);
                                    return outcome.equals(Refusals.refused(Errno.EACCES))
                                                    && c.steps().getFirst() instanceof Step.Load
                                            ? new Outcome.Ran(List.of(new Outcome.Returned(0)))
                                            : outcome;
                                })),
                bad(
                        "lock-taken-where-none-is",
                        "lock.program.take",
                        "loads a program that takes a lock where there is none",
                        Steps.as(
                                Step.LockedStore.class,
                                (s, right) ->
                                        right.spec(s.map()).lock().isPresent()
                                                ? s
                                                : new Step.Update(
                                                        s.map(), s.index(), s.value(), 0))),
                bad(
                        "lock-batch-refused",
                        "lock.batch",
                        "refuses BPF_F_LOCK in batches",
                        refuses(
                                LookupBatch.class,
                                (c, _) -> c.flags() == Flags.LOCK,
                                Errno.EINVAL)),
                bad(
                        "lock-delete-errno",
                        "lock.delete",
                        "refuses a deletion where there is a lock with ENOTSUPP",
                        refuses(
                                Delete.class,
                                (c, right) -> right.spec(c.map()).lock().isPresent(),
                                Errno.ENOTSUPP)),
                bad(
                        "lock-per-cpu-created",
                        "lock.percpu",
                        "creates per-CPU arrays whose values hold a lock",
                        created(spec ->
                                spec.type().perCpu() ? Specs.lock(spec, Optional.empty()) : spec)),
                bad(
                        "lock-with-program-flags",
                        "lock.access-flags",
                        "creates a map with a lock that is read-only for programs",
                        created(spec ->
                                (spec.flags() & Flags.RDONLY_PROG) != 0
                                        ? Specs.lock(spec, Optional.empty())
                                        : spec)));
    }

    /// A lock that is refused stays.
    private static MapSpec unlockedWhereRight(MapSpec spec) {
        boolean right =
                spec.flags() == 0
                        && !spec.type().perCpu()
                        && spec.lock()
                                .filter(l -> l % LOCK == 0 && l <= spec.valueSize() - LOCK)
                                .isPresent();
        return right ? Specs.lock(spec, Optional.empty()) : spec;
    }

    /// The lock flag counts where the caller believes in a lock that there is not.
    private static Fault unlocked() {
        return as(
                        Update.class,
                        (c, right) ->
                                right.spec(c.map()).lock().isPresent()
                                        ? new Update(
                                                c.map(),
                                                c.key(),
                                                c.value(),
                                                c.flags() & ~Flags.LOCK)
                                        : c)
                .over(
                        as(
                                Lookup.class,
                                (c, right) ->
                                        right.spec(c.map()).lock().isPresent()
                                                ? new Lookup(
                                                        c.map(),
                                                        c.key(),
                                                        c.flags() & ~Flags.LOCK,
                                                        c.value())
                                                : c));
    }

    private static Outcome taken(Outcome outcome, Handle map, Right right) {
        return outcome instanceof Outcome.Found(Bytes value)
                ? new Outcome.Found(taken(value, right.spec(map)))
                : outcome;
    }

    private static Bytes taken(Bytes value, MapSpec spec) {
        int lock = spec.lock().orElse(value.size());
        return lock >= value.size()
                ? value
                : value.slice(0, lock)
                        .then(Bytes.filled(LOCK, 1))
                        .then(value.slice(lock + LOCK, value.size()));
    }

    private static Outcome taken(LookupBatch c, Right right) {
        var spec = right.spec(c.map());
        if (spec.lock().isEmpty() || !(right.apply(c) instanceof Outcome.Batched b)) {
            return right.apply(c);
        }
        int size = Math.toIntExact(spec.valueSize());
        var values = Bytes.EMPTY;
        for (int at = 0; at < b.values().size(); at += size) {
            values = values.then(taken(b.values().slice(at, at + size), spec));
        }
        return new Outcome.Batched(b.refusal(), b.count(), b.keys(), values, b.cursor());
    }
}
