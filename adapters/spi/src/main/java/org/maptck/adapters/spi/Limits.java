package org.maptck.adapters.spi;

import java.time.Duration;

/// How long and how much an implementation that lives elsewhere may answer before it is given up.
///
/// @param timeout for one exchange
/// @param lineLength bytes of one message
/// @param restarts how often it may be started again in a run; one that was stopped for its silence
///   counts [#SILENCE] times
public record Limits(Duration timeout, int lineLength, int restarts) {
    /// How often a silence counts among the restarts.
    public static final int SILENCE = 10;

    /// 10 seconds, 64 MiB, 100 restarts.
    public static final Limits USUAL = new Limits(Duration.ofSeconds(10), 64 << 20, 100);

    public Limits {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("time limit " + timeout + ", wanted more than 0");
        }
        if (lineLength < 1 || restarts < 0) {
            throw new IllegalArgumentException(
                    "limits of " + lineLength + " bytes and " + restarts + " restarts");
        }
    }
}
