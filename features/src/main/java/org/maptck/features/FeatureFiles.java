package org.maptck.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where feature files come from: the kit itself, or a folder.
public final class FeatureFiles {
    private static final String FOLDER = "/rules/";
    private static final String INDEX = "index.txt";

    private FeatureFiles() {}

    /// Name and text of each file that comes with the kit, in the document's order.
    public static Map<String, String> bundled() {
        var files = new LinkedHashMap<String, String>();
        for (String name : resource(INDEX).lines().toList()) {
            files.put(name, resource(name));
        }
        return files;
    }

    private static String resource(String name) {
        try (var in = FeatureFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Name and text of a feature file, or of each one in a folder, by name.
    ///
    /// @throws BadFeature where there is none
    public static Map<String, String> in(Path place) throws IOException {
        var files = new LinkedHashMap<String, String>();
        for (Path file : list(place)) {
            files.put(file.toString(), Files.readString(file));
        }
        if (files.isEmpty()) {
            throw new BadFeature(place + ": no file in it ends in .feature, wanted one");
        }
        return files;
    }

    private static List<Path> list(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(file -> file.toString().endsWith(".feature")).sorted().toList();
        }
    }
}
