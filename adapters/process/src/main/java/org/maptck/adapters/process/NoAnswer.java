package org.maptck.adapters.process;

/// An adapter did not answer as the protocol says; the message is one line of evidence.
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What is left of the connection.
    enum Damage {
        /// It goes on: the adapter said that it could not.
        NONE,
        /// It is of no more use.
        LOST,
        /// It is of no more use, and that took the whole time limit to see.
        SILENT
    }

    private final Damage damage;

    NoAnswer(String why, Damage damage) {
        super(why);
        this.damage = damage;
    }

    Damage damage() {
        return damage;
    }
}
