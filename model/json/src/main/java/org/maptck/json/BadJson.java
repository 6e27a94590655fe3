package org.maptck.json;

import java.util.Optional;

/// A text that is not the JSON that was wanted. The message is one line: where, what stands there,
/// and what was wanted.
public final class BadJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String message;
    private final String unknown;

    BadJson(String message) {
        this(message, "");
    }

    BadJson(String message, String unknown) {
        super(message);
        this.message = message;
        this.unknown = unknown;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// The word that stands where one of a list is wanted and that is none of them; empty where
    /// something else is wrong. Another version of the form may know it.
    public Optional<String> unknownWord() {
        return unknown.isEmpty() ? Optional.empty() : Optional.of(unknown);
    }

    /// The same complaint with the place that it comes from in front, as in `line 3`.
    public BadJson at(String place) {
        return new BadJson(place + ": " + message, unknown);
    }
}
