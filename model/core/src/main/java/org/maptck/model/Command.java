package org.maptck.model;

import java.util.List;

/// Everything that a caller can do. Every command is legal in every state; a map may refuse it.
///
/// Offsets and lengths are in bytes, counts in elements, flag words and numbers unsigned. A command
/// on a handle that is not bound is refused with EBADF, a memory access outside a mapping, or
/// against its protection, with EFAULT.
public sealed interface Command {
    // ---- the syscall face ----

    /// Creates a map and binds the handle to it, closing what the handle was bound to.
    record Create(Handle map, MapSpec spec) implements Command {}

    /// Closes the handle.
    record Close(Handle map) implements Command {}

    /// Reads one element: [Outcome.Found] with the user-space value, or [Outcome.Refused].
    record Lookup(Handle map, Input key, long flags, Output value) implements Command {}

    /// Writes one element.
    record Update(Handle map, Input key, Input value, long flags) implements Command {}

    /// Deletes one element, which no array map does.
    record Delete(Handle map, Input key) implements Command {}

    /// Reads one element and deletes it, which no array map does.
    record LookupAndDelete(Handle map, Input key, long flags, Output value) implements Command {}

    /// The key after the given one, or the first: [Outcome.Found] with 4 bytes.
    record NextKey(Handle map, Input key, Output next) implements Command {}

    /// Reads up to `count` elements after the one whose key `start` holds, or from the first on
    /// where `start` is [Input.Null]: [Outcome.Batched].
    record LookupBatch(
            Handle map,
            Input start,
            Output cursor,
            Output keys,
            Output values,
            long count,
            long flags)
            implements Command {}

    /// Writes `count` elements in order: [Outcome.Batched].
    record UpdateBatch(Handle map, Input keys, Input values, long count, long flags)
            implements Command {}

    /// Deletes `count` elements, which no array map does: [Outcome.Batched].
    record DeleteBatch(Handle map, Input keys, long count, long flags) implements Command {}

    /// Reads and deletes up to `count` elements, which no array map does: [Outcome.Batched].
    record LookupAndDeleteBatch(Handle map, Input start, long count, long flags)
            implements Command {}

    /// Makes the map read-only for system calls, for good.
    record Freeze(Handle map) implements Command {}

    /// What the map says of itself: [Outcome.Described].
    record GetInfo(Handle map) implements Command {}

    // ---- the memory face ----

    /// Maps part of a map into memory and binds the mapping, unmapping what it was bound to.
    ///
    /// @param shared whether stores reach the map (`MAP_SHARED`) or a private copy
    record MapMemory(
            Mapping mapping,
            Handle map,
            long offset,
            long length,
            Protection protection,
            boolean shared)
            implements Command {}

    /// Loads bytes of a mapping: [Outcome.Found].
    record ReadMemory(Mapping mapping, long offset, int length) implements Command {}

    /// Stores bytes into a mapping.
    record WriteMemory(Mapping mapping, long offset, Bytes bytes) implements Command {}

    /// Adds to 4 or 8 bytes of a mapping, atomically: [Outcome.Returned] with the value before.
    record AddMemory(Mapping mapping, long offset, int width, long addend) implements Command {}

    /// Changes what the whole mapping lets its owner do.
    record Protect(Mapping mapping, Protection protection) implements Command {}

    /// Ends the mapping.
    record Unmap(Mapping mapping) implements Command {}

    // ---- the program face ----

    /// Loads a program of these steps and runs it `repeat` times on a CPU, over a packet:
    /// [Outcome.Ran] with what the steps of the last run saw, or [Outcome.Refused] where the
    /// program does not load or the CPU is none to run on (EINVAL).
    ///
    /// @param packet at least 14 bytes, from the Ethernet header on
    /// @param repeat 1 or more
    record Run(int cpu, Bytes packet, int repeat, List<Step> steps, Loading loading)
            implements Command {
        /// The packet of a program that does not look at its packet.
        public static final Bytes NO_PACKET = Bytes.zeros(64);

        /// A classifier.
        public Run(int cpu, Bytes packet, int repeat, List<Step> steps) {
            this(cpu, packet, repeat, steps, Loading.CLASSIFIER);
        }

        public Run {
            steps = List.copyOf(steps);
        }

        /// One run over [#NO_PACKET].
        public static Run once(int cpu, Step... steps) {
            return new Run(cpu, NO_PACKET, 1, List.of(steps));
        }
    }

    /// Lets several callers each do their own command `times` times, all at once: [Outcome.Raced].
    record Race(List<Command> callers, int times) implements Command {
        public Race {
            callers = List.copyOf(callers);
        }
    }

    // ---- identity and lifetime ----

    /// Makes another descriptor of the same map, of the same mode, and binds `copy` to it.
    record Duplicate(Handle map, Handle copy) implements Command {}

    /// Opens a map by its id, with `BPF_F_RDONLY`, `BPF_F_WRONLY` or neither, and binds `map` to
    /// the new descriptor. The id is what [GetInfo] last told of the handle `known`, which may be
    /// closed since; before it told any, it is 0, which no map has (ENOENT).
    record OpenById(Handle map, Handle known, long flags) implements Command {}

    /// Pins the map under a name in a file system of the implementation's own. A descriptor that is
    /// none is EINVAL here.
    record Pin(Handle map, PinName name) implements Command {}

    /// Opens a pinned map, with `BPF_F_RDONLY`, `BPF_F_WRONLY` or neither, and binds `map` to the
    /// new descriptor.
    record OpenPin(Handle map, PinName name, long flags) implements Command {}

    /// Removes a name that [Pin] gave.
    record Unpin(PinName name) implements Command {}

    // ---- maps of maps ----

    /// Creates a map of maps that takes maps like the template, and binds the handle to it. To all
    /// commands that do not speak of maps of maps, but for [Close], such a handle is a closed one.
    record CreateOuter(Handle map, OuterKind kind, long maxEntries, Handle template)
            implements Command {
        /// The most entries that are asked for; more are [Outcome.Unsupported].
        public static final long LIMIT = 1 << 16;
    }

    /// Puts a map into a map of maps, in place of what is there.
    record Insert(Handle map, long index, Handle inner) implements Command {}

    /// Looks a map up in a map of maps, and binds `map` to a new descriptor of the map whose id it
    /// finds; ENOENT where there is none.
    record OpenInner(Handle map, Handle outer, long index) implements Command {}

    // ---- iterators ----

    /// Runs an iterator's program for each element, and once more at the end: [Outcome.Visited]
    /// with the number of runs, the last one included.
    ///
    /// @param closing whether the handle, and the link that the iterator was made from, are closed
    ///   before it is read
    record Iterate(Handle map, Iteration iteration, boolean closing) implements Command {}

    // ---- the envelope of the system call ----

    /// Does a command whose arguments are handed over in an unusual way: whatever the command's own
    /// outcome is. Creations without lock, lookups, updates, deletes, next keys, batches of lookups
    /// and of updates, freezing and information come in envelopes.
    record Enveloped(Command inner, Envelope envelope) implements Command {
        /// @throws IllegalArgumentException where the envelope would change a field of the command,
        ///   or cut one in two
        public Enveloped {
            envelope.demandFits(inner);
        }
    }
}
