package org.maptck.model;

import java.util.List;

/// Anything that answers commands: the model, a kernel, a process, a recording, a fake.
public interface Implementation extends AutoCloseable {
    /// Who this is and what it offers; the same at every call.
    Identity identity();

    /// Does one command and says what its caller saw. Not for concurrent use.
    Outcome apply(Command command);

    /// Does several commands in order; the outcomes stand in the same order. One that answers over
    /// a wire does it in one round trip.
    default List<Outcome> apply(List<Command> commands) {
        return commands.stream().map(this::apply).toList();
    }

    /// Gives every handle, mapping and program back: what follows starts from nothing.
    void reset();

    /// Gives everything back, for good.
    @Override
    void close();
}
