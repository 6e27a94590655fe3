package org.maptck.cli;

import picocli.CommandLine.Option;

/// How many of one adapter a command uses.
final class JobsOption {
    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            defaultValue = "1",
            description = "how many of one adapter work side by side, where it can")
    private int jobs = 1;

    int count() {
        return Math.max(jobs, 1);
    }
}
