package org.maptck.reports;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.ReportGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// `allure-results/`, for those who gather them, and `allure.html`, one file made of them.
public final class AllureReport implements Renderer {
    private static final String BEGIN = "<script";
    private static final String END = "</script>";
    private static final Pattern ANALYTICS =
            Pattern.compile("googletagmanager|google-analytics|gtag\\(");

    @Override
    public String id() {
        return "allure";
    }

    @Override
    public Path render(Results results, Path folder) throws IOException {
        Path written = folder.resolve("allure-results");
        var history = new AllureHistory(folder, results.header());
        var before = history.before();
        delete(written);
        write(results, Files.createDirectories(written));
        AllureHistory.write(written.resolve("history"), before);
        Path generated = folder.resolve("allure.new");
        delete(generated);
        var configuration = ConfigurationBuilder.bundled().build();
        new ReportGenerator(configuration).generateSingleFile(generated, List.of(written));
        Path file = folder.resolve("allure.html");
        quiet(generated.resolve("index.html"), file);
        delete(generated);
        history.keep(Files.readString(file));
        return file;
    }

    private static void write(Results results, Path folder) {
        var writer = new FileSystemResultsWriter(folder);
        var tests = new AllureTests(results, writer);
        for (int i = 0; i < results.results().size(); i++) {
            tests.write(results.results().get(i), i);
        }
    }

    /// Copies the page without the scripts that report to a third party who reads it.
    private static void quiet(Path page, Path file) throws IOException {
        String text = Files.readString(page);
        var quiet = new StringBuilder(text.length());
        int done = 0;
        for (int start = text.indexOf(BEGIN); start >= 0; start = text.indexOf(BEGIN, done)) {
            int end = text.indexOf(END, start) + END.length();
            quiet.append(text, done, start);
            String script = text.substring(start, end);
            quiet.append(ANALYTICS.matcher(script).find() ? "" : script);
            done = end;
        }
        Files.writeString(file, quiet.append(text, done, text.length()));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
