package org.maptck.model;

/// Anything that answers commands: the model, a kernel, a process, a recording, a fake.
public interface Implementation extends AutoCloseable {
    /// Who this is and what it offers; the same at every call.
    Identity identity();

    /// Does one command and says what its caller saw. Not for concurrent use.
    Outcome apply(Command command);

    /// Gives every handle, mapping and program back: what follows starts from nothing.
    void reset();

    /// Gives everything back, for good.
    @Override
    void close();
}
