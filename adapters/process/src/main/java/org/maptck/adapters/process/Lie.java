package org.maptck.adapters.process;

import java.util.Locale;

/// One way in which an adapter can be wrong about its own protocol, whatever its map does.
public enum Lie {
    /// Ends before it says anything.
    CRASH_AT_START,
    /// Ends instead of an answer.
    CRASH,
    /// Answers, then ends.
    DIES_BETWEEN,
    /// Never answers.
    HANG,
    /// Answers after 20 seconds.
    LATE,
    /// Answers each request twice.
    TWICE,
    /// Answers the commands of a list in reverse.
    REVERSED,
    /// Answers with an outcome too many.
    WRONG_ARITY,
    /// Answers what is not JSON.
    GARBAGE,
    /// Answers what is not UTF-8.
    NOT_UTF8,
    /// Answers with a line that never ends.
    ENDLESS,
    /// Answers lines and lines.
    FLOOD,
    /// Complains at length on stderr, then answers.
    FLOOD_STDERR,
    /// Answers another request.
    WRONG_ID,
    /// Answers `error` where a result is due.
    ERROR,
    /// Does not know `hello`.
    NO_HELLO,
    /// Answers `hello` with another version.
    WRONG_VERSION,
    /// Declares the batch commands and does not offer them.
    OVER_CLAIMS,
    /// Offers per-CPU maps and does not declare them.
    UNDER_CLAIMS,
    /// Answers `reset` and keeps everything.
    NO_RESET;

    /// The name on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it begins with the first message, or is about what is declared, and not about an
    /// answer.
    boolean isFromTheStart() {
        return switch (this) {
            case CRASH_AT_START, NO_HELLO, WRONG_VERSION, OVER_CLAIMS, UNDER_CLAIMS, NO_RESET ->
                    true;
            case CRASH,
                    DIES_BETWEEN,
                    HANG,
                    LATE,
                    TWICE,
                    REVERSED,
                    WRONG_ARITY,
                    GARBAGE,
                    NOT_UTF8,
                    ENDLESS,
                    FLOOD,
                    FLOOD_STDERR,
                    WRONG_ID,
                    ERROR ->
                    false;
        };
    }
}
