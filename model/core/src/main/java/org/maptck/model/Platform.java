package org.maptck.model;

import java.nio.ByteOrder;
import java.util.List;

/// The facts of a machine on which results depend.
///
/// @param pageSize bytes a page, a power of two
/// @param possibleCpus numbers of the CPUs that the machine could ever have, ascending
/// @param onlineCpus numbers of those on which a program can run now, ascending
/// @param wordSize bytes a machine word: 4 or 8
/// @param kernel the Linux version whose behaviour is followed
/// @param memory bytes of memory of the machine
public record Platform(
        int pageSize,
        List<Integer> possibleCpus,
        List<Integer> onlineCpus,
        int wordSize,
        ByteOrder byteOrder,
        Version kernel,
        long memory) {
    /// A two-CPU, little-endian, 64-bit machine with 4 KiB pages, 8 GiB and Linux 6.18.
    public static final Platform DEFAULT =
            new Platform(
                    4096,
                    List.of(0, 1),
                    List.of(0, 1),
                    8,
                    ByteOrder.LITTLE_ENDIAN,
                    new Version(6, 18),
                    8L << 30);

    public Platform {
        possibleCpus = List.copyOf(possibleCpus);
        onlineCpus = List.copyOf(onlineCpus);
        if (Integer.bitCount(pageSize) != 1) {
            throw new IllegalArgumentException("page size " + pageSize + ", wanted a power of two");
        }
        if (possibleCpus.isEmpty() || !possibleCpus.containsAll(onlineCpus)) {
            throw new IllegalArgumentException(
                    "online CPUs " + onlineCpus + ", wanted some of the possible " + possibleCpus);
        }
    }

    /// How many CPUs are possible.
    public int cpuCount() {
        return possibleCpus.size();
    }

    /// One more than the highest possible CPU number.
    public int cpuIdLimit() {
        return possibleCpus.getLast() + 1;
    }

    /// The length rounded up to whole pages.
    public long pageAligned(long length) {
        return (length + pageSize - 1) & -(long) pageSize;
    }

    /// The largest value of a per-CPU array, in bytes a CPU: 32 KiB, or a page where that is more.
    public long perCpuLimit() {
        return pageAligned(32 << 10);
    }

    /// The four bytes of a key.
    public Bytes key(long index) {
        return Bytes.number(index, MapSpec.KEY_SIZE, byteOrder);
    }

    /// The same machine with another kernel.
    public Platform withKernel(Version version) {
        return new Platform(
                pageSize, possibleCpus, onlineCpus, wordSize, byteOrder, version, memory);
    }

    /// The same machine with more or less memory, in bytes.
    public Platform withMemory(long bytes) {
        return new Platform(pageSize, possibleCpus, onlineCpus, wordSize, byteOrder, kernel, bytes);
    }
}
