package org.maptck.model;

/// What a map says of itself.
///
/// @param flags the flags that belong to the map, without those of its descriptor
public record MapInfo(
        MapType type, long keySize, long valueSize, long maxEntries, long flags, String name) {}
