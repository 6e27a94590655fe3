package org.maptck.adapters.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.maptck.json.BadJson;
import org.maptck.json.Fields;
import org.maptck.json.Json;
import org.maptck.model.Identity;
import org.maptck.model.Trace;

/// What an implementation answered to scenarios and on random walks, each from nothing on.
///
/// A file of it is compressed JSON Lines: `{"recording":1,"identity":{...},"facts":{...}}`, then a
/// line a scenario: `{"scenario":"...","trace":[...]}`.
///
/// @param facts what else is known of the implementation, by name
/// @param lines the traces by the id of their scenario, in the form of the file
public record Recording(
        Identity identity, Map<String, String> facts, SequencedMap<String, String> lines) {
    /// How the name of a file ends.
    public static final String SUFFIX = ".jsonl.gz";

    /// How the ids of random walks begin, which stand among those of scenarios.
    public static final String WALK = "walk/";

    /// How the ids of traces begin that tell kernel versions apart, whatever the version asked.
    public static final String CHANGE = "change/";

    private static final int VERSION = 1;

    /// Values of more than 4 MiB fit in a line, elements beyond 4 GiB do not.
    private static final int LONGEST = 32 << 20;

    private static final int LONGEST_WALK = 1 << 15;

    /// Nothing of an implementation, yet.
    public static Recording of(Identity identity, Map<String, String> facts) {
        return new Recording(identity, facts, new LinkedHashMap<>());
    }

    /// The recording in a file.
    ///
    /// @throws BadRecording for a file that is none
    public static Recording read(Path file) throws IOException {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            var first = in.readLine();
            if (first == null) {
                throw new BadRecording(file + ": empty, wanted a recording");
            }
            var recording = header(first);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                recording.lines().put(scenario(line), line);
            }
            return recording;
        } catch (ZipException | BadJson wrong) {
            throw new BadRecording(file + ": " + wrong.getMessage() + ", wanted a recording");
        }
    }

    private static Recording header(String line) {
        var fields = Json.read(line).fields();
        var version = fields.get("recording");
        if (version.number() != VERSION) {
            throw version.wrong("" + VERSION);
        }
        return of(fields.get("identity", Json.IDENTITY), facts(fields.get("facts").fields()));
    }

    private static Map<String, String> facts(Fields fields) {
        var facts = new TreeMap<String, String>();
        for (String name : fields.names()) {
            facts.put(name, fields.get(name).text());
        }
        return facts;
    }

    /// The id at the beginning of a line, which need not be read further for it.
    private static String scenario(String line) {
        int start = line.indexOf(":\"") + 2;
        int end = line.indexOf('"', start);
        if (!line.startsWith("{\"scenario\":\"") || end < 0) {
            throw new BadRecording("a line that begins otherwise, wanted {\"scenario\":\"...\"");
        }
        return line.substring(start, end);
    }

    /// Whether an id is that of a scenario, and not of anything else that was asked.
    public static boolean isScenario(String id) {
        return !id.startsWith(WALK) && !id.startsWith(CHANGE);
    }

    /// What was answered to a scenario, if it was asked.
    public Optional<Trace> trace(String scenario) {
        return Optional.ofNullable(lines.get(scenario)).map(Recording::decoded);
    }

    /// The trace that a line of the file holds.
    public static Trace decoded(String line) {
        try {
            return Json.read(line).fields().get("trace", Json.TRACE);
        } catch (BadJson wrong) {
            throw new BadRecording(wrong.getMessage() + ", wanted a recorded trace");
        }
    }

    /// Takes what was answered to a scenario in place of what there was; an answer too long for a
    /// recording is left out, as if the scenario had not been asked. Of a long walk the beginning
    /// is kept.
    public void put(String scenario, Trace trace) {
        boolean walk = scenario.startsWith(WALK);
        write(scenario, walk ? beginning(trace) : trace);
    }

    private static Trace beginning(Trace trace) {
        int length = 0;
        int kept = 0;
        for (var entry : trace.entries()) {
            length += Json.ENTRY.encode(entry).length();
            if (length > LONGEST_WALK) {
                break;
            }
            kept++;
        }
        return new Trace(trace.entries().subList(0, kept));
    }

    private void write(String scenario, Trace trace) {
        var line =
                Json.write(out ->
                        out.open()
                                .name("scenario")
                                .text(scenario)
                                .name("trace")
                                .value(trace, Json.TRACE)
                                .close());
        if (line.length() <= LONGEST) {
            lines.put(scenario, line);
        }
    }

    /// Writes the file, in one step.
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = file.resolveSibling(file.getFileName() + ".part");
        try (Writer out =
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(fresh)),
                        StandardCharsets.UTF_8)) {
            out.write(header() + "\n");
            for (String line : lines.values()) {
                out.write(line + "\n");
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private String header() {
        return Json.write(out -> {
            out.open().name("recording").number(VERSION);
            out.name("identity").value(identity, Json.IDENTITY);
            out.name("facts").open();
            new TreeMap<>(facts).forEach((name, value) -> out.name(name).text(value));
            out.close().close();
        });
    }
}
