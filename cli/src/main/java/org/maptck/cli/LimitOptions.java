package org.maptck.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import org.maptck.adapters.spi.Limits;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Option;

/// How long and how much an adapter may answer.
final class LimitOptions {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)");

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "for one exchange with an adapter, as in 500ms, 10s or 2m")
    private String timeout = "10s";

    @Option(
            names = "--line-limit",
            paramLabel = "BYTES",
            defaultValue = "67108864",
            description = "of one message of an adapter")
    private int lineLimit = Limits.USUAL.lineLength();

    @Option(
            names = "--restarts",
            paramLabel = "N",
            defaultValue = "100",
            description = "how often an adapter may be started anew; after a silence counts 10")
    private int restarts = Limits.USUAL.restarts();

    Limits limits() {
        try {
            return new Limits(time(), lineLimit, restarts);
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    private Duration time() {
        var parts = TIME.matcher(timeout);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "--timeout " + timeout + ", wanted a time, as in 500ms, 10s or 2m");
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case String _ -> Duration.ofMinutes(count);
        };
    }
}
