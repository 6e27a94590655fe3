package org.maptck.model;

/// The map types of a trace: the two that are specified, and what surrounds them.
public enum MapType {
    /// `BPF_MAP_TYPE_ARRAY`: one value an element.
    ARRAY,
    /// `BPF_MAP_TYPE_PERCPU_ARRAY`: one value an element and possible CPU.
    PERCPU_ARRAY,
    /// A number that stands for no map type.
    UNKNOWN;

    /// Whether a value has a slot for each possible CPU.
    public boolean perCpu() {
        return this == PERCPU_ARRAY;
    }
}
