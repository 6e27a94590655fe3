package org.maptck.model;

/// One thing that a BPF program does with a map. Each step looks its element up anew and does
/// nothing else where there is none, as a program must that the verifier is to accept. There are no
/// loads and stores of other widths than 1, 2, 4 and 8 bytes, so that no step has one.
public sealed interface Step {
    /// The map that the step is about.
    Handle map();

    /// Whether it has an atomic instruction that fetches.
    default boolean fetches() {
        return this instanceof AtomicAdd
                || this instanceof Atomic
                || this instanceof CompareExchange;
    }

    /// Whether it gives a helper a function of the program.
    default boolean walks() {
        return this instanceof ForEach
                || this instanceof ForEachAdding
                || (this instanceof Unreached(_, var oddity, _) && oddity.walks());
    }

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
    record Load(Handle map, Operand index, int offset, int width) implements Step {
        public Load {
            Width.check(width);
        }
    }

    /// A store of 1, 2, 4 or 8 bytes through the looked-up pointer: [Outcome.Done] or
    /// [Outcome.Absent].
    record Store(Handle map, Operand index, int offset, int width, Operand value) implements Step {
        public Store {
            Width.check(width);
        }
    }

    /// A store through the pointer that `bpf_map_lookup_percpu_elem` gives for a CPU.
    record StorePercpu(Handle map, Operand index, long cpu, int offset, int width, Operand value)
            implements Step {
        public StorePercpu {
            Width.check(width);
        }
    }

    /// An atomic add of 4 or 8 bytes through the looked-up pointer (`__sync_fetch_and_add`):
    /// [Outcome.Returned] with the value before, or [Outcome.Absent].
    record AtomicAdd(Handle map, Operand index, int offset, int width, Operand addend)
            implements Step {
        public AtomicAdd {
            Width.check(width);
        }
    }

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

    // ---- more ways to change and to reach an element ----

    /// A load, an add and a store, of 1, 2, 4 or 8 bytes, in three instructions: [Outcome.Done] or
    /// [Outcome.Absent].
    record PlainAdd(Handle map, Operand index, int offset, int width, Operand addend)
            implements Step {
        public PlainAdd {
            Width.check(width);
        }
    }

    /// An atomic instruction that fetches, of 4 or 8 bytes: [Outcome.Returned] with what was there
    /// before, or [Outcome.Absent].
    record Atomic(
            Handle map,
            Operand index,
            int offset,
            int width,
            AtomicOperation operation,
            Operand operand)
            implements Step {
        public Atomic {
            Width.check(width);
        }
    }

    /// An atomic store of 4 or 8 bytes where `expected` is there: answered like [Atomic].
    record CompareExchange(
            Handle map, Operand index, int offset, int width, Operand expected, Operand value)
            implements Step {
        public CompareExchange {
            Width.check(width);
        }
    }

    /// `bpf_map_update_elem` with the element at `from` of the same map as the value: answered like
    /// [Update], or [Outcome.Absent] where there is no such element.
    record UpdateFrom(Handle map, Operand index, Operand from, long flags) implements Step {}

    /// A walk like [ForEach] whose callback, after its note, adds to the first 8 bytes of the next
    /// element.
    record ForEachAdding(Handle map, long addend) implements Step {}

    /// A load through an address in the map's one value that the program has from its loading on,
    /// without a look-up: [Outcome.Returned].
    ///
    /// @param address bytes from the beginning of the value, unsigned 32 bits
    /// @param offset bytes from there, signed
    record DirectLoad(Handle map, int address, int offset, int width) implements Step {
        public DirectLoad {
            Width.check(width);
        }
    }

    /// A look-up in a map of maps, then a deed with an element of the map that is there: answered
    /// like the [Lookup], [LookupPercpu] or [Update] of that map, or [Outcome.Absent] where there
    /// is no map.
    ///
    /// @param outer the place in the map of maps
    record Through(Handle map, Operand outer, Operand index, Deed deed) implements Step {}

    /// Code that the verifier has to judge and that no run reaches: [Outcome.Done] where it loads.
    ///
    /// @param number what the oddity needs: a key, an offset, a mask, a result; else 0
    record Unreached(Handle map, Oddity oddity, long number) implements Step {}
}
