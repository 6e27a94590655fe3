package org.maptck.features;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.maptck.adapters.linux.LinuxAdapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Implementation;
import org.maptck.model.Platform;

/// The kernel that the tests run on, where it lets them.
public final class Kernel {
    private Kernel() {}

    /// The running kernel, unless the machine keeps it from us.
    public static Optional<Implementation> here() {
        var adapter = new LinuxAdapter();
        try {
            return adapter.missing().isPresent() ? Optional.empty() : Optional.of(adapter.open(""));
        } catch (CannotOpen _) {
            return Optional.empty();
        }
    }

    /// The kernel; without one the test is skipped, with the reason.
    public static Implementation demand(Optional<Implementation> kernel) {
        return kernel.orElseGet(() ->
                Assumptions.abort("linux: " + new LinuxAdapter().missing().orElse("not here")));
    }

    /// The platform of the kernel, or a usual one.
    public static Platform platform(Optional<Implementation> kernel) {
        return kernel.map(k -> k.identity().platform()).orElse(Platform.DEFAULT);
    }
}
