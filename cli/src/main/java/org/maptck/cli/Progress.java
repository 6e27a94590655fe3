package org.maptck.cli;

import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.maptck.reports.Result;

/// A progress bar on standard error, where that is a terminal; silence elsewhere.
record Progress(Optional<ProgressBar> bar) implements Consumer<Result>, AutoCloseable {
    static Progress over(int scenarios) {
        return new Progress(Screen.interactive() ? Optional.of(bar(scenarios)) : Optional.empty());
    }

    private static ProgressBar bar(int scenarios) {
        return new ProgressBarBuilder().setTaskName("scenarios").setInitialMax(scenarios).build();
    }

    @Override
    public void accept(Result result) {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
