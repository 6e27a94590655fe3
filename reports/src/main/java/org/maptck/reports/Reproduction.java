package org.maptck.reports;

import java.util.regex.Pattern;

/// The command that runs one rule again on one implementation.
final class Reproduction {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private Reproduction() {}

    static String of(RunHeader header, Result result) {
        return "./maptck run -a %s %s --level %s"
                .formatted(
                        quoted(result.implementation()),
                        quoted(result.rule()),
                        header.level().id());
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : "'" + Harmless.line(word).replace("'", "'\\''") + "'";
    }
}
