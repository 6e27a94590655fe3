package org.maptck.model;

/// One thing that a BPF program does with a map. Each step looks its element up anew and does
/// nothing else where there is none, as a program must that the verifier is to accept.
public sealed interface Step {
    /// `bpf_map_lookup_elem`, then a load of the whole value: [Outcome.Found] (`value_size` bytes,
    /// on a per-CPU array those of the running CPU) or [Outcome.Absent].
    record Lookup(Handle map, Operand index) implements Step {}

    /// `bpf_map_lookup_percpu_elem`, then a load of the whole value: [Outcome.Found] or
    /// [Outcome.Absent].
    record LookupPercpu(Handle map, Operand index, long cpu) implements Step {}

    /// `bpf_map_update_elem`: [Outcome.Done], [Outcome.Refused] for a negative errno, or
    /// [Outcome.Returned] for any other number.
    ///
    /// @param value `value_size` bytes
    record Update(Handle map, Operand index, Bytes value, long flags) implements Step {}

    /// `bpf_map_delete_elem`, answered like [Update].
    record Delete(Handle map, Operand index) implements Step {}

    /// A load of 1, 2, 4 or 8 bytes through the looked-up pointer: [Outcome.Returned] or
    /// [Outcome.Absent].
    record Load(Handle map, Operand index, int offset, int width) implements Step {}

    /// A store of 1, 2, 4 or 8 bytes through the looked-up pointer: [Outcome.Done] or
    /// [Outcome.Absent].
    record Store(Handle map, Operand index, int offset, int width, Operand value) implements Step {}

    /// A store through the pointer that `bpf_map_lookup_percpu_elem` gives for a CPU.
    record StorePercpu(Handle map, Operand index, long cpu, int offset, int width, Operand value)
            implements Step {}

    /// An atomic add of 4 or 8 bytes through the looked-up pointer (`__sync_fetch_and_add`):
    /// [Outcome.Returned] with the value before, or [Outcome.Absent].
    record AtomicAdd(Handle map, Operand index, int offset, int width, Operand addend)
            implements Step {}

    /// `bpf_for_each_map_elem` with a callback that notes each key and the first
    /// [Outcome.Visited#NOTED] bytes of its value: [Outcome.Visited].
    ///
    /// @param limit the call at which the callback asks to stop; 0 for never
    record ForEach(Handle map, long flags, int limit) implements Step {}

    /// `bpf_spin_lock`, a store of the whole value but the lock, `bpf_spin_unlock`: [Outcome.Done]
    /// or [Outcome.Absent].
    record LockedStore(Handle map, Operand index, Bytes value) implements Step {}

    /// How far the address of an element is from a multiple of 8: [Outcome.Returned] or
    /// [Outcome.Absent].
    record Misalignment(Handle map, Operand index) implements Step {}

    /// Bytes from the address of one element to that of another: [Outcome.Returned] or, where
    /// either is missing, [Outcome.Absent].
    record Distance(Handle map, Operand from, Operand to) implements Step {}
}
