package org.maptck.model;

import java.util.Locale;

/// How a mapping is asked for beyond its protection.
public enum MappingOption {
    /// As usual.
    NONE,
    /// With all pages at hand (`MAP_POPULATE`).
    POPULATED,
    /// With all pages kept in memory (`MAP_LOCKED`).
    LOCKED,
    /// In huge pages (`MAP_HUGETLB`).
    HUGE,
    /// With stores that are durable (`MAP_SYNC`, which comes with `MAP_SHARED_VALIDATE` where the
    /// mapping is shared).
    DURABLE;

    /// The name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
