package org.maptck.model.reference;

import org.maptck.model.Handle;
import org.maptck.model.Mapping;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Privilege;
import org.maptck.model.Profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The machine and what there is on it: descriptors and mappings, and behind them the maps.
final class World {
    private static final Descriptor CLOSED = new Descriptor.Closed();
    private static final Region UNMAPPED = new Region.Unmapped();

    private final Platform platform;
    private final Profile profile;
    private final Descriptor[] descriptors = new Descriptor[Handle.COUNT];
    private final Region[] regions = new Region[Mapping.COUNT];
    private final Map<PinName, ArrayMap> pins = new HashMap<>();
    private final Map<Handle, ArrayMap> told = new HashMap<>();
    private Set<Privilege> privileges = Privilege.all();
    private long lastId;

    World(Platform platform, Profile profile) {
        this.platform = platform;
        this.profile = profile;
        clear();
    }

    Platform platform() {
        return platform;
    }

    Profile profile() {
        return profile;
    }

    /// Lets a caller of these privileges alone do something.
    <T> T as(Set<Privilege> fewer, Supplier<T> call) {
        privileges = fewer;
        try {
            return call.get();
        } finally {
            privileges = Privilege.all();
        }
    }

    /// Whether the caller has a privilege, which who has `CAP_SYS_ADMIN` always has.
    boolean may(Privilege privilege) {
        return privileges.contains(privilege) || privileges.contains(Privilege.SYS_ADMIN);
    }

    Descriptor descriptor(Handle handle) {
        return descriptors[handle.number()];
    }

    void bind(Handle handle, Descriptor descriptor) {
        descriptors[handle.number()] = descriptor;
    }

    void close(Handle handle) {
        descriptors[handle.number()] = CLOSED;
    }

    Region region(Mapping mapping) {
        return regions[mapping.number()];
    }

    void map(Mapping mapping, Region.Mapped region) {
        regions[mapping.number()] = region;
    }

    void unmap(Mapping mapping) {
        regions[mapping.number()] = UNMAPPED;
    }

    boolean hasWritableMapping(ArrayMap map) {
        return Arrays.stream(regions)
                .anyMatch(r -> r instanceof Region.Mapped m && m.map() == map && m.madeWritable());
    }

    /// The id of a map to be made; none is used twice.
    long newId() {
        return ++lastId;
    }

    /// The caller has learnt the id of the map that a handle stands for.
    void tell(Handle handle, ArrayMap map) {
        told.put(handle, map);
    }

    /// The map whose id the caller knows from a handle.
    Optional<ArrayMap> told(Handle handle) {
        return Optional.ofNullable(told.get(handle));
    }

    Optional<ArrayMap> pinned(PinName name) {
        return Optional.ofNullable(pins.get(name));
    }

    void pin(PinName name, ArrayMap map) {
        pins.put(name, map);
    }

    void unpin(PinName name) {
        pins.remove(name);
    }

    /// Whether anything still refers to a map.
    boolean lives(ArrayMap map) {
        return pins.containsValue(map)
                || Arrays.stream(descriptors)
                        .anyMatch(d -> d instanceof Descriptor.Open o && o.map() == map)
                || Arrays.stream(regions)
                        .anyMatch(r -> r instanceof Region.Mapped m && m.map() == map);
    }

    void clear() {
        pins.clear();
        told.clear();
        Arrays.fill(descriptors, CLOSED);
        Arrays.fill(regions, UNMAPPED);
    }
}
