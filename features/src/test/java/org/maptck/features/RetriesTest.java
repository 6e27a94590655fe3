package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Level;
import org.maptck.reports.Result;
import org.maptck.reports.ResultLog;
import org.maptck.reports.Results;
import org.maptck.reports.Verdict;

/// A failure that is asked again.
class RetriesTest {
    private static final String RULE =
            """
            Feature: mine
              @rule:my.rule @documented
              Rule: A map takes a value
                Source: me
                Scenario: it does
                  Given an array map of 2 elements of 8 bytes
                  When user space updates index 1 to pattern 3
                  Then user space sees pattern 3 at index 1
            """;

    @TempDir private Path folder = Path.of("");

    /// The model, but that so many of its first updates are refused.
    private static final class Moody implements Implementation {
        private final Implementation model = new ReferenceModel(Platform.DEFAULT);
        private int refusals;

        Moody(int refusals) {
            this.refusals = refusals;
        }

        @Override
        public Identity identity() {
            return model.identity();
        }

        @Override
        public Outcome apply(Command command) {
            boolean refuses = command instanceof Command.Update && refusals > 0;
            refusals -= refuses ? 1 : 0;
            return refuses ? new Outcome.Refused(Errno.EPERM) : model.apply(command);
        }

        @Override
        public void reset() {
            model.reset();
        }

        @Override
        public void close() {
            model.close();
        }
    }

    private Results run(int refusals, int retries) throws IOException {
        var suite = SuiteReader.read(Map.of("mine.feature", RULE));
        Map<String, List<Implementation>> moody = Map.of("moody", List.of(new Moody(refusals)));
        var run = new TestRun(suite, Selection.of(Level.OBSERVED), moody, Map.of(), retries);
        var log = folder.resolve(ResultLog.NAME);
        var results = run.run(log, Map.of(), _ -> {});
        assertEquals(results, ResultLog.read(log));
        assertEquals(1, results.results().size());
        return results;
    }

    private Result only(int refusals, int retries) throws IOException {
        return run(refusals, retries).results().getFirst();
    }

    @Test
    void whatFailsOnceIsFlakyAndNoPass() throws IOException {
        var result = only(1, 2);
        assertEquals(Verdict.INCONCLUSIVE, result.verdict());
        assertTrue(
                result.reason().startsWith("flaky: failed once, then passed 2 of 2 times; "),
                result.reason());
        assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(run(1, 2)));
    }

    @Test
    void whatFailsEachTimeFails() throws IOException {
        assertEquals(Verdict.FAIL, only(100, 3).verdict());
    }

    @Test
    void withoutRetriesAFailureFails() throws IOException {
        assertEquals(Verdict.FAIL, only(1, 0).verdict());
    }

    @Test
    void aPassIsNotAskedAgain() throws IOException {
        assertEquals(Verdict.PASS, only(0, 3).verdict());
    }
}
