package org.maptck.adapters.linux;

import org.maptck.adapters.linux.Kernel.Call;

/// Memory of the process, by whole pages.
record Pages(Kernel kernel) {
    static final int NONE = 0;
    static final int READ = 1;
    static final int WRITE = 2;
    static final int EXECUTE = 4;
    static final int SHARED = 1;
    static final int PRIVATE = 2;
    private static final int ANONYMOUS = 0x20;
    private static final int WHERE_FREE = 0x100000;
    private static final int MAY_MOVE_TO_ADDRESS = 1 | 2;

    long size() {
        return kernel.platform().pageSize();
    }

    /// New private memory.
    long allocate(long length, int protection) {
        return demand(
                "mmap of " + length + " bytes",
                kernel.call(Call.MMAP, 0, length, protection, PRIVATE | ANONYMOUS, -1, 0));
    }

    /// A mapping of a descriptor: its address or the negative errno.
    long map(long fd, long offset, long length, int protection, int sharing) {
        return kernel.call(Call.MMAP, 0, length, protection, sharing, fd, offset);
    }

    /// Moves a mapping to where other memory was, which goes.
    void move(long from, long length, long to) {
        demand(
                "mremap of " + length + " bytes",
                kernel.call(Call.MREMAP, from, length, length, MAY_MOVE_TO_ADDRESS, to, 0));
    }

    /// Takes one page, which must be free, for nobody.
    void guard(long address) {
        demand(
                "guard page",
                kernel.call(
                        Call.MMAP, address, size(), NONE, PRIVATE | ANONYMOUS | WHERE_FREE, -1, 0));
    }

    long protect(long address, long length, int protection) {
        return kernel.call(Call.MPROTECT, address, length, protection);
    }

    void release(long address, long length) {
        demand("munmap of " + length + " bytes", kernel.call(Call.MUNMAP, address, length, 0));
    }

    /// A result that only an exhausted machine refuses.
    static long demand(String what, long result) {
        if (result < 0) {
            throw new IllegalStateException(what + " refused with " + ErrnoNumbers.name(result));
        }
        return result;
    }
}
