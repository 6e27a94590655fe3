package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.created;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command.Create;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;

/// Faults in what a map may be created as.
final class CreationFaults {
    private static final long KNOWN =
            Flags.NUMA_NODE
                    | Flags.RDONLY
                    | Flags.WRONLY
                    | Flags.RDONLY_PROG
                    | Flags.WRONLY_PROG
                    | Flags.MMAPABLE
                    | Flags.INNER_MAP;

    private CreationFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "type-unknown-accepted",
                        "array.create.type",
                        "creates an array for a number that stands for no type",
                        created(spec ->
                                spec.type() == MapType.UNKNOWN
                                        ? MapSpec.of(MapType.ARRAY, 8, 1)
                                        : spec)),
                bad(
                                "type-unknown-errno",
                                "array.create.type",
                                "refuses an unknown type with EPERM",
                                DescriptionFaults.refused(
                                        spec -> spec.type() == MapType.UNKNOWN, Errno.EPERM))
                        .seen("kbpf-basic"),
                bad(
                                "no-elements-accepted",
                                "array.create.no-elements",
                                "creates a map of no elements",
                                created(spec ->
                                        spec.maxEntries() == 0 ? Specs.entries(spec, 1) : spec))
                        .seen("bpftime"),
                bad(
                        "per-cpu-no-value-accepted",
                        "percpu.create.no-value",
                        "creates a per-CPU map with values of no bytes",
                        created(spec ->
                                spec.type().perCpu() && spec.valueSize() == 0
                                        ? Specs.valueSize(spec, 1)
                                        : spec)),
                bad(
                        "value-limit-errno",
                        "array.create.value-limit",
                        "refuses a value of 2^31 bytes with EINVAL",
                        errno(Create.class, Errno.E2BIG, Errno.EINVAL)),
                bad(
                                "value-limit-4-mib",
                                "array.create.value-limit",
                                "refuses values of more than 4 MiB",
                                Recipe.without(Behaviour.LARGE_VALUE))
                        .seen("Linux before 6.0"),
                bad(
                                "size-32-bit",
                                "array.create.memory",
                                "computes the size of all elements in 32 bits",
                                instead(Create.class, CreationFaults::small))
                        .seen("Linux before 4.4"),
                bad(
                        "memory-errno",
                        "array.create.memory",
                        "refuses a map that exceeds the memory with E2BIG",
                        errno(Create.class, Errno.ENOMEM, Errno.E2BIG)),
                bad(
                                "create-flags-ignored",
                                "array.create.flags",
                                "creates an array with flags that there are not",
                                unknownDropped(MapType.ARRAY, ~KNOWN))
                        .seen("generic-ebpf, bpftime, kbpf-basic, rCore"),
                bad(
                                "create-no-prealloc-accepted",
                                "array.create.flags",
                                "creates an array with BPF_F_NO_PREALLOC",
                                unknownDropped(MapType.ARRAY, Flags.NO_PREALLOC))
                        .seen("Starnix"),
                bad(
                        "create-high-flag-accepted",
                        "array.create.flags",
                        "looks at the low 16 bits of the creation flags alone",
                        unknownDropped(MapType.ARRAY, 0xffff_0000L)),
                bad(
                        "create-flags-errno",
                        "array.create.flags",
                        "refuses unknown creation flags with EOPNOTSUPP",
                        DescriptionFaults.refused(
                                spec -> (spec.flags() & ~KNOWN) != 0, Errno.EOPNOTSUPP)),
                bad(
                                "create-access-flags-refused",
                                "array.create.flags",
                                "refuses the flags that limit programs",
                                Recipe.without(Behaviour.PROGRAM_ACCESS))
                        .seen("ebpf-for-windows, TheKernel, BPFabric, netdevsim, nfp"),
                bad(
                        "create-inner-map-refused",
                        "array.create.flags",
                        "refuses BPF_F_INNER_MAP",
                        Recipe.without(Behaviour.INNER_MAP)),
                bad(
                        "per-cpu-mappable-created",
                        "mmap.array-only",
                        "creates a per-CPU array with BPF_F_MMAPABLE",
                        unknownDropped(MapType.PERCPU_ARRAY, Flags.MMAPABLE)),
                bad(
                        "per-cpu-inner-map-created",
                        "percpu.create.flags",
                        "creates a per-CPU array with BPF_F_INNER_MAP",
                        unknownDropped(MapType.PERCPU_ARRAY, Flags.INNER_MAP)),
                bad(
                        "per-cpu-create-flags-ignored",
                        "percpu.create.flags",
                        "creates a per-CPU array with flags that there are not",
                        unknownDropped(MapType.PERCPU_ARRAY, ~KNOWN)),
                bad(
                        "both-modes-accepted",
                        "array.create.one-mode",
                        "takes BPF_F_RDONLY with BPF_F_WRONLY for neither",
                        neither(Flags.RDONLY | Flags.WRONLY)),
                bad(
                        "both-program-flags-accepted",
                        "array.create.one-program-access",
                        "takes BPF_F_RDONLY_PROG with BPF_F_WRONLY_PROG for neither",
                        neither(Flags.RDONLY_PROG | Flags.WRONLY_PROG)),
                bad(
                        "mode-and-program-flags-refused",
                        "array.create.mode-and-program-access",
                        "refuses a limit of the descriptor together with one of programs",
                        DescriptionFaults.refused(
                                spec ->
                                        (spec.flags() & (Flags.RDONLY | Flags.WRONLY)) != 0
                                                && (spec.flags() & 0x180) != 0,
                                Errno.EINVAL)),
                bad(
                        "mappable-alone",
                        "array.create.mappable-combined",
                        "refuses BPF_F_MMAPABLE together with BPF_F_INNER_MAP",
                        DescriptionFaults.refused(spec -> spec.flags() == 0x1400, Errno.EINVAL)),
                bad(
                        "size-before-attributes",
                        "array.create.order",
                        "looks at the value size before everything else",
                        DescriptionFaults.refused(
                                spec -> spec.valueSize() > Integer.MAX_VALUE, Errno.E2BIG)),
                bad(
                        "example-of-256-cut",
                        "example.declaration",
                        "has 255 elements where 256 were asked for",
                        created(spec ->
                                spec.maxEntries() == 256 ? Specs.entries(spec, 255) : spec)),
                bad(
                        "memory-missing-accepted",
                        "array.create.memory",
                        "says that a map without memory was created",
                        accepts(Create.class, (_, _) -> true, Errno.ENOMEM)));
    }

    private static Fault unknownDropped(MapType type, long flags) {
        return created(spec -> spec.type() == type ? spec.withFlags(spec.flags() & ~flags) : spec);
    }

    private static Fault neither(long flags) {
        return created(spec ->
                (spec.flags() & flags) == flags ? spec.withFlags(spec.flags() & ~flags) : spec);
    }

    private static Outcome small(Create c, Right right) {
        var outcome = right.apply(c);
        long bytes = c.spec().maxEntries() * c.spec().stride() & 0xffff_ffffL;
        boolean looksSmall = outcome.equals(Refusals.refused(Errno.ENOMEM)) && bytes < 1 << 30;
        return looksSmall
                ? right.apply(new Create(c.map(), Specs.entries(Specs.valueSize(c.spec(), 8), 1)))
                : outcome;
    }
}
