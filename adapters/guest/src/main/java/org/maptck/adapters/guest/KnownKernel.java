package org.maptck.adapters.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A kernel that can be had, and how it is booted.
///
/// @param name what addresses call it, as in `guest:6.1`
/// @param processor what it runs on
/// @param archive the last part of the archive's address
/// @param suite of the archive
/// @param pattern a regular expression that the whole name of its package matches
public record KnownKernel(
        String name,
        Processor processor,
        String archive,
        String suite,
        String pattern,
        Set<Boot> boot) {
    private static final String TABLE = "kernels.txt";

    /// Ways to boot that differ from the usual one.
    public enum Boot {
        /// Four CPUs are possible, of which two are online.
        SPARE_CPUS,
        /// Programs are interpreted.
        INTERPRETER
    }

    public KnownKernel {
        boot = Set.copyOf(boot);
    }

    /// All of them, those that tell most first.
    public static List<KnownKernel> all() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> of(line.split("\\s+")))
                .toList();
    }

    /// The one of that name.
    public static Optional<KnownKernel> named(String name) {
        return all().stream().filter(kernel -> kernel.name().equals(name)).findFirst();
    }

    private static KnownKernel of(String... words) {
        var boot = EnumSet.noneOf(Boot.class);
        Arrays.stream(words)
                .skip(5)
                .map(word -> Boot.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .forEach(boot::add);
        return new KnownKernel(
                words[0],
                Processor.valueOf(words[1].toUpperCase(Locale.ROOT)),
                words[2],
                words[3],
                words[4],
                boot);
    }

    private static String text() {
        try (var in = KnownKernel.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
