package org.maptck.adapters.guest;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maptck.adapters.linux.KernelConfiguration;

/// Puts a kernel into the store: fetched from the archive and unpacked, not installed.
public record Fetch(Store store) {
    /// The modules between a kernel and the port, in the order of loading; newer kernels have them
    /// built in.
    private static final List<String> MODULES =
            List.of(
                    "virtio_ring",
                    "virtio",
                    "virtio_pci_legacy_dev",
                    "virtio_pci_modern_dev",
                    "virtio_pci",
                    "virtio_console");

    private static final String BARE = "linux-binary-";
    private static final Pattern IMAGE = Pattern.compile("vmlinu[xz](-.*)?");

    /// Fetches a kernel anew.
    public Store.Unpacked fetch(KnownKernel kernel) throws IOException, CannotHave {
        return alone(kernel, false);
    }

    /// The kernel of the store, fetched if it is not there.
    Store.Unpacked fetchMissing(KnownKernel kernel) throws IOException, CannotHave {
        var found = store.find(kernel);
        return found.isPresent() ? found.get() : alone(kernel, true);
    }

    /// One at a time, whoever asks: the client updates an index in place, and another that reads it
    /// meanwhile finds half of the packages.
    private Store.Unpacked alone(KnownKernel kernel, boolean unlessFound)
            throws IOException, CannotHave {
        Tool.demand("tar", "tar");
        synchronized (Fetch.class) {
            try (var file = store.lockFile();
                    var _ = file.lock()) {
                var found = store.find(kernel).filter(_ -> unlessFound);
                return found.isPresent() ? found.get() : fetchAlone(kernel);
            }
        }
    }

    private Store.Unpacked fetchAlone(KnownKernel kernel) throws IOException, CannotHave {
        var archive = Archive.of(kernel, store);
        var name = archive.newest(kernel.pattern());
        var fetched = Files.createTempDirectory(store.folder(), "fetched");
        var fresh = Files.createTempDirectory(store.folder(), "unpacked");
        try {
            for (String part : parts(name)) {
                if (part.equals(name) || archive.holds(part)) {
                    var folder = Files.createDirectory(fetched.resolve(part));
                    unpack(archive.fetch(part, folder), fresh);
                }
            }
            var place = store.place(kernel);
            Files.createDirectories(place);
            Files.writeString(
                    place.resolve(Store.Unpacked.PACKAGE), name + " " + archive.version(name));
            keep(fresh, place);
            return new Store.Unpacked(kernel, place);
        } finally {
            Store.remove(fresh);
            Store.remove(fetched);
        }
    }

    /// A bare image; from 7.2 on, its configuration is in a package of its own.
    static List<String> parts(String name) {
        return name.startsWith(BARE)
                ? List.of(name, name.replaceFirst(BARE, "linux-base-"))
                : List.of(name);
    }

    /// A pattern that matches nothing makes tar complain at its end, so that what came is looked at
    /// in place of its exit code.
    private static void unpack(Path file, Path into) throws IOException {
        var reader = new ProcessBuilder("dpkg", "--fsys-tarfile", file.toString());
        var writer =
                new ProcessBuilder(
                        "tar",
                        "-x",
                        "-C",
                        into.toString(),
                        "--wildcards",
                        "./boot/vmlinu*",
                        "./boot/config-*",
                        "*/modules/*/vmlinuz",
                        "*/modules/*/config",
                        "*/virtio*.ko");
        writer.redirectError(Redirect.DISCARD).redirectOutput(Redirect.DISCARD);
        for (Process part : ProcessBuilder.startPipeline(List.of(reader, writer))) {
            Tool.exit(part);
        }
    }

    private static void keep(Path from, Path place) throws IOException, CannotHave {
        Store.remove(place.resolve(Store.Unpacked.MODULES));
        Files.createDirectories(place.resolve(Store.Unpacked.MODULES));
        for (String module : MODULES) {
            var found = find(from, Pattern.compile(Pattern.quote(module) + "\\.ko"));
            if (found.isPresent()) {
                var name = "%d-%s.ko".formatted(MODULES.indexOf(module), module);
                move(found.get(), place.resolve(Store.Unpacked.MODULES).resolve(name));
            }
        }
        var config = find(from, Pattern.compile("config(-.*)?"));
        if (config.isPresent()) {
            Files.writeString(
                    place.resolve(Store.Unpacked.CONFIGURATION),
                    KernelConfiguration.ofMaps(Files.readAllLines(config.get())));
        }
        var image = find(from, IMAGE);
        if (image.isEmpty()) {
            throw new CannotHave("the package holds no kernel image");
        }
        move(image.get(), place.resolve(Store.Unpacked.IMAGE));
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<Path> find(Path folder, Pattern name) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .findFirst();
        }
    }
}
