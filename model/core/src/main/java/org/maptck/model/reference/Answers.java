package org.maptck.model.reference;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;

/// Outcomes that are all alike, made once.
final class Answers {
    static final Outcome DONE = new Outcome.Done();
    static final Outcome ABSENT = new Outcome.Absent();

    private static final Map<Errno, Outcome> REFUSED = refusals();

    private Answers() {}

    static Outcome refused(Errno errno) {
        return REFUSED.getOrDefault(errno, DONE);
    }

    static Outcome refusedOr(Optional<Errno> refusal, Outcome success) {
        return refusal.map(Answers::refused).orElse(success);
    }

    static Outcome found(Bytes bytes) {
        return new Outcome.Found(bytes);
    }

    private static Map<Errno, Outcome> refusals() {
        var all = new EnumMap<Errno, Outcome>(Errno.class);
        for (Errno errno : Errno.values()) {
            all.put(errno, new Outcome.Refused(errno));
        }
        return all;
    }
}
