package org.maptck.adapters.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of a command line, as a shell would split it: by blanks, where `'...'` keeps all as it
/// is, `"..."` all but a backslash, and a backslash keeps the next character. Nothing else means
/// anything: no variables, no wildcards, no pipes.
final class CommandWords {
    private static final String SINGLE = "'(?<single>[^']*+)'";
    private static final String DOUBLE = "\"(?<double>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
    private static final String KEPT = "\\\\(?<kept>.)";
    private static final String PLAIN = "(?<plain>[^\\s'\"\\\\]++)";
    private static final Pattern PART =
            Pattern.compile(String.join("|", SINGLE, DOUBLE, KEPT, PLAIN), Pattern.DOTALL);
    private static final Pattern WORD =
            Pattern.compile("(?:%s)++".formatted(unnamed(PART.pattern())), Pattern.DOTALL);
    private static final Pattern LINE =
            Pattern.compile("\\s*+(?:%s\\s*+)*+".formatted(WORD.pattern()), Pattern.DOTALL);

    private CommandWords() {}

    private static String unnamed(String pattern) {
        return pattern.replaceAll("\\?<[a-z]+>", "?:");
    }

    /// The words; empty where a quote is not closed.
    static Optional<List<String>> of(String line) {
        return LINE.matcher(line).matches()
                ? Optional.of(
                        WORD.matcher(line).results().map(word -> unquoted(word.group())).toList())
                : Optional.empty();
    }

    private static String unquoted(String word) {
        var text = new StringBuilder();
        PART.matcher(word)
                .results()
                .forEach(part -> {
                    if (part.group("double") != null) {
                        text.append(part.group("double").replaceAll("\\\\(.)", "$1"));
                    } else if (part.group("single") != null) {
                        text.append(part.group("single"));
                    } else if (part.group("kept") != null) {
                        text.append(part.group("kept"));
                    } else {
                        text.append(part.group("plain"));
                    }
                });
        return text.toString();
    }
}
