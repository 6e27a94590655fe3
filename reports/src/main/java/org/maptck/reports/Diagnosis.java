package org.maptck.reports;

import java.util.ArrayList;
import java.util.List;

/// What the failures of an implementation look like.
///
/// @param implementation its address
/// @param causes known-bad implementations that together fail as it does, the most telling first
/// @param explained how many of the failing scenarios fail on one of them too
/// @param failures how many scenarios fail
public record Diagnosis(String implementation, List<Cause> causes, int explained, int failures) {
    public Diagnosis {
        causes = List.copyOf(causes);
    }

    /// One of several faults.
    ///
    /// @param names known-bad implementations that cannot be told apart by what was run
    /// @param rule the id of the rule that the first of them breaks
    /// @param what what the first of them does wrong
    public record Cause(List<String> names, String rule, String what) {
        public Cause {
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            var others = names.size() > 1 ? " or " + (names.size() - 1) + " like it" : "";
            return "behaves like %s%s (rule %s): %s"
                    .formatted(names.getFirst(), others, rule, what);
        }
    }

    /// A line a cause.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        causes.forEach(cause -> lines.add(implementation + " " + cause));
        lines.add("that explains %d of its %d failures".formatted(explained, failures));
        return lines;
    }
}
