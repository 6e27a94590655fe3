package org.maptck.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Everything that a caller can do. Every command is legal in every state; a map may refuse it.
///
/// Offsets and lengths are in bytes, counts in elements, flag words and numbers unsigned. A command
/// on a handle that is not bound is refused with EBADF, a memory access outside a mapping, or
/// against its protection, with EFAULT.
public sealed interface Command {
    /// A command that can be [Enveloped].
    sealed interface Call extends Command {}

    // ---- the syscall face ----

    /// Creates a map and binds the handle to it, closing what the handle was bound to.
    ///
    /// @param extras further arguments
    record Create(Handle map, MapSpec spec, Extras extras) implements Call {
        /// One without further arguments.
        public Create(Handle map, MapSpec spec) {
            this(map, spec, Extras.NONE);
        }
    }

    /// Closes the handle.
    record Close(Handle map) implements Command {}

    /// Reads one element: [Outcome.Found] with the user-space value, or [Outcome.Refused].
    record Lookup(Handle map, Input key, long flags, Output value) implements Call {}

    /// Writes one element.
    record Update(Handle map, Input key, Input value, long flags) implements Call {}

    /// Deletes one element, which no array map does.
    record Delete(Handle map, Input key) implements Call {}

    /// Reads one element and deletes it, which no array map does.
    record LookupAndDelete(Handle map, Input key, long flags, Output value) implements Call {}

    /// The key after the given one, or the first: [Outcome.Found] with 4 bytes.
    record NextKey(Handle map, Input key, Output next) implements Call {}

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
            implements Call {}

    /// Writes `count` elements in order: [Outcome.Batched].
    record UpdateBatch(Handle map, Input keys, Input values, long count, long flags)
            implements Call {}

    /// Deletes `count` elements, which no array map does: [Outcome.Batched].
    record DeleteBatch(Handle map, Input keys, long count, long flags) implements Command {}

    /// Reads and deletes up to `count` elements, which no array map does: [Outcome.Batched].
    record LookupAndDeleteBatch(Handle map, Input start, long count, long flags)
            implements Command {}

    /// Makes the map read-only for system calls, for good.
    record Freeze(Handle map) implements Call {}

    /// What the map says of itself: [Outcome.Described].
    record GetInfo(Handle map) implements Call {}

    /// The same as the bytes that the kernel leaves in the caller's memory: [Outcome.Informed].
    record ReadInfo(Handle map, InfoRequest request) implements Command {}

    /// What the process file system shows of the descriptor: [Outcome.Printed], a line for each of
    /// `flags`, those of the open file in octal, `map_type`, `key_size`, `value_size`,
    /// `max_entries`, `map_flags`, `map_extra`, `memlock`, `map_id` and `frozen`.
    record ShowDescriptor(Handle map) implements Command {}

    /// Tries something with the descriptor as if it were that of a file; [Outcome.Returned] with
    /// the events of a poll.
    record UseFile(Handle map, FileUse use) implements Command {}

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
            boolean shared,
            MappingOption option)
            implements Command {
        /// One as usual.
        public MapMemory(
                Mapping mapping,
                Handle map,
                long offset,
                long length,
                Protection protection,
                boolean shared) {
            this(mapping, map, offset, length, protection, shared, MappingOption.NONE);
        }
    }

    /// Loads bytes of a mapping: [Outcome.Found].
    record ReadMemory(Mapping mapping, long offset, int length) implements Command {}

    /// Stores bytes into a mapping.
    record WriteMemory(Mapping mapping, long offset, Bytes bytes) implements Command {}

    /// Adds to 4 or 8 bytes of a mapping, atomically: [Outcome.Returned] with the value before.
    record AddMemory(Mapping mapping, long offset, int width, long addend) implements Command {}

    /// Changes what the whole mapping lets its owner do.
    record Protect(Mapping mapping, Protection protection) implements Command {}

    /// Tries something with the whole mapping. Bytes of a mapping that was given back are out of
    /// reach (EFAULT) for good.
    record UseMapping(Mapping mapping, MappingUse use) implements Command {}

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

    /// Reads the file that a pinned map is: [Outcome.Printed].
    record ReadPin(PinName name) implements Command {}

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
    /// outcome is. Creations come in envelopes where they have neither lock nor extras.
    record Enveloped(Call inner, Envelope envelope) implements Command {
        /// @throws IllegalArgumentException where the envelope would change a field of the command,
        ///   or cut one in two
        public Enveloped {
            envelope.demandFits(inner);
        }
    }

    // ---- privileges ----

    /// Does a command as a caller who has those privileges and no other; what else the process may
    /// do it keeps.
    record Deprived(Command inner, Set<Privilege> privileges) implements Command {
        /// @throws IllegalArgumentException for a race or a command of a caller like that
        public Deprived {
            if (inner instanceof Race || inner instanceof Deprived) {
                throw new IllegalArgumentException("privileges of one caller alone are changed");
            }
            var sorted = EnumSet.noneOf(Privilege.class);
            sorted.addAll(privileges);
            privileges = java.util.Collections.unmodifiableSet(sorted);
        }
    }
}
