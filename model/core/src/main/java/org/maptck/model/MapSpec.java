package org.maptck.model;

import java.util.Optional;

/// What a caller asks for when it creates a map; any of it may be nonsense, which is then refused.
///
/// @param keySize bytes a key, 0 to 2^32-1
/// @param valueSize bytes a value, 0 to 2^32-1
/// @param maxEntries number of elements, 0 to 2^32-1
/// @param flags the creation flag word, see [Flags]
/// @param name at most 15 characters
/// @param numaNode the node, meaningful with `BPF_F_NUMA_NODE`; -1 for no preference
/// @param mapExtra the `map_extra` field, which array maps do not have
/// @param lock byte offset of a `struct bpf_spin_lock` in the value, if it has one
/// @param exclusive the hash of the only program that may use the map, 32 bytes, if it is for one
public record MapSpec(
        MapType type,
        long keySize,
        long valueSize,
        long maxEntries,
        long flags,
        String name,
        int numaNode,
        long mapExtra,
        Optional<Integer> lock,
        Optional<Input> exclusive) {
    /// Bytes of a key of an array map.
    public static final int KEY_SIZE = 4;

    private static final long U32 = 0xffff_ffffL;

    public MapSpec {
        u32("key_size", keySize);
        u32("value_size", valueSize);
        u32("max_entries", maxEntries);
        u32("map_flags", flags);
        if (exclusive.isPresent() && exclusive.get() instanceof Input.InMapping) {
            throw new IllegalArgumentException("exclusive in a mapping, wanted memory of its own");
        }
    }

    private static void u32(String field, long value) {
        if (value < 0 || value > U32) {
            throw new IllegalArgumentException(field + " " + value + ", wanted 0 to 4294967295");
        }
    }

    /// A map of 4-byte keys without flags, name or lock.
    public static MapSpec of(MapType type, long valueSize, long maxEntries) {
        return new MapSpec(
                type,
                KEY_SIZE,
                valueSize,
                maxEntries,
                0,
                "",
                0,
                0,
                Optional.empty(),
                Optional.empty());
    }

    /// The same with another flag word.
    public MapSpec withFlags(long newFlags) {
        return new MapSpec(
                type,
                keySize,
                valueSize,
                maxEntries,
                newFlags,
                name,
                numaNode,
                mapExtra,
                lock,
                exclusive);
    }

    /// The same with another key size.
    public MapSpec withKeySize(long newKeySize) {
        return new MapSpec(
                type,
                newKeySize,
                valueSize,
                maxEntries,
                flags,
                name,
                numaNode,
                mapExtra,
                lock,
                exclusive);
    }

    /// The same with another name.
    public MapSpec withName(String newName) {
        return new MapSpec(
                type,
                keySize,
                valueSize,
                maxEntries,
                flags,
                newName,
                numaNode,
                mapExtra,
                lock,
                exclusive);
    }

    /// The same with a spin lock at a byte offset of the value.
    public MapSpec withLock(int offset) {
        return new MapSpec(
                type,
                keySize,
                valueSize,
                maxEntries,
                flags,
                name,
                numaNode,
                mapExtra,
                Optional.of(offset),
                exclusive);
    }

    /// The same for the program of a hash alone.
    public MapSpec withExclusive(Input hash) {
        return new MapSpec(
                type,
                keySize,
                valueSize,
                maxEntries,
                flags,
                name,
                numaNode,
                mapExtra,
                lock,
                Optional.of(hash));
    }

    /// The same with another NUMA node.
    public MapSpec withNumaNode(int node) {
        return new MapSpec(
                type, keySize, valueSize, maxEntries, flags, name, node, mapExtra, lock, exclusive);
    }

    /// The same with another `map_extra` word.
    public MapSpec withMapExtra(long extra) {
        return new MapSpec(
                type,
                keySize,
                valueSize,
                maxEntries,
                flags,
                name,
                numaNode,
                extra,
                lock,
                exclusive);
    }

    /// Bytes from one element to the next: the value size rounded up to a multiple of 8.
    public long stride() {
        return (valueSize + 7) & ~7L;
    }

    /// Bytes of a value as user space sees it: the value itself, or a stride for each possible CPU.
    public long userValueSize(int possibleCpus) {
        return type.perCpu() ? stride() * possibleCpus : valueSize;
    }
}
