package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.MAP_CREATE;

import java.util.Optional;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Errno;

/// Whether this process may create a map.
final class Permission {
    private static final int CREATE_SIZE = 16;
    private static final int ARRAY = 2;

    private Permission() {}

    /// Why it may not, in one line; empty where it may.
    static Optional<String> missing(CallNumbers numbers) {
        try (var kernel = new HostKernel(numbers)) {
            long map = createMap(new Pages(kernel));
            kernel.call(Call.CLOSE, map, 0, 0);
            return ErrnoNumbers.refusal(map).map(Permission::explain);
        }
    }

    private static long createMap(Pages pages) {
        var attributes = new Attributes(pages);
        long map =
                attributes
                        .u32(0, ARRAY)
                        .u32(4, Integer.BYTES)
                        .u32(8, Integer.BYTES)
                        .u32(12, 1)
                        .call(MAP_CREATE, CREATE_SIZE);
        attributes.close();
        return map;
    }

    private static String explain(Errno errno) {
        return switch (errno) {
            case EPERM -> "bpf(2) is not permitted (EPERM), wanted root or CAP_BPF";
            case ENOSYS -> "the kernel has no bpf(2) (ENOSYS)";
            default -> "bpf(2) does not create a map (" + errno + ")";
        };
    }
}
