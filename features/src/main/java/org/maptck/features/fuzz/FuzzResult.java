package org.maptck.features.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maptck.json.BadJson;
import org.maptck.json.Fields;
import org.maptck.json.Json;
import org.maptck.json.ObjectForm;
import org.maptck.json.Sink;

/// What one fuzz run came to: `fuzz.json` in its folder.
///
/// @param shard from 1 on
/// @param answered whether the implementation answered to the end
/// @param cells how many cells the input lattice has
/// @param empty those of them that were not met
public record FuzzResult(
        String address,
        long seed,
        int shard,
        long lists,
        long commands,
        long milliseconds,
        boolean answered,
        List<Kept> differences,
        long cells,
        List<String> empty) {
    /// The name of the file.
    public static final String NAME = "fuzz.json";

    private static final int FORMAT = 1;
    private static final ObjectForm<Kept> KEPT = new KeptForm();
    private static final ObjectForm<FuzzResult> FORM = new ResultForm();

    public FuzzResult {
        differences = List.copyOf(differences);
        empty = List.copyOf(empty);
    }

    /// A difference that was kept.
    ///
    /// @param file in the folder of the run
    /// @param rules that fail on it, the likeliest first
    /// @param command the kind of the command that differs
    public record Kept(String file, List<String> rules, String command) {
        public Kept {
            rules = List.copyOf(rules);
        }
    }

    /// Whether a folder is that of a fuzz run.
    public static boolean isIn(Path folder) {
        return Files.isReadable(folder.resolve(NAME));
    }

    /// Writes the file.
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), FORM.encode(this) + "\n");
    }

    /// What the run that left a folder came to.
    ///
    /// @throws BadReplay naming the file, for any other content
    public static FuzzResult read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        var text = Files.readString(file, StandardCharsets.UTF_8);
        try {
            return FORM.decode(text.strip());
        } catch (BadJson bad) {
            throw new BadReplay(file + ": " + bad.getMessage());
        }
    }

    private static final class KeptForm implements ObjectForm<Kept> {
        @Override
        public void writeFields(Kept kept, Sink out) {
            out.name("file").text(kept.file()).name("rules").texts(kept.rules());
            out.name("command").text(kept.command());
        }

        @Override
        public Kept readFields(Fields in) {
            return new Kept(
                    in.get("file").text(), in.list("rules", Json.TEXT), in.get("command").text());
        }
    }

    private static final class ResultForm implements ObjectForm<FuzzResult> {
        @Override
        public void writeFields(FuzzResult it, Sink out) {
            out.name("format").number(FORMAT).name("address").text(it.address());
            out.name("seed").word(it.seed()).name("shard").number(it.shard());
            out.name("lists").number(it.lists()).name("commands").number(it.commands());
            out.name("milliseconds").number(it.milliseconds());
            if (!it.answered()) {
                out.name("silent").flag(true);
            }
            out.name("differences").list(it.differences(), KEPT);
            out.name("cells").number(it.cells()).name("empty").texts(it.empty());
        }

        @Override
        public FuzzResult readFields(Fields in) {
            if (in.get("format").number() != FORMAT) {
                throw in.get("format").wrong("format " + FORMAT);
            }
            return new FuzzResult(
                    in.get("address").text(),
                    in.get("seed").word(),
                    in.get("shard").number(),
                    count(in, "lists"),
                    count(in, "commands"),
                    count(in, "milliseconds"),
                    !in.has("silent") || silent(in),
                    in.list("differences", KEPT),
                    count(in, "cells"),
                    in.list("empty", Json.TEXT));
        }

        private static boolean silent(Fields in) {
            in.get("silent").truth();
            return false;
        }

        private static long count(Fields in, String name) {
            return in.get(name).number(0, Long.MAX_VALUE);
        }
    }
}
