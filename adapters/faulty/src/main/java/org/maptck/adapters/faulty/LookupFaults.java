package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
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
import org.maptck.model.Command.Lookup;
import org.maptck.model.Command.Update;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// Faults in lookups, keys and descriptors.
final class LookupFaults {
    private LookupFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "maps-share-storage",
                        "userspace.by-fd",
                        "stores what is meant for map B in map A where both are alike",
                        as(Update.class, LookupFaults::shared)),
                bad(
                        "closed-descriptor-serves",
                        "userspace.by-fd",
                        "serves a descriptor after it was closed",
                        instead(Command.Close.class, (_, _) -> Right.DONE)),
                bad(
                        "closed-descriptor-errno",
                        "userspace.by-fd",
                        "refuses a closed descriptor with EINVAL",
                        errno(Lookup.class, Errno.EBADF, Errno.EINVAL)),
                badMemory(
                        "lookup-cached",
                        "array.preallocated",
                        "finds what the first lookup of an element found",
                        Cache::new),
                bad(
                                "lookup-no-element-errno",
                                "array.lookup.no-element",
                                "refuses the lookup of an index past the last with EINVAL",
                                errno(Lookup.class, Errno.ENOENT, Errno.EINVAL))
                        .seen("ebpf-for-windows, generic-ebpf, kbpf-basic, libebpf, DragonOS"),
                bad(
                                "lookup-past-end-zeros",
                                "array.lookup.no-element",
                                "finds zeros at every index past the last",
                                instead(
                                        Lookup.class,
                                        (c, right) -> {
                                            var outcome = right.apply(c);
                                            return outcome.equals(Refusals.refused(Errno.ENOENT))
                                                    ? new Outcome.Found(right.zeros(c.map()))
                                                    : outcome;
                                        }))
                        .seen("mock maps of goebpf, map emulation of p4c"),
                bad(
                        "lookup-flags-ignored",
                        "array.lookup.flags",
                        "looks up with any flags",
                        as(
                                Lookup.class,
                                c ->
                                        new Lookup(
                                                c.map(),
                                                c.key(),
                                                c.flags() & Flags.LOCK,
                                                c.value()))),
                bad(
                        "lookup-flags-32-bit",
                        "array.lookup.flags",
                        "looks at the low 32 bits of the flags of a lookup",
                        as(
                                Lookup.class,
                                c ->
                                        new Lookup(
                                                c.map(),
                                                c.key(),
                                                c.flags() & 0xffff_ffffL,
                                                c.value()))),
                bad(
                        "lookup-flags-errno",
                        "array.lookup.flags",
                        "refuses flags of a lookup with EOPNOTSUPP",
                        errno(Lookup.class, c -> c.flags() != 0, Errno.EINVAL, Errno.EOPNOTSUPP)),
                bad(
                        "lookup-fills-buffer",
                        "array.lookup.exact",
                        "clears the caller's memory after the value",
                        instead(Lookup.class, LookupFaults::filling)),
                bad(
                                "lookup-null-buffer-errno",
                                "array.lookup.value-fault",
                                "refuses a lookup into no memory with EINVAL",
                                errno(
                                        Lookup.class,
                                        c -> c.value() instanceof Output.Null,
                                        Errno.EFAULT,
                                        Errno.EINVAL))
                        .seen("ebpf-for-windows"),
                bad(
                        "lookup-short-buffer-accepted",
                        "array.lookup.value-fault",
                        "says that a lookup into too little memory was done",
                        accepts(
                                Lookup.class,
                                (c, _) -> c.value() instanceof Output.Room,
                                Errno.EFAULT)),
                bad(
                                "key-fault-errno",
                                "array.key.fault",
                                "refuses a key that cannot be read with EINVAL",
                                errno(
                                        Lookup.class,
                                        c -> !(c.key() instanceof Input.Given),
                                        Errno.EFAULT,
                                        Errno.EINVAL))
                        .seen("ebpf-for-windows"),
                bad(
                        "key-of-3-bytes-accepted",
                        "array.key.fault",
                        "takes the missing bytes of a short key for zeros",
                        as(
                                Update.class,
                                (c, _) ->
                                        new Update(
                                                c.map(), longer(c.key()), c.value(), c.flags()))),
                bad(
                        "key-of-5-bytes-refused",
                        "array.key.place",
                        "refuses a key that bytes follow",
                        refuses(
                                Lookup.class,
                                (c, _) ->
                                        c.key() instanceof Input.Given(Bytes key) && key.size() > 4,
                                Errno.EINVAL)));
    }

    private static Command shared(Update c, Right right) {
        boolean alike = right.spec(c.map()).equals(right.spec(Handle.A));
        return alike ? new Update(Handle.A, c.key(), c.value(), c.flags()) : c;
    }

    private static Input longer(Input key) {
        return key instanceof Input.Given(Bytes bytes) && bytes.size() < 4
                ? new Input.Given(bytes.resized(4))
                : key;
    }

    private static Outcome filling(Lookup c, Right right) {
        var outcome = right.apply(c);
        if (outcome instanceof Outcome.Filled(var refusal, Bytes room) && refusal.isEmpty()) {
            int size = right.zeros(c.map()).size();
            return new Outcome.Filled(refusal, room.slice(0, size).resized(room.size()));
        }
        return outcome;
    }

    /// Lookups are remembered until the end.
    private static final class Cache implements Fault {
        private final Map<Lookup, Outcome> found = new HashMap<>();

        @Override
        public Outcome apply(Command command, Right right) {
            return command instanceof Lookup lookup
                    ? found.computeIfAbsent(lookup, right::apply)
                    : right.apply(command);
        }
    }
}
