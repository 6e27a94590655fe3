package org.maptck.adapters.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maptck.adapters.linux.LinuxImplementation;
import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Implementation;

/// A kernel booted in QEMU: `guest:6.1`, any name that `maptck kernels` lists.
public final class GuestAdapter implements Adapter {
    private static final String KIND = "guest";
    private static final int BOOTS = 2;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String summary() {
        return "a kernel booted in QEMU, as in guest:6.1; 'maptck kernels' lists them";
    }

    @Override
    public boolean offeredByDefault() {
        return false;
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    @Override
    public Optional<String> missing() {
        boolean any =
                Arrays.stream(Processor.values())
                        .anyMatch(processor -> Tool.find(processor.emulator()).isPresent());
        return any
                ? Optional.empty()
                : Optional.of(
                        "QEMU is missing: apt-get install " + Processor.AMD64.emulatorPackage());
    }

    @Override
    public Implementation open(String argument) throws CannotOpen {
        var kernel =
                KnownKernel.named(argument)
                        .orElseThrow(() ->
                                new CannotOpen(
                                        "adapter 'guest:%s', wanted one of %s"
                                                .formatted(argument, names())));
        try {
            return open(kernel);
        } catch (CannotHave why) {
            throw new CannotOpen("adapter 'guest:" + argument + "': " + why.getMessage());
        } catch (IOException broken) {
            throw new CannotOpen("adapter 'guest:" + argument + "': " + broken);
        }
    }

    private static String names() {
        return KnownKernel.all().stream().map(KnownKernel::name).collect(Collectors.joining(", "));
    }

    private static Implementation open(KnownKernel kernel) throws IOException, CannotHave {
        var store = Store.here();
        return boot(new Fetch(store).fetchMissing(kernel), store);
    }

    /// Boots a kernel of the store. An emulated machine may fail to boot now and then; it has a
    /// second try.
    static Implementation boot(Store.Unpacked kernel, Store store) throws IOException, CannotHave {
        String lastWords = "";
        for (int boot = 0; boot < BOOTS; boot++) {
            var machine = Machine.start(kernel, store);
            try {
                return new LinuxImplementation("linux", new GuestKernel(machine, facts(kernel)));
            } catch (UncheckedIOException gone) {
                lastWords = machine.lastWords();
                machine.close();
            }
        }
        throw new CannotHave("did not boot, twice; its console ends with: " + lastWords);
    }

    private static Map<String, String> facts(Store.Unpacked kernel) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("package", kernel.origin());
        facts.put("processor", kernel.kernel().processor().debianName());
        facts.put("parameters", Machine.parameters(kernel.kernel()));
        facts.put("configuration", String.join(" ", kernel.configuration()));
        return facts;
    }
}
