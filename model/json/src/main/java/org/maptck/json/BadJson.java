package org.maptck.json;

/// A text that is not the JSON that was wanted. The message is one line: where, what stands there,
/// and what was wanted.
public final class BadJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String message;

    BadJson(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// The same complaint with the place that it comes from in front, as in `line 3`.
    public BadJson at(String place) {
        return new BadJson(place + ": " + message);
    }
}
