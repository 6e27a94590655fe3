package org.maptck.adapters.recorded;

/// A file is not a recording; the message is one line for the user.
public final class BadRecording extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadRecording(String why) {
        super(why);
    }
}
