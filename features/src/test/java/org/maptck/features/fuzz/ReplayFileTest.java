package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maptck.features.Bads;
import org.maptck.model.Command;
import org.maptck.model.Implementation;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// A difference is found, made small, written down, and shown again from each of its files.
class ReplayFileTest {
    private static final String BAD = "noexist-accepted";

    @TempDir private Path folder = Path.of("");

    private static Implementation bad() {
        return Bads.named(BAD).start().get();
    }

    @Test
    void aDifferenceIsShownAgainFromEachOfItsFiles() throws IOException {
        try (var subject = bad()) {
            var source = new Source(1, subject.identity(), Optional.empty());
            var hunt = new Hunt(source, Shard.WHOLE, List.of(Agreement.withModel(subject)));
            var found = hunt.next(() -> true).orElseThrow();
            var small = found.difference();
            assertEquals(2, small.commands().size());
            var line = source.line(found.index());
            new Report(BAD, "here", Optional.of(line), small, Platform.DEFAULT, List.of())
                    .write(folder, "it");
            assertEquals(found.commands(), commands("it.replay"));
            assertEquals(small.commands(), commands("it.jsonl"));
            assertEquals(small.commands(), commands("it.feature"));
            var all = Map.of("bad", subject, "model", model());
            for (var replay : ReplayFile.in(folder)) {
                assertTrue(SideBySide.of(replay.commands(), all).differs(), replay.name());
            }
        }
    }

    private static Implementation model() {
        return new ReferenceModel(Platform.DEFAULT);
    }

    private List<Command> commands(String name) throws IOException {
        return ReplayFile.in(folder.resolve(name)).getFirst().commands();
    }

    @Test
    void aBadLineIsNamed() throws IOException {
        complains("x.jsonl", "{\"command\":{\"do\":\"lookup\"}}", "line 1: command.map missing");
        complains("x.replay", "{\"seed\":\"0x1\",\"index\":-1}", "line 1: for missing");
        complains("x.jsonl", "", "no command in it");
        complains("x.feature", "Feature: f", "no command in it");
    }

    private void complains(String name, String text, String complaint) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        var bad = assertThrows(BadReplay.class, () -> ReplayFile.in(file));
        assertTrue(String.valueOf(bad.getMessage()).contains(complaint), bad.getMessage());
    }

    @Test
    void aListOfAnotherGeneratorIsNoticed() throws IOException {
        var source = new Source(1, model().identity(), Optional.empty());
        var line = source.line(0).replaceAll("\"checksum\":\\d+", "\"checksum\":1");
        complains("x.replay", line, "checksum 1, wanted that of a list of this version");
    }
}
