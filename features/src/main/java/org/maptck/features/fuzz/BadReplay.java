package org.maptck.features.fuzz;

/// A file that cannot be replayed; the message names the file, the place and what was wanted.
public final class BadReplay extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadReplay(String message) {
        super(message);
    }
}
