package org.maptck.benchmarks.calls;

import java.util.Map;
import java.util.function.LongSupplier;
import org.maptck.adapters.linux.Kernel;
import org.maptck.model.Bytes;
import org.maptck.model.Platform;

/// A kernel that notes what is done with it. Memory comes from places that another process can have
/// as well, so that every address that is noted is good there.
final class NotingKernel implements Kernel {
    private static final long ANYWHERE = 0;

    private final Kernel kernel;
    private final Notes notes;
    private final Places places;

    NotingKernel(Kernel kernel, Notes notes) {
        this.kernel = kernel;
        this.notes = notes;
        places = new Places(kernel.platform().pageSize());
    }

    @Override
    public synchronized long call(Call call, long a, long b, long c, long d, long e, long f) {
        long first = call == Call.MMAP && a == ANYWHERE ? places.free(b) : a;
        notes.before(kernel, call, first, b);
        long result = kernel.call(call, first, b, c, d, e, f);
        if (result >= 0) {
            place(call, first, b, e, result);
        }
        notes.after(kernel, new Entry.Called(call, new long[] {first, b, c, d, e, f}, result));
        return result;
    }

    private void place(Call call, long address, long length, long target, long result) {
        switch (call) {
            case MMAP -> places.take(result, length);
            case MUNMAP -> places.give(address, length);
            case MREMAP -> {
                places.give(address, length);
                places.take(target, length);
            }
            default -> {}
        }
    }

    @Override
    public synchronized void put(long address, int width, long value) {
        notes.put(address, Bytes.number(value, width, platform().byteOrder()));
        kernel.put(address, width, value);
    }

    @Override
    public synchronized void write(long address, Bytes bytes) {
        notes.put(address, bytes);
        kernel.write(address, bytes);
    }

    @Override
    public synchronized long fetchAdd(long address, int width, long addend) {
        long before = kernel.fetchAdd(address, width, addend);
        notes.put(address, Bytes.number(before + addend, width, platform().byteOrder()));
        return before;
    }

    @Override
    public long get(long address, int width) {
        return kernel.get(address, width);
    }

    @Override
    public Bytes read(long address, int length) {
        return kernel.read(address, length);
    }

    @Override
    public long onCpu(int cpu, LongSupplier task) {
        return kernel.onCpu(cpu, task);
    }

    @Override
    public String release() {
        return kernel.release();
    }

    @Override
    public Platform platform() {
        return kernel.platform();
    }

    @Override
    public Map<String, String> facts() {
        return kernel.facts();
    }

    @Override
    public long availableMemory() {
        return kernel.availableMemory();
    }

    @Override
    public void close() {
        kernel.close();
    }
}
