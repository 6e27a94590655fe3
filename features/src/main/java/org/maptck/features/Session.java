package org.maptck.features;

import java.util.function.Consumer;
import org.maptck.model.Implementation;
import org.maptck.model.Trace;

/// The implementation that scenarios are run against, and who keeps what they did. Bound for the
/// time of a run and seen by the glue alone, because the framework creates the glue's objects
/// itself.
public record Session(Implementation implementation, Consumer<Trace> evidence) {
    /// The session of the run that this thread is in.
    public static final ScopedValue<Session> CURRENT = ScopedValue.newInstance();
}
