package org.maptck.benchmarks.calls;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maptck.adapters.linux.Kernel;
import org.maptck.adapters.linux.LinuxAdapter;
import org.maptck.adapters.linux.LinuxImplementation;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.features.fuzz.Agreement;
import org.maptck.features.fuzz.Hunt;
import org.maptck.features.fuzz.Shard;
import org.maptck.features.fuzz.Source;
import org.maptck.model.Implementation;
import org.maptck.reports.Face;

/// Writes down the system calls of `maptck fuzz -a linux --face syscall`.
///
/// The file is big-endian: eight bytes `MAPCALLS`; the number of commands; the open descriptors,
/// after their number; the names of the calls that entries number, after their number; and the
/// entries, after their number. They begin and end with nothing, so that they can be done again and
/// again.
public final class Export {
    private static final byte[] SIGN = "MAPCALLS".getBytes(StandardCharsets.US_ASCII);

    private Export() {}

    /// @param arguments the file, the seed and the number of commands
    public static void main(String[] arguments) throws IOException, CannotOpen {
        write(Path.of(arguments[0]), Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
    }

    /// Does so many commands, once so that everything is loaded, and once more for the file.
    static void write(Path file, long seed, long commands) throws IOException, CannotOpen {
        try (var warm = new LinuxImplementation(LinuxAdapter.KIND, LinuxAdapter.host())) {
            run(warm, seed, commands);
        }
        var open = descriptors();
        var notes = new Notes();
        long done;
        try (var subject = noting(notes)) {
            done = run(subject, seed, commands);
        }
        write(file, done, open, notes.take());
    }

    private static LinuxImplementation noting(Notes notes) throws CannotOpen {
        var kernel = new NotingKernel(LinuxAdapter.host(), notes);
        return new LinuxImplementation(LinuxAdapter.KIND, kernel);
    }

    /// As many lists as the command does.
    private static long run(Implementation subject, long seed, long commands) {
        var source = new Source(seed, subject.identity(), Optional.of(Face.SYSCALL));
        var hunt = new Hunt(source, Shard.WHOLE, List.of(Agreement.withModel(subject)));
        var found = hunt.next(() -> hunt.commands() < commands);
        if (found.isPresent()) {
            throw new IllegalStateException("list " + found.get().index() + " shows a difference");
        }
        return hunt.commands();
    }

    /// The descriptors that are open, but for those that looking opens.
    private static List<Integer> descriptors() throws IOException {
        var own = Path.of("/proc", String.valueOf(ProcessHandle.current().pid()), "fd");
        var all = new ArrayList<Integer>();
        try (var links = Files.newDirectoryStream(own)) {
            for (Path link : links) {
                if (!Files.readSymbolicLink(link).equals(own)) {
                    all.add(Integer.valueOf(link.getFileName().toString()));
                }
            }
        }
        all.sort(Comparator.naturalOrder());
        return all;
    }

    private static void write(Path file, long commands, List<Integer> open, List<Entry> entries)
            throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(SIGN);
            out.writeLong(commands);
            out.writeInt(open.size());
            for (int descriptor : open) {
                out.writeInt(descriptor);
            }
            out.writeInt(Kernel.Call.values().length);
            for (Kernel.Call call : Kernel.Call.values()) {
                out.writeUTF(call.name());
            }
            out.writeInt(entries.size());
            for (Entry entry : entries) {
                entry.write(out);
            }
        }
    }
}
