package org.maptck.features.fuzz;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maptck.features.Words;
import org.maptck.features.fuzz.Agreement.Difference;
import org.maptck.json.TraceLines;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.reports.Rule;
import org.maptck.reports.TraceText;

/// One difference for a reader, and as files that show it again.
///
/// @param origin where it was found: a list by seed and index, or a file
/// @param line what makes the list again, if it was generated
/// @param rules those that are likely to be broken, the likeliest first
public record Report(
        String address,
        String origin,
        Optional<String> line,
        Difference difference,
        Platform platform,
        List<Rule> rules) {
    private static final int SHOWN = 5;

    /// Writes the trace and the scenario, and the line if there is one: NAME.jsonl, NAME.feature,
    /// NAME.replay.
    ///
    /// @return the trace
    public Path write(Path folder, String name) throws IOException {
        var trace = folder.resolve(name + ".jsonl");
        var out = new StringWriter();
        TraceLines.write(difference.trace(), out);
        Files.writeString(trace, out.toString());
        Files.writeString(
                folder.resolve(name + ".feature"),
                ScenarioText.feature(difference, platform, rules.stream().findFirst(), origin));
        if (line.isPresent()) {
            Files.writeString(folder.resolve(name + ".replay"), line.get() + "\n");
        }
        return trace;
    }

    /// What was done, what was wanted, what came, and which rules say so.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("differs  " + address + "  " + origin);
        for (Trace.Entry entry : difference.before().entries()) {
            lines.add("  before   " + TraceText.of(entry));
        }
        lines.add("  command  " + TraceText.of(difference.entry().command()));
        lines.add("  expected " + Words.of(difference.permitted()));
        lines.add("  got      " + Words.of(difference.entry().outcome()));
        lines.add("  rule     " + suspicion());
        return lines;
    }

    private String suspicion() {
        if (rules.isEmpty()) {
            return "every scenario of the rules passes on it: a rule may be missing";
        }
        var ids = rules.stream().limit(SHOWN).map(Rule::id).collect(Collectors.joining(", "));
        int more = rules.size() - SHOWN;
        return "fails on it: " + ids + (more > 0 ? " and " + more + " more" : "");
    }
}
