package org.maptck.benchmarks.calls;

import java.io.DataOutputStream;
import java.io.IOException;
import org.maptck.adapters.linux.Kernel.Call;

/// One thing that a process did.
///
/// In a file an entry is a byte that says which, and its fields, big-endian.
@SuppressWarnings("ArrayRecordComponent")
sealed interface Entry {
    /// Writes it down.
    void write(DataOutputStream out) throws IOException;

    /// Bytes that the process put into its memory.
    record Stored(long address, byte[] content) implements Entry {
        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(1);
            out.writeLong(address);
            out.writeInt(content.length);
            out.write(content);
        }

        boolean holds(long place) {
            return place >= address && place < address + content.length;
        }
    }

    /// A system call and what came of it: the result, or the negative errno.
    record Called(Call call, long[] arguments, long result) implements Entry {
        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(2);
            out.writeByte(call.ordinal());
            for (long argument : arguments) {
                out.writeLong(argument);
            }
            out.writeLong(result);
        }
    }

    /// The id of a map, which the kernel has put there: another one at each time, so that it is
    /// kept under a number, for [Named].
    record Told(int number, long address) implements Entry {
        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(3);
            out.writeInt(number);
            out.writeLong(address);
        }
    }

    /// The id of that number, put into memory.
    record Named(int number, long address) implements Entry {
        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(4);
            out.writeInt(number);
            out.writeLong(address);
        }
    }
}
