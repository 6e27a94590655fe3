package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.features.Broken;
import org.maptck.features.selftest.Selftest;

/// A fixed seed finds every known-bad implementation but for those that a list excuses, and makes
/// what it finds small.
class KnownBadsTest {
    private static final long SEED = 1;
    private static final long LISTS = 80_000;

    /// For those that are not expected to be found.
    private static final long FEW = LISTS / 8;

    private static final int SMALL = 6;
    private static final double LEAST_SMALL = 0.9;

    private static final Path TABLE = Path.of("target", "known-bads.txt");

    /// @param tried how many commands came until then
    /// @param commands that are left of the list; 0 where there was no answer, or nothing was found
    private record Catch(String name, boolean caught, long tried, int commands, double seconds) {
        String row() {
            return "%-34s %-9s %10d %8.2f %8s"
                    .formatted(
                            name,
                            caught ? "found" : "not found",
                            tried,
                            seconds,
                            commands == 0 ? "-" : commands);
        }
    }

    @Test
    void aFixedSeedFindsThemAll() throws IOException {
        var excused = new TreeSet<>(excused());
        var all =
                Selftest.installed().parallelStream()
                        .map(bad -> hunt(bad, excused.contains(bad.name()) ? FEW : LISTS))
                        .toList();
        var missed = new TreeSet<String>();
        all.stream().filter(it -> !it.caught()).map(Catch::name).forEach(missed::add);
        var found = all.stream().filter(it -> it.commands() > 0).toList();
        long small = found.stream().filter(it -> it.commands() <= SMALL).count();
        var summary = summary(all, found, small);
        write(all, summary);
        System.out.println(summary);
        assertEquals(excused, missed);
        assertTrue(small >= found.size() * LEAST_SMALL, small + " of " + found.size());
    }

    private static String summary(List<Catch> all, List<Catch> found, long small) {
        var times = found.stream().mapToDouble(Catch::seconds).sorted().toArray();
        var tried = found.stream().mapToLong(Catch::tried).sorted().toArray();
        return ("fuzz: %d of %d known-bad found by a difference, %d by silence; median %.2f s and"
                        + " %d commands, worst %.2f s and %d; %d of %d (%.0f %%) of at most %d"
                        + " commands")
                .formatted(
                        found.size(),
                        all.size(),
                        all.stream().filter(it -> it.caught() && it.commands() == 0).count(),
                        times[times.length / 2],
                        tried[tried.length / 2],
                        times[times.length - 1],
                        tried[tried.length - 1],
                        small,
                        found.size(),
                        100.0 * small / found.size(),
                        SMALL);
    }

    /// The table that features/benchmarks/hunt-known-bads prints.
    private static void write(List<Catch> all, String summary) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(
                "%-34s %-9s %10s %8s %8s"
                        .formatted("known-bad", "", "commands", "seconds", "shrunk"));
        all.stream().map(Catch::row).forEach(lines::add);
        lines.add(summary);
        Files.write(TABLE, lines);
    }

    private static Catch hunt(KnownBad bad, long most) {
        long start = System.nanoTime();
        long tried = 0;
        try (var subject = bad.start().get()) {
            var lists = new CommandLists(subject.identity(), Optional.empty());
            var agreement = Agreement.withModel(subject);
            for (long index = 0; index < most; index++) {
                var list = lists.list(Choices.of(SEED, index));
                var compared = agreement.compared(agreement.answers(list));
                tried += compared.done();
                var difference = compared.difference();
                if (difference.isPresent()) {
                    var small = Shrinker.shrunk(agreement, difference.get());
                    return caught(bad, tried, small.commands().size(), start);
                }
            }
            return new Catch(bad.name(), false, tried, 0, seconds(start));
        } catch (Broken _) {
            return caught(bad, tried, 0, start);
        }
    }

    private static Catch caught(KnownBad bad, long tried, int commands, long start) {
        return new Catch(bad.name(), true, tried, commands, seconds(start));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<String> excused() throws IOException {
        try (var in = KnownBadsTest.class.getResourceAsStream("/fuzz-not-found.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
        }
    }
}
