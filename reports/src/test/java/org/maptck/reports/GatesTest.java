package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a gate says of a run beside the one before it, and beside what was known.
final class GatesTest {
    private static Result one(Verdict verdict) {
        return Example.result("linux", "array.delete", "one", verdict, "");
    }

    private static Result absent(Verdict verdict) {
        return Example.result("linux", "array.delete", "absent", verdict, "EPERM");
    }

    private static List<String> compared(Verdict before, Verdict after) {
        return Comparison.of(Example.of(one(before)), Example.of(one(after))).lines();
    }

    @Test
    void whatWasGoodAndIsNotIsARegression() {
        assertEquals(
                List.of(
                        "regression  linux  array.delete/one: fail, before pass",
                        "1 regressions, 0 new that are not good, 0 newly undeclared, 0 fixes"),
                compared(Verdict.PASS, Verdict.FAIL));
        assertTrue(compared(Verdict.PASS, Verdict.INCONCLUSIVE).getFirst().startsWith("regr"));
        assertTrue(compared(Verdict.EXPECTED_FAIL, Verdict.FAIL).getFirst().startsWith("regr"));
    }

    @Test
    void whatWasBadAndPassesIsAFix() {
        assertTrue(compared(Verdict.FAIL, Verdict.PASS).getFirst().startsWith("fix "));
        assertTrue(compared(Verdict.FAIL, Verdict.EXPECTED_FAIL).getFirst().startsWith("fix "));
    }

    @Test
    void whatIsNoLongerAskedIsNewlyUndeclared() {
        assertTrue(compared(Verdict.PASS, Verdict.NOT_APPLICABLE).getFirst().startsWith("undecl"));
        assertTrue(compared(Verdict.FAIL, Verdict.NOT_APPLICABLE).getFirst().startsWith("undecl"));
        var gone = Comparison.of(Example.of(one(Verdict.PASS)), Example.of());
        assertEquals(
                "undeclared  linux  array.delete/one: not run, before pass",
                gone.lines().getFirst());
        assertFalse(gone.worse());
    }

    @Test
    void aNewScenarioThatFailsIsWorseAndOneThatPassesIsNot() {
        var nothing = Example.of();
        assertTrue(Comparison.of(nothing, Example.of(one(Verdict.FAIL))).worse());
        assertFalse(Comparison.of(nothing, Example.of(one(Verdict.PASS))).worse());
    }

    @Test
    void theSameRunIsNoChange() {
        var same = Comparison.of(Example.results(), Example.results());
        assertEquals(1, same.lines().size());
        assertFalse(same.worse());
    }

    @Test
    void whatFailsIsAddedAndWhatPassesGoes() {
        var results = Example.of(one(Verdict.UNEXPECTED_PASS), absent(Verdict.FAIL));
        assertEquals(
                "# mine\nother.rule  later\narray.delete/absent  EPERM\n",
                BaselineUpdate.of(results, "linux")
                        .apply("# mine\narray.delete/one  see 7\nother.rule  later\n"));
    }

    @Test
    void aLineOfARuleStaysWhileAllOfItFails() {
        var all = Example.of(one(Verdict.EXPECTED_FAIL), absent(Verdict.FAIL));
        assertEquals(
                "array.delete  see 7\n",
                BaselineUpdate.of(all, "linux").apply("array.delete  see 7"));
        var some = Example.of(one(Verdict.UNEXPECTED_PASS), absent(Verdict.EXPECTED_FAIL));
        assertEquals(
                "array.delete/absent  see 7\n",
                BaselineUpdate.of(some, "linux").apply("array.delete  see 7\n"));
    }

    @Test
    void anUpdatedBaselineFits() throws BadBaseline {
        var results = Example.of(one(Verdict.FAIL), absent(Verdict.FAIL));
        var known = Baseline.read("known", BaselineUpdate.of(results, "linux").apply(""));
        results.results()
                .forEach(it -> assertEquals(Verdict.EXPECTED_FAIL, known.judge(it).verdict()));
    }

    @Test
    void whatAnotherImplementationFailsIsNoneOfIts() {
        var other = Example.result(Example.HOSTILE, "array.delete", "one", Verdict.FAIL, "EPERM");
        assertEquals(
                "array.delete/absent  EPERM\n",
                BaselineUpdate.of(Example.of(other, absent(Verdict.FAIL)), "linux").apply(""));
    }
}
