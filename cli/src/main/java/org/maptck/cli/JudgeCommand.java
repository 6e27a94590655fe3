package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.maptck.features.Judgement;
import org.maptck.features.Shown;
import org.maptck.features.Suite;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `maptck judge`.
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = "Judge recordings by today's rules and by the model.")
final class JudgeCommand implements Callable<Integer> {
    /// Where the recordings that come with the kit lie in a checkout.
    static final Path SHIPPED = Path.of("adapters", "recorded", "recordings");

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "write the page that compares them")
    private Optional<Path> page = Optional.empty();

    @Option(
            names = "--shown",
            paramLabel = "FILE",
            description = "with --page, write which recordings show what changed between versions")
    private Optional<Path> shown = Optional.empty();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "recordings; without it, those that come with the kit")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        var suite = Suite.bundled();
        var worst = ExitCode.CONFORMS;
        var judged = new JudgedRecordings(suite);
        for (Path file : files.isEmpty() ? JudgedRecordings.shipped(SHIPPED) : files) {
            var code = judge(judged, file);
            worst = worst == ExitCode.DIFFERS || code == ExitCode.CONFORMS ? worst : code;
        }
        if (page.isPresent()) {
            var changes = judged.changes();
            Files.writeString(page.get(), judged.page(changes));
            if (shown.isPresent()) {
                Files.writeString(shown.get(), Shown.file(changes));
            }
        }
        return worst.code();
    }

    private static ExitCode judge(JudgedRecordings judged, Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Stop(ExitCode.BAD_INPUT, file + ": no such file, wanted a recording");
        }
        var judgement = judged.judge(file);
        System.out.println(file + ": " + counts(judgement));
        judgement.with(Verdict.FAIL).forEach(JudgeCommand::tell);
        judgement.with(Verdict.UNEXPECTED_PASS).forEach(JudgeCommand::tell);
        judgement.with(Verdict.INCONCLUSIVE).forEach(JudgeCommand::tell);
        judgement
                .differences()
                .forEach((scenario, difference) ->
                        System.out.println("not as the model: " + scenario + "\n" + difference));
        return judgement.exitCode();
    }

    private static String counts(Judgement judgement) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> judgement.with(verdict).size() + " " + verdict.id())
                .collect(Collectors.joining(", "));
    }

    private static void tell(Result result) {
        var difference = result.difference().map(d -> "%n  step %s".formatted(d.step())).orElse("");
        System.out.printf(
                "%s: %s: %s%s%n",
                result.verdict().id(), result.scenario(), result.reason(), difference);
    }
}
