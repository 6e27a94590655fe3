package org.maptck.model.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.maptck.model.Handle;
import org.maptck.model.Mapping;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Privilege;
import org.maptck.model.Profile;

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

    /// The caller knows what it knew before, if it knew an id.
    void tellAgain(Handle handle, Optional<ArrayMap> known) {
        told.remove(handle);
        known.ifPresent(map -> told.put(handle, map));
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
                || Arrays.stream(descriptors).anyMatch(d -> holds(d, map))
                || Arrays.stream(regions)
                        .anyMatch(r -> r instanceof Region.Mapped m && m.map() == map);
    }

    private static boolean holds(Descriptor descriptor, ArrayMap map) {
        return switch (descriptor) {
            case Descriptor.Closed() -> false;
            case Descriptor.Open open -> open.map() == map;
            case Descriptor.Outer(var outer) -> outer.holds(map);
        };
    }

    /// All that answers depend on but the numbers of ids, as a value: what each name stands for,
    /// and each map that is still known by one.
    List<Object> state() {
        var maps = new ArrayList<ArrayMap>();
        var state = new ArrayList<Object>();
        for (var descriptor : descriptors) {
            state.add(
                    switch (descriptor) {
                        case Descriptor.Closed() -> List.of();
                        case Descriptor.Open(var map, boolean reads, boolean writes) ->
                                List.of(number(map, maps), reads, writes);
                        case Descriptor.Outer(var outer) -> outer.state(map -> number(map, maps));
                    });
        }
        for (var region : regions) {
            state.add(region instanceof Region.Mapped mapped ? mapped(mapped, maps) : List.of());
        }
        state.add(numbers(pins, maps));
        state.add(numbers(told, maps));
        maps.forEach(map -> state.add(map.state()));
        return state;
    }

    private static List<Object> mapped(Region.Mapped region, List<ArrayMap> maps) {
        return List.of(
                number(region.map(), maps),
                region.offset(),
                region.length(),
                region.madeWritable(),
                region.present(),
                region.protection());
    }

    private static <K> Map<K, Integer> numbers(Map<K, ArrayMap> names, List<ArrayMap> maps) {
        var numbers = new HashMap<K, Integer>();
        names.forEach((name, map) -> numbers.put(name, number(map, maps)));
        return numbers;
    }

    private static int number(ArrayMap map, List<ArrayMap> maps) {
        if (!maps.contains(map)) {
            maps.add(map);
        }
        return maps.indexOf(map);
    }

    void clear() {
        pins.clear();
        told.clear();
        Arrays.fill(descriptors, CLOSED);
        Arrays.fill(regions, UNMAPPED);
    }
}
