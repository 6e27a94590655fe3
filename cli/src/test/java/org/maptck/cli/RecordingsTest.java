package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.features.Shown;
import org.maptck.features.Suite;
import org.maptck.reports.Verdict;

/// The recordings that come with the kit agree with the rules and with the model, but for what the
/// baselines name. What they do not hold is listed, and never counted as passed.
class RecordingsTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyRecordingAgreesWithTheModelAndThePageSaysSo() throws IOException {
        var judged = new JudgedRecordings(Suite.bundled());
        var files = JudgedRecordings.shipped(ROOT.resolve(JudgeCommand.SHIPPED));
        assertTrue(files.size() >= 6, files::toString);
        var wrong = files.parallelStream().flatMap(file -> wrong(judged, file).stream()).toList();
        assertEquals("", String.join("\n", wrong));
        var changes = judged.changes();
        assertEquals(
                Files.readString(ROOT.resolve("docs").resolve("kernels.md")), judged.page(changes));
        assertEquals(Shown.file(Shown.shipped()), Shown.file(changes));
    }

    private static List<String> wrong(JudgedRecordings judged, Path file) {
        try {
            var judgement = judged.judge(file);
            var wrong = new ArrayList<String>();
            judgement.with(Verdict.FAIL).forEach(r -> wrong.add(file + " fails " + r.scenario()));
            judgement
                    .with(Verdict.UNEXPECTED_PASS)
                    .forEach(r -> wrong.add(file + " passes " + r.scenario()));
            judgement.differences().forEach((id, d) -> wrong.add(file + " " + id + ": " + d));
            int unanswered = judgement.with(Verdict.INCONCLUSIVE).size();
            if (unanswered > 0) {
                System.out.println(file + " does not hold " + unanswered + " scenarios");
            }
            assertTrue(judgement.with(Verdict.PASS).size() > 1000, file::toString);
            return wrong;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
