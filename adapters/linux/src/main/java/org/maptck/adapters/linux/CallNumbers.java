package org.maptck.adapters.linux;

import java.util.Optional;
import org.maptck.adapters.linux.Kernel.Call;

/// The numbers of the system calls on one processor.
record CallNumbers(
        int bpf,
        int close,
        int fcntl,
        int mmap,
        int mprotect,
        int mremap,
        int munmap,
        int read,
        int schedSetaffinity,
        int unlinkat) {
    private static final CallNumbers X86_64 =
            new CallNumbers(321, 3, 72, 9, 10, 25, 11, 0, 203, 263);

    /// The numbering that the processors added since 2012 share.
    private static final CallNumbers GENERIC =
            new CallNumbers(280, 57, 25, 222, 226, 216, 215, 63, 122, 35);

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
            case CLOSE -> close;
            case FCNTL -> fcntl;
            case FSCONFIG -> FSCONFIG;
            case FSMOUNT -> FSMOUNT;
            case FSOPEN -> FSOPEN;
            case MMAP -> mmap;
            case MPROTECT -> mprotect;
            case MREMAP -> mremap;
            case MUNMAP -> munmap;
            case READ -> read;
            case SCHED_SETAFFINITY -> schedSetaffinity;
            case UNLINKAT -> unlinkat;
        };
    }
}
