package org.maptck.model;

import java.util.Locale;

/// The kinds of maps whose values are maps; their keys have 4 bytes.
public enum OuterKind {
    /// `BPF_MAP_TYPE_ARRAY_OF_MAPS`: a place for every index below the number of entries.
    ARRAY_OF_MAPS,
    /// `BPF_MAP_TYPE_HASH_OF_MAPS`: any key, up to the number of entries.
    HASH_OF_MAPS;

    /// The name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
