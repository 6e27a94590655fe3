package org.maptck.reports;

import java.util.Optional;
import org.maptck.model.Trace;

/// The verdict of one scenario on one implementation, with its evidence.
///
/// @param implementation the address of the implementation
/// @param rule the id of the rule
/// @param scenario the id of the scenario
/// @param reason why, in one line; of a pass, what it saw that need not be seen, or nothing
/// @param difference what was wanted and what came, where they differ
/// @param trace what was done and seen, in order
public record Result(
        String implementation,
        String rule,
        String scenario,
        Verdict verdict,
        String reason,
        Optional<Difference> difference,
        Trace trace) {
    /// The same evidence under another verdict.
    public Result as(Verdict other, String why) {
        return new Result(implementation, rule, scenario, other, why, difference, trace);
    }

    /// A step that came out otherwise than the rule says.
    public record Difference(String step, String expected, String got) {}
}
