package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final long LISTS = 40_000;
    private static final int SMALL = 6;
    private static final double LEAST_SMALL = 0.9;

    /// @param commands that are left of the list; 0 where there was no answer, or nothing was found
    private record Catch(String name, boolean caught, int commands, double seconds) {}

    @Test
    void aFixedSeedFindsThemAll() throws IOException {
        var all = Selftest.installed().parallelStream().map(KnownBadsTest::hunt).toList();
        var missed = new TreeSet<String>();
        all.stream().filter(it -> !it.caught()).map(Catch::name).forEach(missed::add);
        assertEquals(new TreeSet<>(excused()), missed);
        var found = all.stream().filter(it -> it.commands() > 0).toList();
        var times = found.stream().mapToDouble(Catch::seconds).sorted().toArray();
        long small = found.stream().filter(it -> it.commands() <= SMALL).count();
        System.out.printf(
                "fuzz: %d known-bad found, median %.2f s, worst %.2f s, %d of at most %d commands%n",
                found.size(), times[times.length / 2], times[times.length - 1], small, SMALL);
        assertTrue(small >= found.size() * LEAST_SMALL, small + " of " + found.size());
    }

    private static Catch hunt(KnownBad bad) {
        long start = System.nanoTime();
        try (var subject = bad.start().get()) {
            var lists = new CommandLists(subject.identity(), Optional.empty());
            var agreement = Agreement.withModel(subject);
            for (long index = 0; index < LISTS; index++) {
                var difference = agreement.difference(lists.list(Choices.of(SEED, index)));
                if (difference.isPresent()) {
                    var small = Shrinker.shrunk(agreement, difference.get());
                    return caught(bad, small.commands().size(), start);
                }
            }
            return new Catch(bad.name(), false, 0, 0);
        } catch (Broken _) {
            return caught(bad, 0, start);
        }
    }

    private static Catch caught(KnownBad bad, int commands, long start) {
        return new Catch(bad.name(), true, commands, (System.nanoTime() - start) / 1e9);
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
