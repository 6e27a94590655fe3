package org.maptck.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.maptck.model.Trace;

final class TraceLinesTest {
    @Test
    void aTraceOfEverythingComesBack() throws IOException {
        var outcomes = new ArrayList<>(Samples.outcomes().values());
        var entries = new ArrayList<Trace.Entry>();
        for (var command : Samples.commands().values()) {
            var outcome = outcomes.get(entries.size() % outcomes.size());
            entries.add(new Trace.Entry(command, outcome));
        }
        var trace = new Trace(entries);
        var lines = new StringBuilder();
        TraceLines.write(trace, lines);
        assertEquals(entries.size(), lines.chars().filter(c -> c == '\n').count());
        assertEquals(trace, TraceLines.read(new StringReader(lines.toString())));
        assertEquals(trace, Json.TRACE.decode(Json.TRACE.encode(trace)));
    }

    @Test
    void noLinesAreNoTrace() throws IOException {
        assertEquals(Trace.EMPTY, TraceLines.read(new StringReader("")));
    }
}
