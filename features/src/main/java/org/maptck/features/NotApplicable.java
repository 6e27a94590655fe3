package org.maptck.features;

/// The implementation, or the machine it is on, cannot be asked this; the message says why.
public final class NotApplicable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotApplicable(String why) {
        super(why);
    }
}
