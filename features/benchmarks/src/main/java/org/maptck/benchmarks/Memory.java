package org.maptck.benchmarks;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// How much heap a fuzz run and a large map take, as lines of a file of figures.
public final class Memory {
    private static final int VALUE = 4096;
    private static final int ELEMENTS = 1 << 20;
    private static final int WRITTEN = 1000;

    private Memory() {}

    /// @param words the file, and how many commands come before the first look; the second comes
    ///   after ten times as many
    public static void main(String[] words) throws IOException {
        long commands = Long.parseLong(words[1]);
        var lines =
                List.of(
                        "heap.empty " + Volume.heap(),
                        heap(commands),
                        heap(10 * commands),
                        "map.written " + (long) WRITTEN * VALUE,
                        "map.heap " + map());
        Files.write(Path.of(words[0]), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String heap(long commands) {
        try (var subject = new ReferenceModel(Platform.DEFAULT)) {
            var volume = new Volume(subject);
            if (!volume.to(commands)) {
                throw new IllegalStateException("the model differs from itself");
            }
            long heap = Volume.heap();
            Reference.reachabilityFence(volume);
            return "heap." + commands + " " + heap;
        }
    }

    /// What a map of 4 GiB takes of which some elements were written, far from one another.
    private static long map() {
        try (var model = new ReferenceModel(Platform.DEFAULT)) {
            long before = Volume.heap();
            demand(
                    model.apply(
                            new Command.Create(
                                    Handle.A, MapSpec.of(MapType.ARRAY, VALUE, ELEMENTS))));
            for (int i = 0; i < WRITTEN; i++) {
                demand(model.apply(update(i)));
            }
            return Volume.heap() - before;
        }
    }

    private static Command update(int i) {
        var key = Bytes.number((long) i * (ELEMENTS / WRITTEN), 4, ByteOrder.LITTLE_ENDIAN);
        return new Command.Update(
                Handle.A, new Input.Given(key), new Input.Given(Bytes.filled(VALUE, 1)), Flags.ANY);
    }

    private static void demand(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("the model says " + outcome);
        }
    }
}
