package org.maptck.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.maptck.json.Json;
import org.maptck.json.Sink;

/// `badge.json`: what an endpoint badge of shields.io reads; counts with their denominator.
public final class Badge implements Renderer {
    private static final int FORMAT = 1;

    @Override
    public String id() {
        return "badge";
    }

    @Override
    public Path render(Results results, Path folder) throws IOException {
        Path file = folder.resolve("badge.json");
        Files.writeString(file, Json.write(out -> badge(results, out)) + "\n");
        return file;
    }

    private static void badge(Results results, Sink out) {
        out.open().name("schemaVersion").number(FORMAT);
        out.name("label").text("BPF array maps");
        out.name("message").text(message(results));
        out.name("color").text(color(results)).close();
    }

    private static String message(Results results) {
        String each =
                Tally.of(results).stream().map(Badge::passed).collect(Collectors.joining(", "));
        return results.complete() ? each : "incomplete: " + each;
    }

    private static String passed(Tally tally) {
        return "%s %d of %d rules"
                .formatted(
                        Harmless.line(tally.implementation()),
                        tally.rules(Verdict.PASS),
                        tally.ruleCount());
    }

    private static String color(Results results) {
        return switch (ExitCode.of(results)) {
            case CONFORMS -> "brightgreen";
            case DIFFERS -> "red";
            case INCONCLUSIVE -> "yellow";
            case NOTHING_RUN, USAGE, BAD_INPUT, NO_ADAPTER, OUR_BUG -> "lightgrey";
        };
    }
}
