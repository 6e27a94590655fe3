package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maptck.adapters.recorded.Recording;

/// What is in a recording, and what is left for another time.
class RecordCommandTest {
    private static final int MOST = 12;

    @TempDir private Path folder = Path.of("");

    private Set<String> recorded(String... words) throws IOException {
        var file = folder.resolve("model" + Recording.SUFFIX);
        var command = new ArrayList<>(List.of("record", "-a", "model"));
        command.addAll(List.of(words));
        command.addAll(List.of("-o", file.toString()));
        assertEquals(0, Main.execute(command.toArray(String[]::new)));
        var recording = Recording.read(file);
        return recording.lines().keySet().stream().collect(Collectors.toSet());
    }

    @Test
    void longScenariosAreLeftOutAndAskedLater() throws IOException {
        var few = recorded("--at-most", "" + MOST);
        var all = recorded("--missing");
        var change = Recording.CHANGE + "FREEZE_IS_WRITE";
        var lengthy = "mmap.size/511-elements-of-8-bytes-take-1-page-and-not-a-byte-more";
        assertTrue(few.contains(change), change);
        assertTrue(all.containsAll(few));
        assertTrue(all.contains(lengthy) && !few.contains(lengthy), lengthy);
        assertTrue(few.size() > 500, () -> few.size() + " scenarios");
    }
}
