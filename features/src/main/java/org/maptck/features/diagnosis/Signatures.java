package org.maptck.features.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.features.selftest.Proof;
import org.maptck.features.selftest.Trial;

/// Which scenarios fail on each known-bad implementation, as the self-test wrote it down: gzipped
/// text, a line an implementation, its name and the ids of the scenarios.
public record Signatures(List<Signature> all) {
    /// The name of the resource.
    public static final String FILE = "signatures.gz";

    /// One known-bad implementation by the ids of the scenarios that fail on it.
    public record Signature(String knownBad, Set<String> failing) {
        /// The ids of the rules that fail on it.
        public Set<String> rules() {
            return failing.stream()
                    .map(scenario -> scenario.substring(0, scenario.indexOf('/')))
                    .collect(Collectors.toSet());
        }
    }

    public Signatures {
        all = List.copyOf(all);
    }

    /// Those of a proof in which every known-bad implementation met every scenario.
    public static Signatures of(Proof proof) {
        return new Signatures(
                proof.trials().stream()
                        .filter(trial -> trial.bad() instanceof KnownBad.OfRule && trial.caught())
                        .map(Signatures::of)
                        .toList());
    }

    private static Signature of(Trial trial) {
        var failing = new TreeSet<String>();
        trial.kills().forEach(kill -> failing.add(kill.scenario()));
        return new Signature(trial.bad().name(), failing);
    }

    /// What comes with the kit.
    public static Signatures bundled() {
        try (var in = Signatures.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException("no resource /" + FILE);
            }
            return read(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Writes them, and closes the stream.
    public void write(OutputStream out) throws IOException {
        try (var lines = new OutputStreamWriter(new GZIPOutputStream(out), UTF_8)) {
            for (Signature one : all) {
                lines.append(one.knownBad()).append(' ');
                lines.append(String.join(" ", one.failing())).append('\n');
            }
        }
    }

    static Signatures read(InputStream in) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), UTF_8));
        return new Signatures(lines.lines().map(Signatures::signature).toList());
    }

    private static Signature signature(String line) {
        var words = List.of(line.split(" "));
        return new Signature(words.getFirst(), new TreeSet<>(words.subList(1, words.size())));
    }
}
