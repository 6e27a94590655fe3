package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maptck.features.Bads;
import org.maptck.features.Broken;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// Several of one implementation at work side by side find what one alone finds.
class HuntTest {
    private static final long COMMANDS = 20_000;

    private static Implementation bad() {
        return Bads.named("noexist-accepted").start().get();
    }

    private static Implementation model() {
        return new ReferenceModel(Platform.DEFAULT);
    }

    private static Hunt hunt(List<Implementation> subjects) {
        var source = new Source(1, subjects.getFirst().identity(), Optional.empty());
        var agreements = subjects.stream().map(Agreement::withModel).toList();
        return new Hunt(source, Shard.WHOLE, agreements);
    }

    private static Hunt hunt(int count, Supplier<Implementation> subject) {
        return hunt(Stream.generate(subject).limit(count).toList());
    }

    @Test
    void severalFindWhatOneFinds() {
        var alone = hunt(1, HuntTest::bad);
        var found = alone.next(() -> true).orElseThrow();
        for (int count = 2; count <= 4; count++) {
            var several = hunt(count, HuntTest::bad);
            assertEquals(found, several.next(() -> true).orElseThrow());
            assertEquals(alone.lists(), several.lists());
            assertEquals(alone.commands(), several.commands());
        }
    }

    @Test
    void eachHasItsTurn() {
        var hunt = hunt(List.of(model(), model(), bad()));
        assertEquals(2, hunt.next(() -> true).orElseThrow().index() % 3);
    }

    @Test
    void theSameListsAreCounted() {
        var alone = hunt(1, HuntTest::model);
        var several = hunt(3, HuntTest::model);
        for (var hunt : List.of(alone, several)) {
            assertEquals(Optional.empty(), hunt.next(() -> hunt.commands() < COMMANDS));
        }
        assertEquals(alone.lists(), several.lists());
        assertEquals(alone.commands(), several.commands());
        assertEquals(alone.lattice().lines(), several.lattice().lines());
    }

    @Test
    void theFirstSilenceIsTold() {
        var silent = hunt(List.of(new Silent(model(), 300), new Silent(model(), 200)));
        assertThrows(Broken.class, () -> silent.next(() -> true));
        assertEquals(2 * 200 + 1, silent.last());
        assertEquals(silent.last(), silent.lists());
    }

    /// Answers so many lists.
    private static final class Silent implements Implementation {
        private final Implementation model;
        private int left;

        Silent(Implementation model, int lists) {
            this.model = model;
            this.left = 2 * lists;
        }

        @Override
        public Identity identity() {
            return model.identity();
        }

        @Override
        public Outcome apply(Command command) {
            if (left < 0) {
                throw new IllegalStateException("silence");
            }
            return model.apply(command);
        }

        @Override
        public void reset() {
            left--;
            model.reset();
        }

        @Override
        public void close() {
            model.close();
        }
    }
}
