package org.maptck.adapters.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A child process, with all that it started.
final class Child implements Connection {
    private static final long GRACE_MILLIS = 2000;
    private static final int SIGNALLED = 128;
    private static final int SIGNALS = 64;

    private final Process process;
    private final Tail stderr;
    private final Thread guard = new Thread(this::kill);
    private List<ProcessHandle> seen = List.of();

    private Child(Process process) {
        this.process = process;
        stderr = Tail.of(process.getErrorStream());
        Runtime.getRuntime().addShutdownHook(guard);
    }

    static Child start(List<String> words) throws IOException {
        return new Child(new ProcessBuilder(words).start());
    }

    @Override
    public InputStream in() {
        return process.getInputStream();
    }

    @Override
    public OutputStream out() {
        return process.getOutputStream();
    }

    /// Waits a moment, because a pipe can end before its process does.
    @Override
    public String fate() {
        noteDescendants();
        boolean gone = exited(GRACE_MILLIS / 4);
        if (gone) {
            stderr.awaitEnd(GRACE_MILLIS / 4);
        }
        return (gone ? status(process.exitValue()) : "it still runs") + stderr.words();
    }

    private static String status(int status) {
        return status > SIGNALLED && status <= SIGNALLED + SIGNALS
                ? "it ended by signal " + (status - SIGNALLED) + " or with status " + status
                : "it ended with status " + status;
    }

    private boolean exited(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What a process started can no more be found once it is gone.
    private void noteDescendants() {
        var now = process.descendants().toList();
        if (!now.isEmpty()) {
            seen = now;
        }
    }

    @Override
    public void destroy() {
        kill();
        exited(GRACE_MILLIS);
        Guards.remove(guard);
    }

    private void kill() {
        noteDescendants();
        var all = new ArrayList<ProcessHandle>(seen);
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void finish() {
        noteDescendants();
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // it is gone already
        }
        exited(GRACE_MILLIS);
        destroy();
    }

    /// Hooks of the end of this process.
    private static final class Guards {
        static void remove(Thread guard) {
            try {
                Runtime.getRuntime().removeShutdownHook(guard);
            } catch (IllegalStateException _) {
                // the end has come: the hook does its work
            }
        }
    }
}
