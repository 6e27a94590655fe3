package org.maptck.features;

/// The implementation did not answer: it crashed, hung or broke its protocol.
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Broken(RuntimeException cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
