package org.maptck.model.reference;

import java.util.Optional;
import org.maptck.model.Command;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;

/// What is too large to be told of, or to be held: a limit of the model and of the adapters, and
/// not of kernels.
final class TooLarge {
    /// Bytes of values that are spelled out.
    private static final int LIMIT = 1 << 28;

    private TooLarge() {}

    /// Instead of a value of that many bytes.
    static Optional<Outcome> value(long size) {
        return size > LIMIT
                ? Optional.of(
                        new Outcome.Unsupported(
                                "a value of " + size + " bytes, the limit is " + LIMIT))
                : Optional.empty();
    }

    /// Instead of taking a value of that many bytes from where it has to be copied.
    static Optional<Outcome> source(Input input, long size) {
        return input instanceof Input.InMapping ? value(size) : Optional.empty();
    }

    /// Instead of so many elements of a map.
    static Optional<Outcome> batch(long count, long maxEntries, int size) {
        return value(Math.min(count, maxEntries) * (MapSpec.KEY_SIZE + size));
    }

    /// Instead of a map of so many maps.
    static Optional<Outcome> outer(long maxEntries) {
        return maxEntries > Command.CreateOuter.LIMIT
                ? Optional.of(
                        new Outcome.Unsupported(
                                "a map of %d maps, the limit is %d"
                                        .formatted(maxEntries, Command.CreateOuter.LIMIT)))
                : Optional.empty();
    }
}
