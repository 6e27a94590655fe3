package org.maptck.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.features.fuzz.Agreement;
import org.maptck.features.fuzz.Hunt;
import org.maptck.features.fuzz.Shard;
import org.maptck.features.fuzz.Source;
import org.maptck.model.Implementation;

/// Very many commands, and how much of the heap is in use on the way.
public final class Volume {
    private static final long SEED = 1;
    private static final int ROWS = 10;
    private static final int COLLECTIONS = 3;

    private final Hunt hunt;

    Volume(Implementation subject) {
        var source = new Source(SEED, subject.identity(), Optional.empty());
        hunt = new Hunt(source, Shard.WHOLE, List.of(Agreement.withModel(subject)));
    }

    /// Ends with 1 at the first difference.
    ///
    /// @param words the address and the number of commands
    public static void main(String[] words) throws CannotOpen {
        try (var subject = Adapters.installed().open(Address.of(words[0]))) {
            var volume = new Volume(subject);
            System.exit(volume.rows(Long.parseLong(words[1])) ? 0 : 1);
        }
    }

    private boolean rows(long commands) {
        System.out.println("       commands     a second  heap in use, bytes");
        boolean same = true;
        for (int row = 1; row <= ROWS && same; row++) {
            long start = System.nanoTime();
            long before = hunt.commands();
            same = to(commands / ROWS * row);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%15d %12.0f %12d%n",
                    hunt.commands(),
                    (hunt.commands() - before) / seconds,
                    heap());
        }
        return same;
    }

    /// Goes on until so many commands are done; false at a difference, which it prints.
    boolean to(long commands) {
        var found = hunt.next(() -> hunt.commands() < commands);
        found.ifPresent(it -> System.out.println("list " + it.index() + "\n" + it.difference()));
        return found.isEmpty();
    }

    /// Bytes that are in use after everything else was collected.
    static long heap() {
        var runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
