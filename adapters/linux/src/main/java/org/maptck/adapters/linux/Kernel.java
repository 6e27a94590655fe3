package org.maptck.adapters.linux;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.maptck.model.Bytes;
import org.maptck.model.Platform;

/// A Linux kernel and the memory of one process on it: all that the adapter needs of a machine.
///
/// Addresses, lengths and arguments are numbers of that process; what a number looks like in its
/// memory follows the byte order of [#platform]. Memory that is not mapped must not be touched by
/// any method but [#call], which reports it as the kernel does. Safe for use by several threads.
public interface Kernel extends AutoCloseable {
    /// The system calls in use, by their Linux names.
    enum Call {
        BPF,
        CAPGET,
        CAPSET,
        CLOSE,
        FCNTL,
        FSCONFIG,
        FSMOUNT,
        FSOPEN,
        LSEEK,
        MADVISE,
        MMAP,
        MPROTECT,
        MREMAP,
        MSYNC,
        MUNMAP,
        OPENAT,
        PPOLL,
        READ,
        SCHED_SETAFFINITY,
        UNLINKAT,
        WRITE
    }

    /// The release that the kernel names itself by, as `uname -r` prints it.
    String release();

    /// The facts of the machine; the same at every call.
    Platform platform();

    /// What else is known of the machine, by name: where its kernel is from, how it was started.
    default Map<String, String> facts() {
        return Map.of();
    }

    /// Bytes of memory that could be given out now without swapping.
    long availableMemory();

    /// Does a system call; arguments that the call does not take are 0.
    ///
    /// @return the result, or the negative errno number
    long call(Call call, long a, long b, long c, long d, long e, long f);

    /// Does a system call of three arguments.
    default long call(Call call, long a, long b, long c) {
        return call(call, a, b, c, 0, 0, 0);
    }

    /// A system call of three arguments, and memory that its answer brings along.
    record Request(Call call, long a, long b, long c, long address, int length) {}

    /// What a call came to, and memory as it was right after it.
    record Answer(long result, Bytes memory) {}

    /// Calls that are begun before those before them are answered.
    interface Pipeline {
        /// Begins a call.
        Supplier<Answer> begin(Request request);

        /// Does a call over and over: the different answers, in the order of their first sight.
        List<Answer> repeat(int times, Request request);
    }

    /// Where answers take long: what the calling thread asks for after it has begun calls happens
    /// after them.
    default Optional<Pipeline> pipeline() {
        return Optional.empty();
    }

    /// Lets a thread that runs on that CPU alone do a task, and waits for it. What the task throws
    /// is thrown here.
    ///
    /// @return what the task returned, or the negative errno number that a CPU is refused with
    long onCpu(int cpu, LongSupplier task);

    /// The unsigned number in 1, 2, 4 or 8 bytes of memory.
    long get(long address, int width);

    /// Stores the low 1, 2, 4 or 8 bytes of a number.
    void put(long address, int width, long value);

    /// A copy of memory.
    Bytes read(long address, int length);

    /// Copies bytes into memory.
    void write(long address, Bytes bytes);

    /// Adds to 4 or 8 aligned bytes of memory in one indivisible step.
    ///
    /// @return the unsigned number before
    long fetchAdd(long address, int width, long addend);

    /// Gives back what the port itself holds.
    @Override
    void close();
}
