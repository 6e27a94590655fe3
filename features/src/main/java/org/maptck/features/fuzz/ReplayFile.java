package org.maptck.features.fuzz;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maptck.features.BadFeature;
import org.maptck.features.Scenario;
import org.maptck.features.SuiteReader;
import org.maptck.features.SuiteRunner;
import org.maptck.json.BadJson;
import org.maptck.json.Json;
import org.maptck.json.TraceLines;
import org.maptck.model.Command;

/// Lists of commands that were written down: a line that makes a generated list again, a trace as
/// JSON Lines, or scenarios.
public final class ReplayFile {
    private static final List<String> ENDS = List.of(".replay", ".jsonl", ".feature");

    private ReplayFile() {}

    /// A list of commands and where it stood.
    public record Replay(String name, List<Command> commands) {
        public Replay {
            commands = List.copyOf(commands);
        }
    }

    /// Every list of a file, or of the files of a folder that can be replayed, by name.
    ///
    /// @throws BadReplay naming the file, the place and what was wanted
    public static List<Replay> in(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return read(place);
        }
        var all = new ArrayList<Replay>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(ReplayFile::isOne).sorted().toList()) {
                all.addAll(read(file));
            }
        }
        return all;
    }

    private static boolean isOne(Path file) {
        return ENDS.stream().anyMatch(file.toString()::endsWith);
    }

    private static List<Replay> read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new BadReplay(
                    file + ": no such file, wanted a replay line, a trace or a scenario");
        }
        try {
            var text = Files.readString(file);
            var replays =
                    file.toString().endsWith(".feature")
                            ? scenarios(file, text)
                            : lists(file.toString(), text);
            if (replays.stream().allMatch(replay -> replay.commands().isEmpty())) {
                throw new BadReplay(file + ": no command in it, wanted one");
            }
            return replays;
        } catch (BadJson bad) {
            throw new BadReplay(file + ": " + bad.getMessage());
        } catch (BadFeature bad) {
            throw new BadReplay(String.valueOf(bad.getMessage()));
        } catch (CharacterCodingException _) {
            throw new BadReplay(file + ": bytes that are no text, wanted UTF-8");
        }
    }

    private static List<Replay> lists(String name, String text) throws IOException {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.contains("\"seed\"")
                ? places(name, text)
                : List.of(new Replay(name, TraceLines.read(new StringReader(text)).commands()));
    }

    private static List<Replay> places(String name, String text) {
        var replays = new ArrayList<Replay>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                replays.add(place(name + ":" + (i + 1), lines.get(i), i + 1));
            }
        }
        return replays;
    }

    private static Replay place(String name, String line, int number) {
        try {
            return new Replay(name, Source.list(Json.read(line)));
        } catch (BadJson bad) {
            throw bad.at("line " + number);
        }
    }

    private static List<Replay> scenarios(Path file, String text) {
        var suite = SuiteReader.read(Map.of(file.toString(), text));
        var replays = new ArrayList<Replay>();
        for (Scenario scenario : suite.scenarios()) {
            var heard = new Recorder();
            try (heard) {
                var one = suite.only(other -> other.text().id().equals(scenario.text().id()));
                new SuiteRunner(one, "model", heard).run(_ -> {});
            } catch (IllegalStateException unknown) {
                throw new BadReplay(file + ": " + unknown.getMessage());
            }
            replays.add(new Replay(scenario.text().title(), heard.commands()));
        }
        return replays;
    }
}
