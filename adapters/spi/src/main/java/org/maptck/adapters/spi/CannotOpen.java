package org.maptck.adapters.spi;

/// An implementation would not start; the message is one line for the user.
public final class CannotOpen extends Exception {
    private static final long serialVersionUID = 1;

    public CannotOpen(String why) {
        super(why);
    }
}
