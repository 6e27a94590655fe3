package org.maptck.adapters.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One suite of Debian's archive for one processor, asked through the ordinary client with a
/// configuration of its own, so that the machine's own is neither used nor touched. The client
/// checks the signatures.
final class Archive {
    private static final Path KEYS = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

    /// Seconds without a byte after which the archive is taken to be out of reach.
    private static final int SILENCE = 30;

    private final List<String> options;

    private Archive(List<String> options) {
        this.options = options;
    }

    /// The suite that holds a kernel, its index up to date.
    static Archive of(KnownKernel kernel, Store store) throws IOException, CannotHave {
        Tool.demand("apt-get", "apt");
        Tool.demand("dpkg", "dpkg");
        if (!Files.isReadable(KEYS)) {
            throw new CannotHave(
                    "Debian's keys are missing: apt-get install debian-archive-keyring");
        }
        var processor = kernel.processor().debianName();
        var folder = store.file("archives").resolve(kernel.suite() + "-" + processor);
        for (var part :
                List.of("lists/partial", "cache/archives/partial", "parts", "preferences")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(folder.resolve("status"), "");
        Files.writeString(
                folder.resolve("sources.list"),
                "deb [signed-by=%s] %s %s main%n"
                        .formatted(KEYS, address(kernel.archive()), kernel.suite()));
        var archive = new Archive(options(folder, processor));
        Tool.run(archive.command("apt-get", "update", "-q"));
        return archive;
    }

    /// Where this machine has that archive from.
    private static String address(String archive) throws IOException, CannotHave {
        var known =
                Tool.run(List.of("apt-get", "indextargets", "--format", "$(REPO_URI)"))
                        .lines()
                        .distinct()
                        .filter(line -> line.matches("\\S+/debian(-security)?/"))
                        .findFirst()
                        .orElseThrow(
                                () -> new CannotHave("apt has no source of Debian, wanted one"));
        return known.replaceFirst("debian(-security)?/$", archive);
    }

    private static List<String> options(Path folder, String processor) {
        var settings =
                List.of(
                        "Dir::Etc::sourcelist=" + folder.resolve("sources.list"),
                        "Dir::Etc::sourceparts=" + folder.resolve("parts"),
                        "Dir::Etc::preferencesparts=" + folder.resolve("preferences"),
                        "Dir::State::Lists=" + folder.resolve("lists"),
                        "Dir::State::status=" + folder.resolve("status"),
                        "Dir::Cache=" + folder.resolve("cache"),
                        "APT::Architecture=" + processor,
                        "APT::Architectures=" + processor,
                        "Acquire::http::Timeout=" + SILENCE,
                        "Acquire::https::Timeout=" + SILENCE,
                        "Acquire::Retries=1",
                        "APT::Sandbox::User=" + System.getProperty("user.name"));
        return settings.stream().flatMap(setting -> Stream.of("-o", setting)).toList();
    }

    private List<String> command(String program, String... words) {
        var command = new ArrayList<String>();
        command.add(program);
        command.addAll(options);
        command.addAll(List.of(words));
        return command;
    }

    /// The newest package whose whole name matches.
    String newest(String pattern) throws IOException, CannotHave {
        return named(pattern)
                .max(Comparator.comparing(Archive::sortable))
                .orElseThrow(() -> new CannotHave("no package is named like " + pattern));
    }

    /// Whether there is a package of that very name.
    boolean holds(String name) throws IOException, CannotHave {
        return named(name.replaceAll("[.+]", "\\\\$0")).anyMatch(name::equals);
    }

    /// The packages whose whole names match.
    private Stream<String> named(String pattern) throws IOException, CannotHave {
        return Tool.run(command("apt-cache", "search", "--names-only", "^" + pattern + "$"))
                .lines()
                .map(line -> line.split(" ", 2)[0]);
    }

    /// The name with every number as wide as the widest, so that names sort as versions do.
    private static String sortable(String name) {
        var padded = new StringBuilder();
        for (String part : name.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1)) {
            padded.append(part.matches("\\d+") ? "%12s".formatted(part) : part);
        }
        return padded.toString();
    }

    /// The version of a package.
    String version(String name) throws IOException, CannotHave {
        return Tool.run(command("apt-cache", "show", "--no-all-versions", name))
                .lines()
                .filter(line -> line.startsWith("Version: "))
                .map(line -> line.substring("Version: ".length()))
                .findFirst()
                .orElse("of unknown version");
    }

    /// Fetches a package into a folder that is empty.
    Path fetch(String name, Path into) throws IOException, CannotHave {
        var inFolder = List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", into.toString());
        var download = command("apt-get", "-q", "download", name);
        Tool.run(Stream.concat(inFolder.stream(), download.stream()).toList());
        try (Stream<Path> files = Files.list(into)) {
            return files.findFirst()
                    .orElseThrow(() -> new CannotHave("package " + name + " did not come"));
        }
    }
}
