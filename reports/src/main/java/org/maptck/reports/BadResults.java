package org.maptck.reports;

import java.io.IOException;
import java.nio.file.Path;

/// A file that should hold results and does not. The message is one line: file, line number, what
/// is there and what was wanted.
public final class BadResults extends IOException {
    private static final long serialVersionUID = 1;

    BadResults(Path file, int line, String complaint) {
        super(file + ":" + line + ": " + complaint);
    }
}
