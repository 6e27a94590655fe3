package org.maptck.adapters.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.maptck.model.Bytes;
import org.maptck.model.Platform;
import org.maptck.model.Version;

/// The kernel that this process runs on.
final class HostKernel implements Kernel {
    private static final MemorySegment MEMORY = wholeMemory();
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
    private static final int SMALL = 16;
    private static final int CPU_LIMIT = 1 << 16;
    private static final long EINVAL = -22;

    private final CallNumbers numbers;
    private final ThreadLocal<MemorySegment> state = ThreadLocal.withInitial(Libc::newState);
    private final Map<Integer, ExecutorService> pinned = new ConcurrentHashMap<>();
    private final ThreadLocal<Long> pinning = new ThreadLocal<>();
    private final String release = HostFacts.release();
    private final Platform platform;

    HostKernel(CallNumbers numbers) {
        this.numbers = numbers;
        platform =
                new Platform(
                        HostFacts.pageSize(),
                        HostFacts.possibleCpus(),
                        usable(HostFacts.onlineCpus()),
                        (int) ValueLayout.ADDRESS.byteSize(),
                        ByteOrder.nativeOrder(),
                        Version.of(release),
                        HostFacts.totalMemory());
    }

    @SuppressWarnings("restricted")
    private static MemorySegment wholeMemory() {
        return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    }

    private List<Integer> usable(List<Integer> online) {
        return online.stream().filter(cpu -> onCpu(cpu, () -> 0) == 0).toList();
    }

    @Override
    public String release() {
        return release;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public Map<String, String> facts() {
        return HostFacts.others();
    }

    @Override
    public long availableMemory() {
        return HostFacts.availableMemory();
    }

    @Override
    public long call(Call call, long a, long b, long c, long d, long e, long f) {
        return Libc.syscall(state.get(), numbers.of(call), a, b, c, d, e, f);
    }

    @Override
    public long onCpu(int cpu, LongSupplier task) {
        var threads = pinned.computeIfAbsent(cpu, this::threads);
        var outcome = threads.submit(() -> pinning.get() < 0 ? EINVAL : task.getAsLong());
        try {
            return outcome.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("task on CPU " + cpu, failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("task on CPU " + cpu + " interrupted", stopped);
        }
    }

    /// Threads that run on that CPU alone, each since its start: to move one costs more than to
    /// wake one. Each knows how that went.
    private ExecutorService threads(int cpu) {
        var daemons = Thread.ofPlatform().daemon().name("pinned-" + cpu + "-", 0).factory();
        return Executors.newCachedThreadPool(work ->
                daemons.newThread(() -> {
                    pinning.set(pin(cpu));
                    work.run();
                }));
    }

    private long pin(int cpu) {
        if (cpu < 0 || cpu >= CPU_LIMIT) {
            return EINVAL;
        }
        try (var arena = Arena.ofConfined()) {
            var mask = arena.allocate(CPU_LIMIT / 8, 8);
            mask.setAtIndex(ValueLayout.JAVA_LONG, cpu / 64, 1L << cpu % 64);
            return call(Call.SCHED_SETAFFINITY, 0, mask.byteSize(), mask.address());
        }
    }

    @Override
    public long get(long address, int width) {
        return switch (width) {
            case 1 -> MEMORY.get(ValueLayout.JAVA_BYTE, address) & 0xffL;
            case 2 -> MEMORY.get(ValueLayout.JAVA_SHORT_UNALIGNED, address) & 0xffffL;
            case 4 -> MEMORY.get(ValueLayout.JAVA_INT_UNALIGNED, address) & 0xffff_ffffL;
            case 8 -> MEMORY.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
            default -> throw new IllegalArgumentException(wrongWidth(width));
        };
    }

    @Override
    public void put(long address, int width, long value) {
        switch (width) {
            case 1 -> MEMORY.set(ValueLayout.JAVA_BYTE, address, (byte) value);
            case 2 -> MEMORY.set(ValueLayout.JAVA_SHORT_UNALIGNED, address, (short) value);
            case 4 -> MEMORY.set(ValueLayout.JAVA_INT_UNALIGNED, address, (int) value);
            case 8 -> MEMORY.set(ValueLayout.JAVA_LONG_UNALIGNED, address, value);
            default -> throw new IllegalArgumentException(wrongWidth(width));
        }
    }

    private static String wrongWidth(int width) {
        return "width " + width + ", wanted 1, 2, 4 or 8 bytes";
    }

    @Override
    public Bytes read(long address, int length) {
        var copy = new byte[length];
        if (length <= SMALL) {
            for (int i = 0; i < length; i++) {
                copy[i] = MEMORY.get(ValueLayout.JAVA_BYTE, address + i);
            }
        } else {
            MemorySegment.copy(MEMORY, ValueLayout.JAVA_BYTE, address, copy, 0, length);
        }
        return Bytes.owning(copy);
    }

    @Override
    public void write(long address, Bytes bytes) {
        int length = bytes.size();
        if (length <= SMALL) {
            for (int i = 0; i < length; i++) {
                MEMORY.set(ValueLayout.JAVA_BYTE, address + i, (byte) bytes.at(i));
            }
        } else {
            MemorySegment.copy(MemorySegment.ofBuffer(bytes.view()), 0, MEMORY, address, length);
        }
    }

    @Override
    public long fetchAdd(long address, int width, long addend) {
        return switch (width) {
            case 4 -> (int) INT.getAndAdd(MEMORY, address, (int) addend) & 0xffff_ffffL;
            case 8 -> (long) LONG.getAndAdd(MEMORY, address, addend);
            default -> throw new IllegalArgumentException(wrongWidth(width));
        };
    }

    @Override
    public void close() {
        pinned.values().forEach(ExecutorService::shutdownNow);
    }
}
