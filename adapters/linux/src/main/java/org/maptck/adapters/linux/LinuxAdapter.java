package org.maptck.adapters.linux;

import java.util.Optional;
import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Implementation;

/// The kernel that this process runs on: `linux`.
public final class LinuxAdapter implements Adapter {
    /// The kind of its address, and what its implementations call themselves.
    public static final String KIND = "linux";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String summary() {
        return "the running kernel, through bpf(2), mmap(2) and programs";
    }

    @Override
    public boolean offeredByDefault() {
        return true;
    }

    @Override
    public Optional<String> missing() {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            return Optional.of("this is " + system + ", not Linux");
        }
        var numbers = CallNumbers.of(processor());
        return numbers.isEmpty()
                ? Optional.of("the system calls of " + processor() + " are not known")
                : Permission.missing(numbers.get());
    }

    private static String processor() {
        return System.getProperty("os.arch");
    }

    @Override
    public Implementation open(String argument) throws CannotOpen {
        if (!argument.isEmpty()) {
            throw new CannotOpen("adapter 'linux:" + argument + "' takes no argument");
        }
        return new LinuxImplementation(KIND, host());
    }

    /// The kernel that this process runs on.
    ///
    /// @throws CannotOpen where its system calls are not known
    public static Kernel host() throws CannotOpen {
        var numbers =
                CallNumbers.of(processor())
                        .orElseThrow(() ->
                                new CannotOpen(
                                        "the system calls of " + processor() + " are not known"));
        return new HostKernel(numbers);
    }

    @Override
    public boolean sideBySide() {
        return true;
    }
}
