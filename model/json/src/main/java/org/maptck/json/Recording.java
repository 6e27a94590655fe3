package org.maptck.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.maptck.model.Identity;
import org.maptck.model.Trace;

/// What an implementation was seen to do: who it was, and traces, each from nothing on. In a file
/// it is gzipped JSON Lines: the identity, then a trace a line.
///
/// @param traces each begins after a reset
public record Recording(Identity identity, List<Trace> traces) {
    public Recording {
        traces = List.copyOf(traces);
    }

    /// Writes it all, and closes the stream.
    public void write(OutputStream out) throws IOException {
        try (var lines = new OutputStreamWriter(new GZIPOutputStream(out), UTF_8)) {
            lines.append(Json.IDENTITY.encode(identity)).append('\n');
            for (Trace trace : traces) {
                lines.append(Json.TRACE.encode(trace)).append('\n');
            }
        }
    }

    /// What [#write] wrote; closes the stream.
    ///
    /// @throws BadJson for a line that is something else, with its number
    public static Recording read(InputStream in) throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), UTF_8))) {
            String first = lines.readLine();
            if (first == null) {
                throw new BadJson("line 1: no text, wanted an identity");
            }
            var identity = decode(Json.IDENTITY, first, 1);
            var traces = new ArrayList<Trace>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                traces.add(decode(Json.TRACE, line, traces.size() + 2));
            }
            return new Recording(identity, traces);
        }
    }

    private static <T> T decode(Form<T> form, String line, int number) {
        try {
            return form.decode(line);
        } catch (BadJson e) {
            throw e.at("line " + number);
        }
    }
}
