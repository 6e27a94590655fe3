package org.maptck.reports;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The command that runs one rule again.
final class Reproduction {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private Reproduction() {}

    static String of(RunHeader header, Result result) {
        return of(List.of(result.implementation()), result.rule(), header.level());
    }

    /// The command that shows what an implementation does to a rule.
    static String of(String implementation, Rule rule) {
        return of(List.of(implementation), rule.id(), rule.level());
    }

    /// The command that runs a rule again on all of these.
    static String of(List<String> implementations, String rule, Level level) {
        String all =
                implementations.stream()
                        .map(it -> "-a " + quoted(it))
                        .collect(Collectors.joining(" "));
        return "./maptck run %s %s --level %s".formatted(all, quoted(rule), level.id());
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : "'" + Harmless.line(word).replace("'", "'\\''") + "'";
    }
}
