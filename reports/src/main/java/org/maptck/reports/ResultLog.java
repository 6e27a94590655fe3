package org.maptck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maptck.json.Json;

/// The one truth of a run, `results.jsonl`: a header, a line a result as it comes, and a footer.
///
/// The file appears with its header whole; every line is handed to the operating system in one
/// piece. After a kill it reads as an incomplete run. Any thread may append.
public final class ResultLog implements AutoCloseable {
    /// The usual name of the file.
    public static final String NAME = "results.jsonl";

    private final Path file;
    private final OutputStream out;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

    private ResultLog(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /// Begins a log, in place of what the file held.
    public static ResultLog create(Path file, RunHeader header) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(whole, ResultForms.HEADER.encode(header) + "\n");
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw named(file, failure);
        }
        return new ResultLog(file, Files.newOutputStream(file, StandardOpenOption.APPEND));
    }

    /// Adds a result.
    public void append(Result result) throws IOException {
        String line =
                Json.write(
                        it -> it.open().name("result").value(result, ResultForms.RESULT).close());
        synchronized (this) {
            write(line);
            counts.merge(result.verdict(), 1, Integer::sum);
        }
    }

    /// Says that the run came to its end.
    public void finish() throws IOException {
        finish(List.of());
    }

    /// Says that the run came to its end, and what its failures look like.
    public synchronized void finish(List<Diagnosis> diagnoses) throws IOException {
        write(
                Json.write(it -> {
                    it.open().name("end").value(counts, ResultForms.COUNTS);
                    if (!diagnoses.isEmpty()) {
                        it.name("diagnoses").list(diagnoses, ResultForms.DIAGNOSIS);
                    }
                    it.close();
                }));
    }

    private void write(String line) throws IOException {
        try {
            out.write((line + "\n").getBytes(UTF_8));
        } catch (IOException failure) {
            throw named(file, failure);
        }
    }

    /// A full disk does not say which file it is full for.
    private static IOException named(Path file, IOException failure) {
        return failure instanceof FileSystemException
                ? failure
                : new IOException(file + ": " + failure.getMessage(), failure);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// What a log holds; a last line that was cut off is none.
    ///
    /// @throws BadResults for a file that is no log
    public static Results read(Path file) throws IOException {
        var reader = new LogReader(file);
        boolean cut = isCut(file);
        try (var lines = new BufferedReader(new InputStreamReader(in(file), UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                reader.take(line, cut && next == null);
                line = next;
            }
        }
        return reader.results();
    }

    private static InputStream in(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    private static boolean isCut(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - 1));
            return bytes.read() != '\n';
        }
    }
}
