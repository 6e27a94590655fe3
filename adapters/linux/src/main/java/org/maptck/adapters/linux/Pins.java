package org.maptck.adapters.linux;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.MapSpec;
import org.maptck.model.PinName;

/// The names of a scenario's maps, in a bpf file system that is mounted nowhere: only a descriptor
/// leads to it, so that it ends with the process whatever happens.
final class Pins {
    private static final int CLOSE_ON_EXEC = 1;
    private static final int CREATE = 6;
    private static final long ABSENT = -2;

    private final Map<PinName, MapSpec> specs = new ConcurrentHashMap<>();

    /// The names that there may be.
    private final Set<PinName> names = ConcurrentHashMap.newKeySet();

    private final Kernel kernel;
    private final Area area;
    private int directory = -1;

    Pins(Pages pages) {
        kernel = pages.kernel();
        area = new Area(pages);
    }

    /// The path of a pin, ended by a zero.
    Bytes path(PinName name) {
        return text("/proc/self/fd/" + directory() + "/" + name);
    }

    /// Mounts the file system for a command on names, while that is allowed.
    void prepare(Command command) {
        if (command instanceof Command.Pin || command instanceof Command.OpenPin) {
            directory();
        }
    }

    /// Removes a pin: 0 or the negative errno.
    ///
    /// @param area for the name
    long remove(PinName name, Area area) {
        long result = kernel.call(Call.UNLINKAT, directory(), place(name.text(), area), 0);
        if (result == 0) {
            specs.remove(name);
        }
        return result;
    }

    /// Notes what a pinned map was created as.
    void note(PinName name, MapSpec spec) {
        names.add(name);
        specs.put(name, spec);
    }

    /// What a pinned map was created as.
    MapSpec spec(PinName name) {
        return specs.getOrDefault(name, Bindings.Bound.NONE.spec());
    }

    private int directory() {
        if (directory < 0) {
            directory = mount();
        }
        return directory;
    }

    private int mount() {
        long context = kernel.call(Call.FSOPEN, place("bpf", area), CLOSE_ON_EXEC, 0);
        if (context < 0) {
            return lacking(context);
        }
        long result = kernel.call(Call.FSCONFIG, context, CREATE, 0);
        if (result == 0) {
            result = kernel.call(Call.FSMOUNT, context, CLOSE_ON_EXEC, 0);
        }
        kernel.call(Call.CLOSE, context, 0, 0);
        return result < 0 ? lacking(result) : (int) result;
    }

    private static int lacking(long result) {
        throw new Unsupportable("a bpf file system (" + ErrnoNumbers.name(result) + ")");
    }

    private long place(String text, Area area) {
        return area.holding(text(text));
    }

    /// A text, ended by a zero.
    static Bytes text(String text) {
        return Bytes.of((text + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    /// Removes every pin. The file system stays, as its end takes the kernel as long as a thousand
    /// calls.
    void clear() {
        for (PinName name : names) {
            long result = remove(name, area);
            if (result != 0 && result != ABSENT) {
                throw new IllegalStateException(
                        "pin '%s' stays: %s".formatted(name, ErrnoNumbers.name(result)));
            }
        }
        names.clear();
        specs.clear();
    }

    /// Ends the file system, and with it every pin.
    void close() {
        if (directory >= 0) {
            kernel.call(Call.CLOSE, directory, 0, 0);
            directory = -1;
        }
        area.close();
    }
}
