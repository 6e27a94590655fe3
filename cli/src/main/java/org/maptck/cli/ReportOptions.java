package org.maptck.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.maptck.reports.Renderer;
import org.maptck.reports.Renderers;
import org.maptck.reports.Results;
import org.maptck.reports.Terminal;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Option;

/// Which reports are made of results.
final class ReportOptions {
    @Option(
            names = "--report",
            split = ",",
            paramLabel = "NAME",
            description = "any of html, junit, json, markdown, allure; html and junit without it")
    private List<String> names = List.of("html", "junit");

    /// Prints the table and writes the reports.
    void render(Results results, Path folder) throws IOException {
        var renderers = names.stream().map(ReportOptions::named).toList();
        new Terminal(width(), color()).print(results, System.out);
        for (Renderer renderer : renderers) {
            System.out.println(renderer.id() + ": " + renderer.render(results, folder));
        }
    }

    private static Renderer named(String name) {
        return Renderers.named(name)
                .orElseThrow(
                        () ->
                                new Stop(
                                        ExitCode.USAGE,
                                        "report '"
                                                + name
                                                + "', wanted one of "
                                                + Renderers.names()));
    }

    private static int width() {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : 100;
    }

    private static boolean color() {
        return System.console() != null
                && System.console().isTerminal()
                && System.getenv("NO_COLOR") == null;
    }

    /// Standard output in UTF-8, whatever the locale is.
    static PrintStream utf8() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }
}
