package org.maptck.features;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maptck.model.Capability;
import org.maptck.model.MapType;
import org.maptck.model.Version;
import org.maptck.reports.Face;
import org.maptck.reports.Level;

/// What the tags of a rule or scenario say.
record Tags(List<String> all) {
    private static final Version PERCPU = new Version(4, 6);

    /// The id of the rule.
    Optional<String> rule() {
        return after("@rule:").findFirst();
    }

    /// The weakest authority among the tags: a scenario may need a weaker one than its rule.
    Level level() {
        return Arrays.stream(Level.values())
                .filter(level -> all.contains("@" + level.id()))
                .reduce((_, later) -> later)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no level, wanted @documented, @manual or @observed"));
    }

    /// The faces; the system calls where none is named.
    Set<Face> faces() {
        var named = Arrays.stream(Face.values()).filter(face -> all.contains("@" + face.id()));
        var faces = named.collect(Collectors.toCollection(() -> EnumSet.noneOf(Face.class)));
        return faces.isEmpty() ? EnumSet.of(Face.SYSCALL) : faces;
    }

    /// The map types that a rule speaks of; both where none is named.
    Set<MapType> types() {
        var types = EnumSet.of(MapType.ARRAY, MapType.PERCPU_ARRAY);
        if (all.contains("@array") != all.contains("@percpu")) {
            types.remove(all.contains("@array") ? MapType.PERCPU_ARRAY : MapType.ARRAY);
        }
        return types;
    }

    /// What an implementation must offer to be asked.
    Set<Capability> needs() {
        var needs =
                after("@needs:")
                        .map(Capability::of)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Capability.class)));
        if (all.contains("@percpu")) {
            needs.add(Capability.PERCPU);
        }
        if (all.contains("@program")) {
            needs.add(Capability.PROGRAM);
        }
        if (all.contains("@memory")) {
            needs.add(Capability.MMAP);
        }
        needs.removeAll(lacks());
        return needs;
    }

    /// What an implementation must not offer to be asked.
    Set<Capability> lacks() {
        return after("@lacks:").map(Capability::of).collect(Collectors.toSet());
    }

    /// The version from which on a rule holds; per-CPU array maps have one of their own.
    Optional<Version> since() {
        var percpu = all.contains("@percpu") ? Stream.of(PERCPU) : Stream.<Version>empty();
        var named = after("@since-").map(Version::of);
        return Stream.concat(percpu, named).max(Version::compareTo);
    }

    Optional<Version> until() {
        return after("@until-").map(Version::of).min(Version::compareTo);
    }

    /// The bytes a page of the machines that a scenario is about, where it is not about all.
    Optional<Integer> pages() {
        return after("@page-").map(Integer::valueOf).findFirst();
    }

    /// The bits a word of the machines that a scenario is about, where it is not about all.
    Optional<Integer> words() {
        return after("@word-").map(Integer::valueOf).findFirst();
    }

    private Stream<String> after(String mark) {
        return all.stream()
                .filter(tag -> tag.startsWith(mark))
                .map(t -> t.substring(mark.length()));
    }
}
