package org.maptck.adapters.linux;

import java.util.Optional;
import org.maptck.adapters.linux.Kernel.Call;

/// The numbers of the system calls on one processor.
record CallNumbers(
        int bpf, int close, int mmap, int mprotect, int mremap, int munmap, int schedSetaffinity) {
    private static final CallNumbers X86_64 = new CallNumbers(321, 3, 9, 10, 25, 11, 203);

    /// The numbering that the processors added since 2012 share.
    private static final CallNumbers GENERIC = new CallNumbers(280, 57, 222, 226, 216, 215, 122);

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
            case MMAP -> mmap;
            case MPROTECT -> mprotect;
            case MREMAP -> mremap;
            case MUNMAP -> munmap;
            case SCHED_SETAFFINITY -> schedSetaffinity;
        };
    }
}
