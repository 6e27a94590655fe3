package org.maptck.adapters.libbpf;

import java.util.EnumSet;
import java.util.Optional;
import org.maptck.adapters.linux.LinuxAdapter;
import org.maptck.adapters.linux.LinuxImplementation;
import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Capability;
import org.maptck.model.Implementation;

/// The kernel that this process runs on, through the API that the document names: `libbpf`.
///
/// It is the kernel of `linux` once more, so a run without `-a` does not take it.
public final class LibbpfAdapter implements Adapter {
    private static final String KIND = "libbpf";
    private static final String ABSENT =
            "libbpf.so.1 is not found, wanted it installed, as by Debian's package libbpf1";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String summary() {
        return "the running kernel, through libbpf.so.1";
    }

    @Override
    public boolean offeredByDefault() {
        return false;
    }

    @Override
    public Optional<String> missing() {
        return new LinuxAdapter()
                .missing()
                .or(() -> Libbpf.find().isPresent() ? Optional.empty() : Optional.of(ABSENT));
    }

    /// It is called `linux` in its identity, because that is whose rules it answers for. An
    /// envelope has no call in libbpf, which fills the arguments of bpf(2) itself.
    @Override
    public Implementation open(String argument) throws CannotOpen {
        if (!argument.isEmpty()) {
            throw new CannotOpen("adapter 'libbpf:" + argument + "' takes no argument");
        }
        var library =
                Libbpf.find().orElseThrow(() -> new CannotOpen("adapter 'libbpf': " + ABSENT));
        return new LinuxImplementation(
                LinuxAdapter.KIND,
                new LibbpfKernel(LinuxAdapter.host(), library),
                EnumSet.complementOf(EnumSet.of(Capability.ENVELOPE)));
    }
}
