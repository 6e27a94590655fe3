package org.maptck.reports;

import java.io.IOException;

/// A baseline that makes no sense. The message is one line: file, line number, what is there and
/// what was wanted.
public final class BadBaseline extends IOException {
    private static final long serialVersionUID = 1;

    BadBaseline(String complaint) {
        super(complaint);
    }
}
