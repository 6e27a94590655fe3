package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.created;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.info;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.Predicate;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command.Create;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;

/// Faults in names, nodes and extras of maps, and in what a map says of itself.
final class DescriptionFaults {
    private static final int NAME_LIMIT = 15;

    private DescriptionFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "flags-not-told",
                                "array.create.flags-kept",
                                "tells no flags of any map",
                                info(info -> told(info, info.name(), 0)))
                        .seen("ebpf-for-windows"),
                bad(
                        "mode-told",
                        "array.create.flags-kept",
                        "tells BPF_F_MMAPABLE as BPF_F_RDONLY",
                        info(info -> told(info, info.name(), info.flags() >> 7))),
                bad(
                        "node-always-checked",
                        "array.create.node-ignored",
                        "refuses a node that is not there without BPF_F_NUMA_NODE",
                        refused(
                                spec ->
                                        (spec.flags() & Flags.NUMA_NODE) == 0
                                                && spec.numaNode() > 0,
                                Errno.EINVAL)),
                bad(
                                "node-unchecked",
                                "array.create.node-bad",
                                "creates a map on a node that is not there",
                                created(spec -> spec.withNumaNode(0)))
                        .seen("release candidates of Linux 4.14"),
                bad(
                        "node-any-refused",
                        "array.create.node-any",
                        "takes node -1 for one that is not there",
                        refused(
                                spec ->
                                        (spec.flags() & Flags.NUMA_NODE) != 0
                                                && spec.numaNode() == -1,
                                Errno.EINVAL)),
                bad(
                        "per-cpu-node-accepted",
                        "percpu.create.node",
                        "places a per-CPU array on one node",
                        created(spec -> spec.type().perCpu() ? spec.withNumaNode(-1) : spec)),
                bad(
                        "map-extra-ignored",
                        "array.create.extra",
                        "creates a map with a map_extra word",
                        created(spec -> spec.withMapExtra(0))),
                bad(
                        "map-extra-low-half",
                        "array.create.extra",
                        "looks at the low half of map_extra alone",
                        created(spec -> spec.withMapExtra(spec.mapExtra() & 0xffff_ffffL))),
                bad(
                        "name-of-16-cut",
                        "array.create.name-length",
                        "cuts a name that is too long",
                        created(spec -> spec.withName(cut(spec.name(), NAME_LIMIT)))),
                bad(
                        "name-of-15-refused",
                        "array.create.name-length",
                        "refuses a name of 15 bytes",
                        refused(spec -> spec.name().length() == NAME_LIMIT, Errno.EINVAL)),
                bad(
                        "name-not-told",
                        "example.create",
                        "tells no name of any map",
                        info(info -> told(info, "", info.flags()))),
                bad(
                        "name-dash-accepted",
                        "array.create.name-characters",
                        "creates a map with a dash in its name",
                        created(spec -> spec.withName(spec.name().replace('-', '_')))),
                bad(
                                "name-dot-refused",
                                "array.create.name-characters",
                                "refuses a dot in a name",
                                Recipe.without(Behaviour.NAME_DOT))
                        .seen("Linux before 5.2"),
                bad(
                        "name-before-memory",
                        "array.create.order",
                        "looks at the name before the memory",
                        refused(
                                spec ->
                                        spec.name().length() > NAME_LIMIT
                                                && spec.maxEntries() * spec.stride() > 1L << 33,
                                Errno.EINVAL)));
    }

    static Fault refused(Predicate<MapSpec> which, Errno errno) {
        return refuses(Create.class, (c, _) -> which.test(c.spec()), errno);
    }

    private static MapInfo told(MapInfo info, String name, long flags) {
        return new MapInfo(
                info.type(),
                info.keySize(),
                info.valueSize(),
                info.maxEntries(),
                flags,
                name,
                info.id(),
                info.mapExtra());
    }

    static String cut(String name, int length) {
        return name.length() > length ? name.substring(0, length) : name;
    }
}
