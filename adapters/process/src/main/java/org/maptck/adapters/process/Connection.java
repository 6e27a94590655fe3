package org.maptck.adapters.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Two streams to an adapter, and what is known of its other end.
interface Connection {
    /// Where a connection is made.
    interface Door {
        /// Makes one.
        Connection open() throws IOException;
    }

    InputStream in();

    OutputStream out();

    /// What became of the other end, in words; empty where nothing is known.
    String fate();

    /// Ends it at once, whatever the other end does.
    void destroy();

    /// Lets the other end finish for a moment, then ends it.
    void finish();
}
