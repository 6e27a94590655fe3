package org.maptck.reports;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.ReportGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// `allure-results/`, for those who gather them, and `allure.html`, one file made of them.
public final class AllureReport implements Renderer {
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
        var page = AllurePage.read(generated.resolve("index.html"));
        delete(generated);
        Files.writeString(file, page.small());
        history.keep(page.data());
        return file;
    }

    private static void write(Results results, Path folder) {
        var writer = new FileSystemResultsWriter(folder);
        var tests = new AllureTests(results, writer);
        for (int i = 0; i < results.results().size(); i++) {
            tests.write(results.results().get(i), i);
        }
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
