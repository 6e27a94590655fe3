package org.maptck.adapters.linux;

import org.maptck.adapters.linux.Program.Reader;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;

/// What a program left in memory. The slot of a step begins with 8 bytes that say how far it came;
/// its results follow.
interface Results {
    int ABSENT = 0;
    int PRESENT = 1;
    int NO_OPERAND = 2;

    /// Bytes of a slot before its results.
    int HEAD = 8;

    /// The 8 bytes at an offset.
    long number(int offset);

    /// So many bytes at an offset.
    Bytes bytes(int offset, int length);

    /// Those in the scratch memory.
    static Results in(Kernel kernel, Scratch scratch) {
        return new InMemory(kernel, scratch);
    }

    /// Reads results from an offset on.
    interface Content {
        Outcome read(Results results, int at);
    }

    /// Reads a step whose slot is at that offset, and its results if it came to have some.
    static Reader step(int slot, Content content) {
        return results ->
                switch ((int) results.number(slot)) {
                    case PRESENT -> content.read(results, slot + HEAD);
                    case NO_OPERAND -> new Outcome.Refused(Errno.EFAULT);
                    default -> new Outcome.Absent();
                };
    }

    /// Contents that are one number.
    default Outcome returned(int at) {
        return new Outcome.Returned(number(at));
    }

    /// Contents that are what a helper returned.
    default Outcome helper(int at) {
        return ErrnoNumbers.helper(number(at));
    }

    /// Contents that are an address: how far it is from a multiple of 8.
    default Outcome misalignment(int at) {
        return new Outcome.Returned(number(at) & Long.BYTES - 1);
    }

    /// Contents that are two addresses: how far the second is from the first.
    default Outcome distance(int at) {
        return new Outcome.Returned(number(at + Long.BYTES) - number(at));
    }

    /// The scratch memory.
    record InMemory(Kernel kernel, Scratch scratch) implements Results {
        @Override
        public long number(int offset) {
            return kernel.get(scratch.address(offset), Long.BYTES);
        }

        @Override
        public Bytes bytes(int offset, int length) {
            return kernel.read(scratch.address(offset), length);
        }
    }
}
