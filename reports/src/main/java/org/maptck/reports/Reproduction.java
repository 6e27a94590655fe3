package org.maptck.reports;

import java.util.regex.Pattern;

/// The command that runs one rule again on one implementation.
final class Reproduction {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private Reproduction() {}

    static String of(RunHeader header, Result result) {
        return of(result.implementation(), result.rule(), header.level());
    }

    /// The command that shows what an implementation does to a rule.
    static String of(String implementation, Rule rule) {
        return of(implementation, rule.id(), rule.level());
    }

    private static String of(String implementation, String rule, Level level) {
        return "./maptck run -a %s %s --level %s"
                .formatted(quoted(implementation), quoted(rule), level.id());
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : "'" + Harmless.line(word).replace("'", "'\\''") + "'";
    }
}
