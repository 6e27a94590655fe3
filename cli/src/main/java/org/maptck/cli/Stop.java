package org.maptck.cli;

import org.maptck.reports.ExitCode;

/// Ends the command with an exit code and one line for the user.
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    Stop(ExitCode code, String line) {
        super(line);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
