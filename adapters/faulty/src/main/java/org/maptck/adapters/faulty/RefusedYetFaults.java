package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Recipe.bad;
import static org.maptck.adapters.faulty.Recipe.badMemory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Command.DeleteBatch;
import org.maptck.model.Command.Freeze;
import org.maptck.model.Command.LookupAndDelete;
import org.maptck.model.Command.LookupBatch;
import org.maptck.model.Command.MapMemory;
import org.maptck.model.Command.Protect;
import org.maptck.model.Command.Unmap;
import org.maptck.model.Command.Update;
import org.maptck.model.Command.UpdateBatch;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Protection;
import org.maptck.model.Step;

/// Calls that answer as they should and do something else besides.
final class RefusedYetFaults {
    private RefusedYetFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "noexist-refused-yet-stored",
                        "array.update.noexist",
                        "refuses BPF_NOEXIST after it has stored the value",
                        yet(
                                Update.class,
                                Errno.EEXIST,
                                (c, right) ->
                                        right.apply(new Update(c.map(), c.key(), c.value(), 0)))),
                bad(
                        "past-end-refused-yet-stored",
                        "array.size.constant",
                        "refuses an update past the end after it has stored at the last index",
                        yet(
                                Update.class,
                                Errno.E2BIG,
                                (c, right) -> {
                                    long last = right.spec(c.map()).maxEntries() - 1;
                                    right.apply(Indexes.map(c, right.platform(), _ -> last));
                                })),
                bad(
                        "value-fault-yet-cleared",
                        "array.update.value-fault",
                        "clears an element where the value cannot be read",
                        yet(
                                Update.class,
                                Errno.EFAULT,
                                (c, right) -> cleared(c.map(), c.key(), right))),
                bad(
                        "wrong-flags-yet-stored",
                        "array.update.flags",
                        "refuses flags after it has stored the value",
                        yet(
                                Update.class,
                                Errno.EINVAL,
                                (c, right) ->
                                        right.apply(new Update(c.map(), c.key(), c.value(), 0)))),
                bad(
                        "lookup-and-delete-refused-yet-cleared",
                        "array.lookup-and-delete",
                        "refuses lookup-and-delete after it has cleared the element",
                        yet(
                                LookupAndDelete.class,
                                Errno.ENOTSUPP,
                                (c, right) -> cleared(c.map(), c.key(), right))),
                bad(
                        "batch-delete-refused-yet-cleared",
                        "array.batch.delete",
                        "refuses a batch of deletions after it has cleared the first element",
                        yet(
                                DeleteBatch.class,
                                Errno.ENOTSUPP,
                                (c, right) -> cleared(c.map(), c.keys(), right))),
                bad(
                        "batch-flags-refused-yet-stored",
                        "array.batch.flags",
                        "refuses the flags of a batch after it has stored the values",
                        yet(
                                UpdateBatch.class,
                                Errno.EINVAL,
                                (c, right) ->
                                        right.apply(
                                                new UpdateBatch(
                                                        c.map(),
                                                        c.keys(),
                                                        c.values(),
                                                        c.count(),
                                                        0)))),
                bad(
                        "creation-refused-yet-closed",
                        "array.create.order",
                        "closes the descriptor in whose place a map would have come",
                        instead(Command.Create.class, RefusedYetFaults::closing)),
                bad(
                        "freeze-refused-yet-frozen",
                        "mmap.freeze.writable",
                        "refuses to freeze a busy map after it has frozen it for updates",
                        new Frozen(new HashSet<>())),
                bad(
                        "program-refused-yet-run",
                        "program.readonly.writes",
                        "stores what a program would have that does not load",
                        instead(Command.Run.class, RefusedYetFaults::run)),
                bad(
                        "protect-refused-yet-changed",
                        "mmap.protect.execute",
                        "takes all permissions of a mapping that is not to become executable",
                        yet(
                                Protect.class,
                                Errno.EACCES,
                                (c, right) ->
                                        right.apply(new Protect(c.mapping(), Protection.NONE)))),
                bad(
                        "mapping-refused-yet-unmapped",
                        "mmap.size",
                        "ends the mapping in whose place another would have come",
                        yet(
                                MapMemory.class,
                                Errno.EINVAL,
                                (c, right) -> right.apply(new Unmap(c.mapping())))),
                bad(
                        "unmap-ends-all",
                        "mmap.protection",
                        "ends all mappings of a map with one of them",
                        instead(Unmap.class, RefusedYetFaults::endAll)),
                bad(
                        "locked-lookup-clears",
                        "lock.value",
                        "clears an element with the lookup of it that comes with BPF_F_LOCK",
                        instead(
                                Command.Lookup.class,
                                (c, right) -> {
                                    var outcome = right.apply(c);
                                    if (c.flags() == Flags.LOCK) {
                                        cleared(c.map(), c.key(), right);
                                    }
                                    return outcome;
                                })),
                bad(
                        "batch-lookup-clears",
                        "array.batch.lookup",
                        "clears the element that a batch of lookups ends with",
                        instead(
                                LookupBatch.class,
                                (c, right) -> {
                                    var outcome = right.apply(c);
                                    if (outcome instanceof Outcome.Batched b) {
                                        b.cursor()
                                                .map(Input.Given::new)
                                                .ifPresent(key -> cleared(c.map(), key, right));
                                    }
                                    return outcome;
                                })),
                bad(
                        "next-key-clears",
                        "array.next-key.walk",
                        "clears the element whose key it is asked for the next of",
                        instead(
                                Command.NextKey.class,
                                (c, right) -> {
                                    cleared(c.map(), c.key(), right);
                                    return right.apply(c);
                                })),
                badMemory(
                        "frozen-handle-stays-frozen",
                        "array.freeze.writes",
                        "freezes what is created in the place of a frozen map as well",
                        () -> new Sticky(new HashSet<>())),
                bad(
                        "per-cpu-batch-first-slot-alone",
                        "array.batch.update",
                        "stores the first CPU's value of each element of a batch for all CPUs",
                        as(UpdateBatch.class, RefusedYetFaults::firstSlots)),
                bad(
                        "per-cpu-exist-last-slot-lost",
                        "userspace.access",
                        "does not store the last CPU's value where BPF_EXIST is given",
                        Faults.where(
                                (c, _) -> c instanceof Update u && u.flags() == Flags.EXIST,
                                Slots.in((now, old) -> {
                                    var slots = new ArrayList<>(now);
                                    slots.set(slots.size() - 1, old.getLast());
                                    return slots;
                                }))));
    }

    /// A refusal with that errno comes after something else.
    private static <C extends Command> Fault yet(
            Class<C> kind, Errno errno, BiConsumer<C, Right> before) {
        return instead(
                kind,
                (c, right) -> {
                    var outcome = right.apply(c);
                    if (outcome.refusal().filter(e -> e == errno).isPresent()) {
                        before.accept(c, right);
                    }
                    return outcome;
                });
    }

    private static void cleared(Handle map, Input key, Right right) {
        right.store(map, right.index(key), right.zeros(map));
    }

    private static Outcome closing(Command.Create c, Right right) {
        var outcome = right.apply(c);
        if (!outcome.equals(Right.DONE)) {
            right.apply(new Command.Close(Handle.A));
        }
        return outcome;
    }

    private static Outcome run(Command.Run c, Right right) {
        var outcome = right.apply(c);
        if (outcome.equals(Refusals.refused(Errno.EACCES))
                && c.steps().getFirst() instanceof Step.Update s) {
            right.store(s.map(), Indexes.of(s.index()), s.value());
        }
        return outcome;
    }

    private static Outcome endAll(Unmap c, Right right) {
        var made = right.made(c.mapping());
        for (var other : List.copyOf(right.ledger().mappings().values())) {
            if (made.isPresent()
                    && other.map().equals(made.get().map())
                    && !other.mapping().equals(c.mapping())) {
                right.apply(new Unmap(other.mapping()));
            }
        }
        return right.apply(c);
    }

    private static UpdateBatch firstSlots(UpdateBatch c, Right right) {
        int size = right.zeros(c.map()).size();
        if (!right.perCpu(c.map())
                || !(c.values() instanceof Input.Given(Bytes given))
                || given.size() % size != 0) {
            return c;
        }
        var values = Bytes.EMPTY;
        for (int at = 0; at < given.size(); at += size) {
            var slots = Slots.of(c.map(), given.slice(at, at + size), right);
            values = values.then(Slots.joined(Slots.firstEverywhere(slots)));
        }
        return new UpdateBatch(c.map(), c.keys(), new Input.Given(values), c.count(), c.flags());
    }

    /// A map that was busy when it should freeze takes no updates any more.
    private record Frozen(Set<Handle> maps) implements Fault {
        @Override
        public Outcome apply(Command command, Right right) {
            if (command instanceof Update(var map, _, _, _) && maps.contains(map)) {
                return Refusals.refused(Errno.EPERM);
            }
            var outcome = right.apply(command);
            if (command instanceof Freeze(var map)
                    && outcome.equals(Refusals.refused(Errno.EBUSY))) {
                maps.add(map);
            }
            return outcome;
        }
    }

    /// What was frozen once stays frozen by its name.
    private record Sticky(Set<Handle> frozen) implements Fault {
        @Override
        public Outcome apply(Command command, Right right) {
            if (command instanceof Update(var map, _, _, _) && frozen.contains(map)) {
                return Refusals.refused(Errno.EPERM);
            }
            if (command instanceof Freeze(var map)) {
                frozen.add(map);
            }
            return right.apply(command);
        }
    }
}
