package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command.Lookup;
import org.maptck.model.Command.Update;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;

/// Faults in the CPU flags of newer kernels.
final class CpuFlagFaults {
    private CpuFlagFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "update-flags-before-value",
                        "array.update.order",
                        "looks at the flags before it reads the value",
                        refuses(
                                Update.class,
                                (c, _) ->
                                        Long.compareUnsigned(c.flags() & ~Flags.LOCK, Flags.EXIST)
                                                        > 0
                                                && !unreadable(c.key())
                                                && !(c.value() instanceof Input.Given),
                                Errno.EINVAL)),
                bad(
                        "cpu-flag-unknown",
                        "percpu.cpu-flag",
                        "refuses the flag of one CPU",
                        Recipe.linux("7.0").lacking(Behaviour.CPU_FLAGS)),
                bad(
                        "cpu-flag-always-first",
                        "percpu.cpu-flag",
                        "stores in the first CPU's slot whichever CPU the flags name",
                        newer(c -> (c & Flags.CPU) != 0 ? c & 0xffff_ffffL : c)),
                bad(
                        "all-cpus-flag-first-alone",
                        "percpu.all-cpus-flag",
                        "stores one value for all CPUs in the first CPU's slot alone",
                        newer(c -> c == Flags.ALL_CPUS ? Flags.CPU : c)),
                bad(
                        "cpu-flag-size-rounded",
                        "percpu.cpu-flag.size",
                        "wants a value for one CPU padded to 8 bytes",
                        Recipe.linux("7.0")
                                .and(
                                        refuses(
                                                Update.class,
                                                (c, _) ->
                                                        (c.flags() & 0x18) != 0
                                                                && c.value()
                                                                        instanceof
                                                                        Input.Given(var b)
                                                                && b.size() % 8 != 0,
                                                Errno.EFAULT))),
                bad(
                        "cpu-flag-both-accepted",
                        "percpu.cpu-flag.one",
                        "takes the flags of one CPU and of all together for that of all",
                        newer(c -> (c & 0x18) == 0x18 ? Flags.ALL_CPUS : c)),
                bad(
                        "cpu-flag-range-errno",
                        "percpu.cpu-flag.range",
                        "refuses a CPU that is not possible with EINVAL",
                        Recipe.linux("7.0").and(errno(Lookup.class, Errno.ERANGE, Errno.EINVAL))),
                bad(
                        "cpu-flag-range-wraps",
                        "percpu.cpu-flag.range",
                        "takes a CPU that is not possible for the first",
                        newer(c -> (c & Flags.CPU) != 0 && c >>> 32 > 1 ? Flags.CPU : c)),
                bad(
                        "cpu-flags-for-arrays",
                        "array.cpu-flags",
                        "drops the CPU flags where the map is an array",
                        Recipe.linux("7.0")
                                .and(
                                        Faults.as(
                                                Update.class,
                                                (c, right) ->
                                                        right.perCpu(c.map())
                                                                ? c
                                                                : withFlags(
                                                                        c, c.flags() & ~0x18)))),
                bad(
                        "cpu-flag-strict",
                        "percpu.cpu-flag.loose",
                        "refuses BPF_NOEXIST joined with other flags, as before 7.0",
                        Recipe.linux("7.0").lacking(Behaviour.PERCPU_UPDATE_FLAGS_LOOSE)),
                bad(
                                "update-flags-loose",
                                "array.update.flags",
                                "takes BPF_NOEXIST joined with other flags for per-CPU arrays",
                                Recipe.ahead(Behaviour.PERCPU_UPDATE_FLAGS_LOOSE))
                        .seen("Linux 7.0 and later"),
                bad(
                        "batch-cpu-flag-unknown",
                        "percpu.batch.cpu-flag",
                        "refuses the flag of one CPU in batches",
                        Recipe.linux("7.0").lacking(Behaviour.CPU_FLAGS)));
    }

    static boolean unreadable(Input key) {
        return key instanceof Input.Unreadable;
    }

    private static Recipe newer(LongUnaryOperator flags) {
        return Recipe.linux("7.0")
                .and(Faults.as(Update.class, c -> withFlags(c, flags.applyAsLong(c.flags()))));
    }

    private static Update withFlags(Update c, long flags) {
        return new Update(c.map(), c.key(), c.value(), flags);
    }
}
