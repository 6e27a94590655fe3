package org.maptck.adapters.linux;

import org.maptck.model.Outcome;

/// A command that this adapter cannot put to a kernel; the message says what is missing.
final class Unsupportable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final long MEBI = 1 << 20;

    Unsupportable(String what) {
        super(what, null, false, false);
    }

    Outcome outcome() {
        return new Outcome.Unsupported(String.valueOf(getMessage()));
    }

    /// More memory than there is for it, both in bytes.
    static Unsupportable memory(long needed, long limit) {
        return new Unsupportable(
                "needs %d MiB, the limit is %d MiB"
                        .formatted(Math.ceilDiv(needed, MEBI), limit / MEBI));
    }
}
