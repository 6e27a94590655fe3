package org.maptck.model;

/// What a map says of itself.
///
/// @param flags the flags that belong to the map, without those of its descriptor
/// @param id the number by which the machine knows the map while it lives, 1 to 2^31-1; 0 of an
///   implementation that has none
/// @param mapExtra the `map_extra` word
public record MapInfo(
        MapType type,
        long keySize,
        long valueSize,
        long maxEntries,
        long flags,
        String name,
        long id,
        long mapExtra) {
    /// One without id and `map_extra`.
    public MapInfo(
            MapType type, long keySize, long valueSize, long maxEntries, long flags, String name) {
        this(type, keySize, valueSize, maxEntries, flags, name, 0, 0);
    }

    /// The same with another id.
    public MapInfo withId(long newId) {
        return new MapInfo(type, keySize, valueSize, maxEntries, flags, name, newId, mapExtra);
    }
}
