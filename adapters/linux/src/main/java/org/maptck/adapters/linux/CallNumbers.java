package org.maptck.adapters.linux;

import java.util.Optional;
import org.maptck.adapters.linux.Kernel.Call;

/// The numbers of the system calls on one processor.
record CallNumbers(
        int bpf,
        int capget,
        int capset,
        int close,
        int fcntl,
        int lseek,
        int madvise,
        int mmap,
        int mprotect,
        int mremap,
        int msync,
        int munmap,
        int openat,
        int ppoll,
        int read,
        int schedSetaffinity,
        int unlinkat,
        int write) {
    private static final CallNumbers X86_64 =
            new CallNumbers(
                    321, 125, 126, 3, 72, 8, 28, 9, 10, 25, 26, 11, 257, 271, 0, 203, 263, 1);

    /// The numbering that the processors added since 2012 share.
    private static final CallNumbers GENERIC =
            new CallNumbers(
                    280, 90, 91, 57, 25, 62, 233, 222, 226, 216, 227, 215, 56, 73, 63, 122, 35, 64);

    /// Calls of 2019 and later have one number on every processor.
    private static final int FSOPEN = 430;

    private static final int FSCONFIG = 431;
    private static final int FSMOUNT = 432;

    /// The numbers of a processor, by the `os.arch` property.
    static Optional<CallNumbers> of(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64", "riscv64", "loongarch64" -> Optional.of(GENERIC);
            default -> Optional.empty();
        };
    }

    int of(Call call) {
        return switch (call) {
            case BPF -> bpf;
            case CAPGET -> capget;
            case CAPSET -> capset;
            case CLOSE -> close;
            case FCNTL -> fcntl;
            case FSCONFIG -> FSCONFIG;
            case FSMOUNT -> FSMOUNT;
            case FSOPEN -> FSOPEN;
            case LSEEK -> lseek;
            case MADVISE -> madvise;
            case MMAP -> mmap;
            case MPROTECT -> mprotect;
            case MREMAP -> mremap;
            case MSYNC -> msync;
            case MUNMAP -> munmap;
            case OPENAT -> openat;
            case PPOLL -> ppoll;
            case READ -> read;
            case SCHED_SETAFFINITY -> schedSetaffinity;
            case UNLINKAT -> unlinkat;
            case WRITE -> write;
        };
    }
}
