package org.maptck.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maptck.json.BadJson;
import org.maptck.json.Fields;
import org.maptck.json.Json;
import org.maptck.json.Node;

/// Puts results together again, line by line.
final class LogReader {
    private final Path file;
    private final List<Result> results = new ArrayList<>();
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private Optional<RunHeader> header = Optional.empty();
    private List<Diagnosis> diagnoses = List.of();
    private boolean complete;
    private int number;

    LogReader(Path file) {
        this.file = file;
    }

    /// @param cut whether the line may lack its end
    void take(String line, boolean cut) throws BadResults {
        number++;
        try {
            take(Json.read(line));
        } catch (BadJson e) {
            if (!cut || header.isEmpty()) {
                throw new BadResults(file, number, e.getMessage());
            }
        }
    }

    private void take(Node line) {
        if (header.isEmpty()) {
            header = Optional.of(ResultForms.HEADER.read(line));
        } else if (complete) {
            throw line.wrong("nothing after the end");
        } else {
            resultOrEnd(line.fields());
        }
    }

    private void resultOrEnd(Fields line) {
        if (line.has("result")) {
            Result result = line.get("result", ResultForms.RESULT);
            line.end();
            results.add(result);
            counts.merge(result.verdict(), 1, Integer::sum);
        } else {
            end(line.get("end"));
            diagnoses =
                    line.has("diagnoses")
                            ? line.list("diagnoses", ResultForms.DIAGNOSIS)
                            : List.of();
            line.end();
        }
    }

    private void end(Node end) {
        if (!ResultForms.COUNTS.read(end).equals(counts)) {
            throw end.wrong(
                    "the counts of the lines before it: " + ResultForms.COUNTS.encode(counts));
        }
        complete = true;
    }

    Results results() throws BadResults {
        RunHeader found =
                header.orElseThrow(() -> new BadResults(file, 1, "no line, wanted a header"));
        return new Results(found, results, complete, diagnoses);
    }
}
