package org.maptck.adapters.guest;

import java.nio.ByteBuffer;
import java.util.List;
import org.maptck.adapters.guest.Foresight.Range;
import org.maptck.adapters.linux.Kernel;
import org.maptck.adapters.linux.Kernel.Call;

/// A system call as the agent is asked for it.
///
/// @param reads memory to bring along
record CallRequest(Call call, List<Range> reads, List<Long> arguments) {
    /// The most bytes that a request takes.
    static final int SIZE = 56 + Foresight.MOST * 12;

    /// One of three arguments and one read.
    static CallRequest of(Kernel.Request asked) {
        var read = new Range(asked.address(), asked.length());
        var arguments = List.of(asked.a(), asked.b(), asked.c(), 0L, 0L, 0L);
        return new CallRequest(asked.call(), List.of(read), arguments);
    }

    /// Asks for it once.
    void once(int lane, ByteBuffer out) {
        out.put((byte) 'C');
        writeCall(lane, out);
    }

    /// Asks for it over and over.
    void often(int times, int lane, ByteBuffer out) {
        out.put((byte) 'L').putInt(times);
        writeCall(lane, out);
    }

    private void writeCall(int lane, ByteBuffer out) {
        out.put((byte) lane).put(code());
        for (long argument : arguments) {
            out.putLong(argument);
        }
        out.put((byte) reads.size());
        for (var range : reads) {
            out.putLong(range.address()).putInt(range.length());
        }
    }

    /// What the agent calls it.
    private byte code() {
        return switch (call) {
            case BPF -> 0;
            case CLOSE -> 1;
            case FCNTL -> 2;
            case FSCONFIG -> 3;
            case FSMOUNT -> 4;
            case FSOPEN -> 5;
            case MMAP -> 6;
            case MPROTECT -> 7;
            case MREMAP -> 8;
            case MUNMAP -> 9;
            case SCHED_SETAFFINITY -> 10;
            case UNLINKAT -> 11;
            case CAPGET -> 12;
            case CAPSET -> 13;
            case LSEEK -> 14;
            case MADVISE -> 15;
            case MSYNC -> 16;
            case OPENAT -> 17;
            case PPOLL -> 18;
            case READ -> 19;
            case WRITE -> 20;
        };
    }
}
