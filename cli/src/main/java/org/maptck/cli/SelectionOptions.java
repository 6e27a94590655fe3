package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maptck.features.FeatureFiles;
import org.maptck.features.Lint;
import org.maptck.features.Selection;
import org.maptck.features.Suite;
import org.maptck.features.SuiteReader;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Face;
import org.maptck.reports.Level;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which rules a command is about.
final class SelectionOptions {
    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "documented, manual or observed; each contains those before it")
    private Optional<Level> level = Optional.empty();

    @Option(
            names = "--face",
            paramLabel = "FACE",
            description = "only what is seen from there: syscall, program or memory")
    private Optional<Face> face = Optional.empty();

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            defaultValue = "",
            description = "a tag expression, as in '@percpu and not @program'")
    private String tags = "";

    @Option(
            names = "--features",
            paramLabel = "PATH",
            description = "a feature file or folder in place of the rules of the kit")
    private Optional<Path> features = Optional.empty();

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "rules or scenarios by id, or by its beginning, as in array.update")
    private List<String> ids = List.of();

    /// What was selected; nothing selected is an error of the user.
    Selection selection(Level usual) {
        try {
            return new Selection(level.orElse(usual), face, tags, ids);
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    /// The selected part of the suite.
    Suite suite(Selection selection) throws IOException {
        var selected = features.isEmpty() ? Suite.bundled(selection) : whole().only(selection);
        if (selected.scenarios().isEmpty()) {
            throw new Stop(
                    ExitCode.NOTHING_RUN,
                    "nothing matches " + selection.words() + ", so nothing ran");
        }
        return selected;
    }

    /// All rules that could be selected from.
    Suite whole() throws IOException {
        if (features.isEmpty()) {
            return Suite.bundled();
        }
        var place = features.get();
        if (!Files.exists(place)) {
            throw new Stop(ExitCode.BAD_INPUT, place + ": no such file or folder");
        }
        var suite = SuiteReader.read(FeatureFiles.in(place));
        var problems = Lint.of(suite);
        if (!problems.isEmpty()) {
            throw new Stop(ExitCode.BAD_INPUT, place + ": " + String.join("\n  ", problems));
        }
        return suite;
    }
}
