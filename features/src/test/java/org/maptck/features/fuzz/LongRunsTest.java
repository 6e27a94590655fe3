package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maptck.features.Bads;
import org.maptck.features.Kernel;
import org.maptck.features.fuzz.Agreement.Difference;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Face;

/// Lists of long programs: what they are made of, what they find, and what is left of that.
class LongRunsTest {
    private static final Optional<Face> PROGRAMS = Optional.of(Face.PROGRAM);
    private static final int LONG = 100;
    private static final int SMALL = 6;

    private static int steps(Command command) {
        return command instanceof Command.Run run ? run.steps().size() : 1;
    }

    private static int steps(List<Command> commands) {
        return commands.stream().mapToInt(LongRunsTest::steps).sum();
    }

    private static boolean isLong(List<Command> commands) {
        return commands.stream().anyMatch(command -> steps(command) > LONG);
    }

    private static Stream<List<Command>> lists(Identity identity, Optional<Face> face, int count) {
        var lists = new CommandLists(identity, face);
        return IntStream.range(0, count).mapToObj(i -> lists.list(Choices.of(5, i)));
    }

    private static Stream<List<Command>> longLists(Identity identity, int count) {
        return lists(identity, PROGRAMS, 2 * count).filter(LongRunsTest::isLong).limit(count);
    }

    @Test
    void allTheirProgramsLoad() {
        try (var model = new ReferenceModel(Platform.DEFAULT)) {
            longLists(model.identity(), 40)
                    .forEach(list -> {
                        model.reset();
                        list.forEach(command -> assertLoads(model, command));
                    });
        }
    }

    private static void assertLoads(ReferenceModel model, Command command) {
        var outcome = model.apply(command);
        boolean loaded = !(command instanceof Command.Run) || outcome instanceof Outcome.Ran;
        assertTrue(loaded, () -> outcome + " of " + command);
    }

    @Test
    void theyAreMostOfWhatProgramsAreAskedAndFewOfAllElse() {
        var identity = new ReferenceModel(Platform.DEFAULT).identity();
        long most = lists(identity, PROGRAMS, 1000).filter(LongRunsTest::isLong).count();
        assertTrue(most > 900, () -> most + " of 1000");
        long few = lists(identity, Optional.empty(), 2000).filter(LongRunsTest::isLong).count();
        assertTrue(few > 0 && few <= 2 * 2000 / 64, () -> few + " of 2000");
        long none =
                lists(identity, Optional.of(Face.SYSCALL), 500).filter(it -> isLong(it)).count();
        assertEquals(0, none);
    }

    @Test
    void theKernelAnswersThemAsTheModelDoes() {
        var here = Kernel.here();
        try (var kernel = Kernel.demand(here)) {
            var agreement = Agreement.withModel(kernel);
            longLists(kernel.identity(), 40)
                    .forEach(list -> assertEquals(Optional.empty(), agreement.difference(list)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atomic-or-adds",
                "plain-add-lost",
                "program-store-4-for-8",
                "distance-unsigned",
                "helper-noexist-accepted",
                "per-cpu-programs-play-cpu-0",
                "lookup-percpu-one-cpu-more",
                "locked-store-first-half"
            })
    void whatTheyFindIsMadeSmall(String name) {
        var bad = Bads.named(name);
        try (var subject = bad.start().get()) {
            var agreement = Agreement.withModel(subject);
            var found =
                    longLists(subject.identity(), 40)
                            .flatMap(list -> agreement.difference(list).stream())
                            .findFirst()
                            .orElseThrow();
            assertTrue(isLong(found.commands()), name);
            assertSmall(Shrinker.shrunk(agreement, found));
        }
    }

    private static void assertSmall(Difference difference) {
        assertTrue(steps(difference.commands()) <= SMALL, difference::toString);
    }

    @Test
    void aProgramCountsItsSteps() {
        try (Implementation model = new ReferenceModel(Platform.DEFAULT)) {
            var source = new Source(5, model.identity(), PROGRAMS);
            var hunt = new Hunt(source, Shard.WHOLE, List.of(Agreement.withModel(model)));
            hunt.next(() -> hunt.lists() < 8);
            long steps = IntStream.range(0, 8).mapToLong(i -> steps(source.list(i))).sum();
            assertEquals(steps, hunt.commands());
        }
    }
}
