package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Command.Update;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Outcome;

/// Faults in updates by system calls.
final class UpdateFaults {
    private static final long BOTH = Flags.NOEXIST | Flags.EXIST;

    private UpdateFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "noexist-accepted",
                                "array.update.noexist",
                                "updates an element with BPF_NOEXIST",
                                flags(flags -> flags == Flags.NOEXIST ? 0 : flags))
                        .seen("DragonOS, rCore, libebpf, febpf, uBPF, mimic, oko, goebpf, bpftime"),
                bad(
                                "noexist-errno",
                                "array.update.noexist",
                                "refuses BPF_NOEXIST with EINVAL",
                                errno(Update.class, Errno.EEXIST, Errno.EINVAL))
                        .seen("ebpf-for-windows"),
                bad(
                        "noexist-accepted-for-zeros",
                        "array.update.noexist",
                        "updates an element that is zero with BPF_NOEXIST",
                        as(Update.class, UpdateFaults::first)),
                bad(
                        "exist-refused",
                        "userspace.access",
                        "refuses BPF_EXIST with ENOENT",
                        refuses(Update.class, (c, _) -> c.flags() == Flags.EXIST, Errno.ENOENT)),
                bad(
                                "update-too-big-errno",
                                "array.update.too-big",
                                "refuses an update past the end with EINVAL",
                                errno(Update.class, Errno.E2BIG, Errno.EINVAL))
                        .seen("generic-ebpf, kbpf-basic, libebpf, ebpf-for-windows, DragonOS"),
                bad(
                                "update-exist-past-end-errno",
                                "array.update.too-big",
                                "refuses BPF_EXIST past the end with ENOENT",
                                errno(
                                        Update.class,
                                        c -> c.flags() == Flags.EXIST,
                                        Errno.E2BIG,
                                        Errno.ENOENT))
                        .seen("what bpf(2) says of maps in general"),
                bad(
                                "update-flags-ignored",
                                "array.update.flags",
                                "updates with any flags but BPF_NOEXIST",
                                flags(flags -> flags == Flags.NOEXIST ? flags : flags & Flags.LOCK))
                        .seen("DragonOS, rCore, libebpf, febpf, uBPF, mimic, oko"),
                bad(
                        "update-flags-low-half",
                        "array.update.flags",
                        "looks at the low 32 bits of the flags of an update",
                        flags(flags -> flags & 0xffff_ffffL)),
                bad(
                        "update-flags-low-bits",
                        "array.update.flags",
                        "looks at the low 3 bits of the flags of an update",
                        flags(flags -> flags & 7)),
                bad(
                                "update-both-flags-accepted",
                                "array.update.flags",
                                "updates with BPF_NOEXIST and BPF_EXIST together",
                                flags(flags -> flags == BOTH ? 0 : flags))
                        .seen("the helper of ebpf-for-windows"),
                bad(
                                "update-both-flags-errno",
                                "array.update.flags",
                                "refuses BPF_NOEXIST and BPF_EXIST together with EEXIST",
                                errno(
                                        Update.class,
                                        c -> c.flags() == BOTH,
                                        Errno.EINVAL,
                                        Errno.EEXIST))
                        .seen("generic-ebpf, kbpf-basic"),
                bad(
                        "update-value-fault-part",
                        "array.update.value-fault",
                        "stores what it can read of a value and then refuses",
                        instead(Update.class, UpdateFaults::part)),
                bad(
                                "update-null-value-errno",
                                "array.update.value-fault",
                                "refuses no value with EINVAL",
                                errno(
                                        Update.class,
                                        c -> c.value() instanceof Input.Null,
                                        Errno.EFAULT,
                                        Errno.EINVAL))
                        .seen("ebpf-for-windows"));
    }

    static Fault flags(LongUnaryOperator change) {
        return as(
                Update.class,
                c -> new Update(c.map(), c.key(), c.value(), change.applyAsLong(c.flags())));
    }

    static Update first(Update c, Right right) {
        boolean zero = right.value(c.map(), right.index(c.key())).isZero();
        return zero && c.flags() == Flags.NOEXIST
                ? new Update(c.map(), c.key(), c.value(), Flags.ANY)
                : c;
    }

    private static Outcome part(Update c, Right right) {
        var outcome = right.apply(c);
        if (outcome.equals(Refusals.refused(Errno.EFAULT))
                && c.value() instanceof Input.Given(Bytes given)) {
            var old = right.value(c.map(), right.index(c.key()));
            if (given.size() < old.size()) {
                right.store(
                        c.map(),
                        right.index(c.key()),
                        given.then(old.slice(given.size(), old.size())));
            }
        }
        return outcome;
    }
}
