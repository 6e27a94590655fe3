package org.maptck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Renderer;
import org.maptck.reports.Renderers;
import org.maptck.reports.Results;
import org.maptck.reports.Terminal;
import picocli.CommandLine.Option;

/// Which reports are made of results.
final class ReportOptions {
    /// The reports that cost next to nothing.
    static final List<String> QUICK = List.of("html", "junit");

    /// Those of the main job.
    static final List<String> ALL = List.of("html", "junit", "allure");

    @Option(
            names = "--report",
            split = ",",
            paramLabel = "NAME",
            description =
                    "any of html, junit, json, markdown, sarif, badge, allure; html and junit"
                            + " without it, and allure too where no adapter is named")
    private List<String> names = List.of();

    /// Prints the table and writes the reports.
    ///
    /// @param usual the reports that are made where none is named
    void render(Results results, Path folder, List<String> usual) throws IOException {
        var renderers =
                (names.isEmpty() ? usual : names).stream().map(ReportOptions::named).toList();
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        Terminal.print(results, out, Screen.width(), Screen.colored());
        for (Renderer renderer : renderers) {
            out.println(renderer.id() + ": " + rendered(renderer, results, folder));
        }
        if (out.checkError()) {
            System.err.println("maptck: standard output was closed, the results are in " + folder);
        }
    }

    /// A full disk does not say what it is full for.
    private static Path rendered(Renderer renderer, Results results, Path folder)
            throws IOException {
        try {
            return renderer.render(results, folder);
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException failure) {
            throw new IOException(
                    folder + ", the report " + renderer.id() + ": " + failure.getMessage(),
                    failure);
        }
    }

    private static Renderer named(String name) {
        try {
            return Renderers.named(name);
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }
}
