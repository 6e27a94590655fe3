package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A new folder for what a command leaves behind.
final class OutFolder {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss-SSS'Z'").withZone(ZoneOffset.UTC);

    private OutFolder() {}

    /// `maptck-out/PREFIX-TIME`, which the link `maptck-out/LATEST` leads to.
    static Path create(String prefix, String latest) throws IOException {
        var all = Files.createDirectories(Path.of("maptck-out"));
        var name = prefix + TIME.format(Instant.now());
        var folder = Files.createDirectories(all.resolve(name));
        var link = all.resolve(latest);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(name));
        return folder;
    }
}
