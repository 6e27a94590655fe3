package org.maptck.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/// A progress bar on standard error, where that is a terminal: of the commands that are to be done,
/// or of the time.
record FuzzProgress(Optional<ProgressBar> bar, boolean counted) implements AutoCloseable {
    private static final long MILLI = 1_000_000;

    static FuzzProgress over(Duration time, Optional<Long> commands) {
        if (!Screen.interactive()) {
            return new FuzzProgress(Optional.empty(), false);
        }
        var bar =
                new ProgressBarBuilder()
                        .setTaskName("fuzz")
                        .setInitialMax(commands.orElse(time.toMillis()))
                        .build();
        return new FuzzProgress(Optional.of(bar), commands.isPresent());
    }

    /// @param nanos since the beginning
    void at(long commands, long nanos) {
        if (bar.isPresent()) {
            bar.get().stepTo(counted ? commands : nanos / MILLI);
            bar.get().setExtraMessage(commands * 1000 / (nanos / MILLI + 1) + " commands/s");
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
