package org.maptck.adapters.guest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of the fetched kernels: `maptck/kernels` in the user's cache.
///
/// @param folder is made when something goes into it
public record Store(Path folder) {
    /// That of this user.
    public static Store here() {
        var named = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(n -> !n.isEmpty());
        var cache = named.map(Path::of).orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return new Store(cache.resolve("maptck").resolve("kernels"));
    }

    /// The unpacked kernel, if it was fetched.
    public Optional<Unpacked> find(KnownKernel kernel) throws IOException {
        var place = place(kernel);
        if (!Files.isReadable(place.resolve(Unpacked.IMAGE))) {
            return Optional.empty();
        }
        return Optional.of(new Unpacked(kernel, place));
    }

    /// Kernels that differ in the way they boot alone are one.
    Path place(KnownKernel kernel) {
        return folder.resolve(kernel.processor().debianName())
                .resolve(kernel.pattern().replaceAll("[^A-Za-z0-9.+-]+", "_"));
    }

    /// A file of the store.
    Path file(String name) {
        return folder.resolve(name);
    }

    /// What is locked by the process that changes the store.
    FileChannel lockFile() throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /// A kernel as it lies in the store.
    public record Unpacked(KnownKernel kernel, Path place) {
        static final String IMAGE = "image";
        static final String MODULES = "modules";
        static final String PACKAGE = "package";
        static final String CONFIGURATION = "config";

        Path image() {
            return place.resolve(IMAGE);
        }

        /// The modules that lead to the port, in the order of loading.
        List<Path> modules() throws IOException {
            var folder = place.resolve(MODULES);
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().toList();
            }
        }

        /// The package and its version.
        public String origin() throws IOException {
            return Files.readString(place.resolve(PACKAGE)).strip();
        }

        /// The lines of the kernel's configuration that concern maps, if its package has them.
        List<String> configuration() throws IOException {
            var file = place.resolve(CONFIGURATION);
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        }
    }

    /// Removes a folder and all that is in it.
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
