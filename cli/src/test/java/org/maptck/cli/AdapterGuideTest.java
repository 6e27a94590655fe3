package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who does what `docs/write-an-adapter.md` says sees what it shows, step by step.
class AdapterGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "write-an-adapter.md");
    private static final Pattern STEP = Pattern.compile("(?m)^(?=## )");
    private static final Pattern PART = Pattern.compile("(?s)```perl\\n(# [^\\n]*\\n.*?)```");
    private static final Pattern SHOWN =
            Pattern.compile("(?s)```console\\n\\$ \\./maptck ([^\\n]*)\\n(.*?)```");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");
    private static final String LAST = "# The conversation";

    @TempDir private Path folder = Path.of("");

    /// @param program as it is after the step
    /// @param shown lines of what the command says, in order
    record Step(String title, String program, String command, List<String> shown) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Step> steps() throws IOException {
        var steps = new ArrayList<Step>();
        var parts = new LinkedHashMap<String, String>();
        STEP.splitAsStream(Files.readString(GUIDE))
                .skip(1)
                .forEach(text -> {
                    PART.matcher(text)
                            .results()
                            .map(part -> part.group(1))
                            .forEach(part ->
                                    parts.put(part.lines().findFirst().orElseThrow(), part));
                    steps.add(step(text, program(parts)));
                });
        return steps.stream();
    }

    private static String program(Map<String, String> parts) {
        var before = new LinkedHashMap<>(parts);
        before.remove(LAST);
        return String.join("\n", before.values()) + "\n" + parts.get(LAST);
    }

    private static Step step(String text, String program) {
        var shown = SHOWN.matcher(text);
        assertTrue(shown.find(), text);
        var title = text.lines().findFirst().orElseThrow();
        return new Step(title, program, shown.group(1), shown.group(2).lines().toList());
    }

    @Test
    void tenStepsLeadToGreen() throws IOException {
        var steps = steps().toList();
        assertEquals(10, steps.size());
        assertTrue(steps.getLast().shown().getLast().startsWith("conforms: "));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theKitSaysWhatTheStepShows(Step step) throws IOException, InterruptedException {
        Examples.demand("perl with JSON::PP", "perl", "-MJSON::PP", "-e", "1");
        Files.writeString(folder.resolve("map.pl"), step.program());
        var words =
                WORD.matcher(step.command()).results().map(word -> word.group().replace("\"", ""));
        var ended = Itself.run(folder, Itself.command(words.toArray(String[]::new)));
        var said = (ended.out() + ended.err()).lines().iterator();
        for (String line : step.shown()) {
            assertTrue(comes(line, said), () -> line + "\nis not in\n" + ended);
        }
    }

    private static boolean comes(String line, Iterator<String> said) {
        while (said.hasNext()) {
            if (said.next().equals(line)) {
                return true;
            }
        }
        return false;
    }
}
