package org.maptck.adapters.libbpf;

import java.util.function.LongSupplier;
import org.maptck.adapters.libbpf.Libbpf.Function;
import org.maptck.adapters.linux.Kernel;
import org.maptck.model.Bytes;
import org.maptck.model.Platform;

/// A kernel whose bpf(2) is reached through libbpf wherever libbpf has a function for the command.
/// Everything else is as on the kernel below.
final class LibbpfKernel implements Kernel {
    private final Kernel below;
    private final BpfCalls calls;
    private final String release;

    LibbpfKernel(Kernel below, Libbpf library) {
        this.below = below;
        calls = new BpfCalls(below, library);
        release =
                below.release()
                        + ", libbpf "
                        + library.call(Function.LIBBPF_MAJOR_VERSION)
                        + "."
                        + library.call(Function.LIBBPF_MINOR_VERSION);
    }

    @Override
    public String release() {
        return release;
    }

    @Override
    public Platform platform() {
        return below.platform();
    }

    @Override
    public long availableMemory() {
        return below.availableMemory();
    }

    @Override
    public long call(Call call, long a, long b, long c, long d, long e, long f) {
        return call == Call.BPF ? calls.call((int) a, b, c) : below.call(call, a, b, c, d, e, f);
    }

    @Override
    public long onCpu(int cpu, LongSupplier task) {
        return below.onCpu(cpu, task);
    }

    @Override
    public long get(long address, int width) {
        return below.get(address, width);
    }

    @Override
    public void put(long address, int width, long value) {
        below.put(address, width, value);
    }

    @Override
    public Bytes read(long address, int length) {
        return below.read(address, length);
    }

    @Override
    public void write(long address, Bytes bytes) {
        below.write(address, bytes);
    }

    @Override
    public long fetchAdd(long address, int width, long addend) {
        return below.fetchAdd(address, width, addend);
    }

    @Override
    public void close() {
        below.close();
    }
}
