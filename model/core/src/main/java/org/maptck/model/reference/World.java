package org.maptck.model.reference;

import java.util.Arrays;
import org.maptck.model.Handle;
import org.maptck.model.Mapping;
import org.maptck.model.Platform;
import org.maptck.model.Profile;

/// The machine and what there is on it: descriptors and mappings, and behind them the maps.
final class World {
    private static final Descriptor CLOSED = new Descriptor.Closed();
    private static final Region UNMAPPED = new Region.Unmapped();

    private final Platform platform;
    private final Profile profile;
    private final Descriptor[] descriptors = new Descriptor[Handle.COUNT];
    private final Region[] regions = new Region[Mapping.COUNT];

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

    void clear() {
        Arrays.fill(descriptors, CLOSED);
        Arrays.fill(regions, UNMAPPED);
    }
}
