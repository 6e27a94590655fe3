package org.maptck.model.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.maptck.model.OuterKind;

/// A map of maps: what it takes, and what is in it. It does not keep its template alive.
final class OuterMap {
    private final OuterKind kind;
    private final long maxEntries;
    private final ArrayMap template;
    private final Map<Long, ArrayMap> inner = new HashMap<>();

    OuterMap(OuterKind kind, long maxEntries, ArrayMap template) {
        this.kind = kind;
        this.maxEntries = maxEntries;
        this.template = template;
    }

    ArrayMap template() {
        return template;
    }

    /// Whether there is a place for that index: in an array one for each below its length, in a
    /// hash any until it is full.
    boolean hasRoom(long index) {
        return switch (kind) {
            case ARRAY_OF_MAPS -> index < maxEntries;
            case HASH_OF_MAPS -> inner.containsKey(index) || inner.size() < maxEntries;
        };
    }

    boolean isArray() {
        return kind == OuterKind.ARRAY_OF_MAPS;
    }

    void put(long index, ArrayMap map) {
        inner.put(index, map);
    }

    Optional<ArrayMap> get(long index) {
        return Optional.ofNullable(inner.get(index));
    }

    boolean holds(ArrayMap map) {
        return inner.containsValue(map);
    }

    /// What the answers of the map depend on, with a number for each map in it.
    List<Object> state(ToIntFunction<ArrayMap> number) {
        var numbers = new HashMap<Long, Integer>();
        inner.forEach((index, map) -> numbers.put(index, number.applyAsInt(map)));
        return List.of(kind, maxEntries, number.applyAsInt(template), numbers);
    }
}
