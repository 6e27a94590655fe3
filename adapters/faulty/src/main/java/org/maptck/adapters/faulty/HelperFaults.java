package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.UnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Outcome;
import org.maptck.model.Step;
import org.maptck.model.Step.Lookup;
import org.maptck.model.Step.Update;

/// Faults in what the update and delete helpers do and return.

final class HelperFaults {
    private HelperFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "program-update-lost",
                        "program.update",
                        "says that the update helper stored, and stores nothing",
                        Steps.instead(Update.class, HelperFaults::forgotten)),
                bad(
                        "program-update-8-bytes",
                        "program.update",
                        "lets the update helper store the first 8 bytes of a value",
                        Steps.instead(Update.class, HelperFaults::first8)),
                bad(
                        "program-update-exist-refused",
                        "program.update",
                        "refuses BPF_EXIST in the update helper",
                        Steps.see(
                                Update.class,
                                (s, saw) ->
                                        s.flags() == Flags.EXIST
                                                ? Refusals.refused(Errno.ENOENT)
                                                : saw)),
                bad(
                                "helper-minus-one",
                                "program.update.result",
                                "lets the update helper return -1 for every failure",
                                helper(_ -> Refusals.refused(Errno.EPERM)))
                        .seen("uBPF"),
                bad(
                        "helper-positive-errno",
                        "program.update.result",
                        "lets the update helper return errors as positive numbers",
                        helper(_ -> new Outcome.Returned(7))),
                bad(
                                "helper-own-enum",
                                "program.update.result",
                                "lets the update helper return numbers of its own",
                                helper(_ -> new Outcome.Returned(-4000)))
                        .seen("oko, generic-ebpf"),
                bad(
                        "helper-returns-1",
                        "program.update.result",
                        "lets the update helper return 1 for success",
                        Steps.see(
                                Update.class,
                                (_, saw) ->
                                        saw.equals(Right.DONE) ? new Outcome.Returned(1) : saw)),
                bad(
                                "helper-noexist-accepted",
                                "array.update.noexist",
                                "lets the update helper store with BPF_NOEXIST",
                                Steps.as(
                                        Update.class,
                                        s -> s.flags() == Flags.NOEXIST ? flags(s, Flags.ANY) : s))
                        .seen("ebpf-for-windows, febpf"),
                bad(
                        "helper-flags-dropped",
                        "program.update.flags",
                        "hands no flags of the update helper on",
                        Steps.as(Update.class, s -> flags(s, Flags.ANY))),
                bad(
                        "helper-flags-32-bit",
                        "program.update.flags",
                        "looks at the low 32 bits of the flags of the update helper",
                        Steps.as(Update.class, s -> flags(s, s.flags() & 0xffff_ffffL))),
                bad(
                        "helper-cpu-flag-taken",
                        "program.update.cpu-flags",
                        "drops the flag of one CPU in the update helper",
                        Steps.as(
                                Update.class,
                                s -> flags(s, s.flags() == Flags.CPU ? 0 : s.flags()))),
                bad(
                        "helper-all-cpus-flag-taken",
                        "program.update.cpu-flags",
                        "drops the flag of all CPUs in the update helper",
                        Steps.as(Update.class, s -> flags(s, s.flags() & ~Flags.ALL_CPUS))),
                bad(
                        "helper-past-end-errno",
                        "program.update.errors",
                        "lets the update helper return ENOENT past the end",
                        helper(saw -> Refusals.map(saw, e -> e == Errno.E2BIG ? Errno.ENOENT : e))),
                bad(
                        "helper-noexist-first",
                        "program.update.order",
                        "lets the update helper look at BPF_NOEXIST before the index",
                        Steps.see(
                                Update.class,
                                (s, saw) ->
                                        s.flags() == Flags.NOEXIST
                                                ? Refusals.refused(Errno.EEXIST)
                                                : saw)),
                bad(
                        "helper-lock-first",
                        "program.update.order-of-calls",
                        "lets the update helper look for the lock first, as the system call does",
                        Steps.see(
                                Update.class,
                                (s, saw) ->
                                        (s.flags() & Flags.LOCK) != 0 && !saw.equals(Right.DONE)
                                                ? Refusals.refused(Errno.EINVAL)
                                                : saw)),
                bad(
                        "program-delete-succeeds",
                        "array.delete",
                        "lets the delete helper return 0",
                        Steps.see(Step.Delete.class, (_, _) -> Right.DONE)),
                bad(
                        "program-delete-errno",
                        "program.delete.error",
                        "lets the delete helper return ENOENT past the end",
                        Steps.instead(
                                Step.Delete.class,
                                (s, cpu, right) ->
                                        Indexes.of(s.index()) >= right.spec(s.map()).maxEntries()
                                                ? Refusals.refused(Errno.ENOENT)
                                                : right.run(cpu, s))));
    }

    private static Outcome forgotten(Update step, int cpu, Right right) {
        long index = Indexes.of(step.index());
        var before = right.value(step.map(), index);
        var outcome = right.run(cpu, step);
        if (outcome.equals(Right.DONE)) {
            right.store(step.map(), index, before);
        }
        return outcome;
    }

    private static Outcome first8(Update step, int cpu, Right right) {
        if (step.value().size() <= 8
                || !(right.run(cpu, new Lookup(step.map(), step.index()))
                        instanceof Outcome.Found(Bytes old))) {
            return right.run(cpu, step);
        }
        return right.run(cpu, value(step, step.value().slice(0, 8).then(old.slice(8, old.size()))));
    }

    private static Update flags(Update s, long flags) {
        return new Update(s.map(), s.index(), s.value(), flags);
    }

    /// The update helper returns something else where it fails.
    private static Fault helper(UnaryOperator<Outcome> change) {
        return Steps.see(
                Update.class, (_, saw) -> saw instanceof Outcome.Refused ? change.apply(saw) : saw);
    }

    static Update value(Update s, Bytes value) {
        return new Update(s.map(), s.index(), value, s.flags());
    }
}
