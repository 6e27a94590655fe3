package org.maptck.model;

/// What a program does with an element of a map that it found in a map of maps.
public sealed interface Deed {
    /// `bpf_map_lookup_elem`, then a load of the whole value.
    record Lookup() implements Deed {}

    /// `bpf_map_lookup_percpu_elem`, then a load of the whole value.
    record LookupPercpu(long cpu) implements Deed {}

    /// `bpf_map_update_elem`.
    ///
    /// @param value `value_size` bytes
    record Update(Bytes value, long flags) implements Deed {}
}
