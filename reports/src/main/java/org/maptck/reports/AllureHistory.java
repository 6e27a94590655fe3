package org.maptck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What an Allure report knows of the runs before it, kept in `allure-history` beside the report.
///
/// The report before is that of an earlier run in the same folder, or else the youngest report in a
/// folder beside it. A report that is rendered again does not count its run twice.
///
/// @param folder the folder of the run
record AllureHistory(Path folder, RunHeader header) {
    private static final String NAME = "allure-history";
    private static final String STAMP = "run.txt";
    private static final String FOLDER = "history/";

    /// The files of the report before, by name; none where there is no such report.
    Map<String, byte[]> before() throws IOException {
        Path own = folder.resolve(NAME);
        if (stamp(own).equals(header.started().toString())) {
            return read(folder.resolve("allure-results").resolve("history"));
        }
        return Files.isDirectory(own) ? read(own) : read(neighbour().orElse(own));
    }

    private static String stamp(Path history) throws IOException {
        Path stamp = history.resolve(STAMP);
        return Files.exists(stamp) ? Files.readString(stamp) : "";
    }

    private Optional<Path> neighbour() throws IOException {
        Path own = folder.toRealPath();
        Path parent = own.getParent();
        if (parent == null) {
            return Optional.empty();
        }
        try (var folders = Files.list(parent)) {
            return folders.filter(it -> !Files.isSymbolicLink(it) && !it.equals(own))
                    .map(it -> it.resolve(NAME))
                    .filter(it -> Files.isReadable(it.resolve(STAMP)))
                    .max(Comparator.comparingLong(it -> it.resolve(STAMP).toFile().lastModified()));
        }
    }

    private static Map<String, byte[]> read(Path history) throws IOException {
        var found = new LinkedHashMap<String, byte[]>();
        if (Files.isDirectory(history)) {
            try (var files = Files.newDirectoryStream(history, "*.json")) {
                for (Path file : files) {
                    found.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
        return found;
    }

    /// Puts files where the generator looks for them.
    static void write(Path history, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(history);
        for (var file : files.entrySet()) {
            Files.write(history.resolve(file.getKey()), file.getValue());
        }
    }

    /// Keeps what the data of a report say of history, for the report that comes next.
    void keep(Map<String, String> data) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        data.forEach((name, content) -> {
            if (name.startsWith(FOLDER)) {
                files.put(name.substring(FOLDER.length()), content.getBytes(UTF_8));
            }
        });
        files.put(STAMP, header.started().toString().getBytes(UTF_8));
        write(folder.resolve(NAME), files);
    }
}
