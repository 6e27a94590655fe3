package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {
    private static ExitCode of(boolean complete, Verdict... verdicts) {
        List<Result> results =
                Arrays.stream(verdicts)
                        .map(it -> Example.result("linux", "array.delete", "one", it, ""))
                        .toList();
        return ExitCode.of(new Results(Example.header(), results, complete));
    }

    @Test
    void passesAndKnownDifferencesConform() {
        assertEquals(ExitCode.CONFORMS, of(true, Verdict.PASS, Verdict.EXPECTED_FAIL));
        assertEquals(ExitCode.CONFORMS, of(true, Verdict.PASS, Verdict.NOT_APPLICABLE));
        assertEquals(ExitCode.CONFORMS, of(true, Verdict.EXPECTED_FAIL));
    }

    @Test
    void aFailureOrAnUnexpectedPassDiffers() {
        assertEquals(ExitCode.DIFFERS, of(true, Verdict.PASS, Verdict.FAIL));
        assertEquals(ExitCode.DIFFERS, of(true, Verdict.UNEXPECTED_PASS));
        assertEquals(ExitCode.DIFFERS, of(false, Verdict.FAIL, Verdict.INCONCLUSIVE));
    }

    @Test
    void anOpenQuestionOrAnEndTooSoonIsInconclusive() {
        assertEquals(ExitCode.INCONCLUSIVE, of(true, Verdict.PASS, Verdict.INCONCLUSIVE));
        assertEquals(ExitCode.INCONCLUSIVE, of(false, Verdict.PASS));
        assertEquals(ExitCode.INCONCLUSIVE, of(false));
    }

    @Test
    void aRunInWhichNothingWasAskedIsNoSuccess() {
        assertEquals(ExitCode.NOTHING_RUN, of(true));
        assertEquals(ExitCode.NOTHING_RUN, of(true, Verdict.NOT_APPLICABLE));
    }

    @Test
    void codesAreThoseThatScriptsKnow() {
        assertEquals(
                List.of(0, 1, 2, 64, 65, 66, 69, 70),
                Arrays.stream(ExitCode.values()).map(ExitCode::code).toList());
    }
}
