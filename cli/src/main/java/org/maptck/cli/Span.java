package org.maptck.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads lengths of time such as `30s`, `5m` or `8h`.
final class Span implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String words) {
        if (!words.matches("\\d{1,9}(ms|s|m|h|d)")) {
            throw new TypeConversionException(
                    "'" + words + "', wanted a number and ms, s, m, h or d, as in 30s");
        }
        long number = Long.parseLong(words.replaceAll("\\D", ""));
        return switch (words.replaceAll("\\d", "")) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
