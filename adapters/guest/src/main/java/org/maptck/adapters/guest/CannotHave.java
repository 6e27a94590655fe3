package org.maptck.adapters.guest;

/// A guest cannot be had; the message is one line for the user.
public final class CannotHave extends Exception {
    private static final long serialVersionUID = 1;

    CannotHave(String why) {
        super(why);
    }
}
