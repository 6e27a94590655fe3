package org.maptck.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maptck.model.Behaviour;

/// The recordings that show what changed between kernel versions, as they were found by
/// [ShownChanges] when the recordings were judged last.
///
/// @param before a kernel without the change, whose answers a model with it would not give
/// @param after a kernel with the change, whose answers a model without it would not give
public record Shown(Optional<String> before, Optional<String> after) {
    private static final String FILE = "/profiles/shown.txt";
    private static final String NONE = "-";
    private static final String HEAD =
            """
            # Which recordings show what changed: the last kernel without the change, the first with it.
            # Made by: maptck judge --page docs/kernels.md --shown features/src/main/resources%s
            """
                    .formatted(FILE);

    /// By change, as it comes with the kit.
    public static Map<Behaviour, Shown> shipped() {
        try (var in = Shown.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<Behaviour, Shown> read(String text) {
        Map<Behaviour, Shown> all = new EnumMap<>(Behaviour.class);
        text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" +", -1))
                .forEach(words ->
                        all.put(
                                Behaviour.valueOf(words[0]),
                                new Shown(recording(words[1]), recording(words[2]))));
        return all;
    }

    private static Optional<String> recording(String word) {
        return Optional.of(word).filter(name -> !name.equals(NONE));
    }

    /// The text of the file that comes with the kit.
    public static String file(Map<Behaviour, Shown> all) {
        return HEAD
                + all.entrySet().stream()
                        .map(one -> one.getValue().line(one.getKey()))
                        .collect(Collectors.joining());
    }

    private String line(Behaviour change) {
        return "%s %s %s%n".formatted(change, before.orElse(NONE), after.orElse(NONE));
    }

    /// Who shows a change, in words.
    public static String words(Map<Behaviour, Shown> all, Behaviour change) {
        return Optional.ofNullable(all.get(change)).map(Shown::words).orElse("*read only*");
    }

    /// Who shows it, in words.
    public String words() {
        if (before.isPresent() && after.isPresent()) {
            return before.get() + " and " + after.get();
        }
        return after.map(name -> name + " alone; before it, *read only*")
                .or(() -> before.map(name -> name + " alone; after it, *read only*"))
                .orElse("*read only*");
    }
}
