package org.maptck.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import org.maptck.model.Trace;

/// A trace as JSON Lines: an entry a line, `{"command":{...},"outcome":{...}}`.
public final class TraceLines {
    private TraceLines() {}

    /// Writes the trace, each line with its end.
    public static void write(Trace trace, Appendable out) throws IOException {
        for (Trace.Entry entry : trace.entries()) {
            out.append(Json.ENTRY.encode(entry)).append('\n');
        }
    }

    /// The trace that the lines hold; blank lines are none.
    ///
    /// @throws BadJson for any other line, with its number
    public static Trace read(Reader in) throws IOException {
        var lines = new BufferedReader(in);
        var entries = new ArrayList<Trace.Entry>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                entries.add(entry(line, number));
            }
            number++;
        }
        return new Trace(entries);
    }

    private static Trace.Entry entry(String line, int number) {
        try {
            return Json.ENTRY.decode(line);
        } catch (BadJson e) {
            throw e.at("line " + number);
        }
    }
}
