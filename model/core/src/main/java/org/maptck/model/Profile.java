package org.maptck.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an array map does on a kernel version, as the set of [Behaviour] it has.
///
/// A profile is derived from the one before it by adding what is new:
///
/// ```java
/// Profile.of(Version.of("5.4")).with(Behaviour.MMAPABLE)   // a backport
/// ```
public record Profile(Version version, Set<Behaviour> behaviours) {
    /// The oldest version with array maps.
    public static final Version OLDEST = new Version(3, 19);

    /// The last version without them.
    public static final Version BEFORE = new Version(3, 18);

    /// The newest version whose sources were read.
    public static final Version NEWEST = new Version(7, 3);

    public Profile {
        var sorted = EnumSet.noneOf(Behaviour.class);
        sorted.addAll(behaviours);
        behaviours = Collections.unmodifiableSet(sorted);
    }

    /// What the maintained kernels of a version took over from later ones, as recordings of them
    /// show.
    private static final Map<Version, Set<Behaviour>> TAKEN_OVER =
            Map.of(
                    new Version(5, 10), Set.of(Behaviour.PERCPU_VALUE_TOO_BIG),
                    new Version(6, 1), Set.of(Behaviour.PERCPU_VALUE_TOO_BIG));

    /// The profile of a kernel version: that of the last change before it, what is new in it, and
    /// what its last point release took over.
    public static Profile of(Version version) {
        var profile = new Profile(version, Set.of());
        for (Behaviour next : inOrder()) {
            if (version.atLeast(next.since())) {
                profile = profile.with(next);
            }
        }
        for (Behaviour later : TAKEN_OVER.getOrDefault(version, Set.of())) {
            profile = profile.with(later);
        }
        return profile;
    }

    /// What changed between two versions, in whichever order they are given: oldest change first.
    public static List<Behaviour> changes(Version one, Version other) {
        boolean forward = other.atLeast(one);
        Version from = forward ? one : other;
        Version to = forward ? other : one;
        return inOrder().stream()
                .filter(b -> !from.atLeast(b.since()) && to.atLeast(b.since()))
                .toList();
    }

    /// The same with one behaviour more.
    public Profile with(Behaviour behaviour) {
        var more = EnumSet.of(behaviour);
        more.addAll(behaviours);
        return new Profile(version, more);
    }

    /// The same with one behaviour less.
    public Profile without(Behaviour behaviour) {
        var less = EnumSet.complementOf(EnumSet.of(behaviour));
        less.retainAll(behaviours);
        return new Profile(version, less);
    }

    /// Whether the version behaves so.
    public boolean has(Behaviour behaviour) {
        return behaviours.contains(behaviour);
    }

    private static List<Behaviour> inOrder() {
        var all = new ArrayList<>(List.of(Behaviour.values()));
        all.sort(Comparator.comparing(Behaviour::since));
        return all;
    }
}
