package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.features.KnownKills;
import org.maptck.features.Suite;
import org.maptck.features.diagnosis.Signatures;
import org.maptck.features.selftest.EvidencePage;
import org.maptck.features.selftest.Mutants;
import org.maptck.features.selftest.Mutation;
import org.maptck.features.selftest.Proof;
import org.maptck.features.selftest.ProofTable;
import org.maptck.features.selftest.Selftest;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `maptck selftest`.
@Command(
        name = "selftest",
        mixinStandardHelpOptions = true,
        description = "Show that each rule notices implementations that break it.")
final class SelftestCommand implements Callable<Integer> {
    private static final int THREADS = 2;

    @Option(
            names = "--all",
            description = "run every scenario against each, not those of the broken rule alone")
    private boolean all;

    @Option(
            names = "--strict",
            description = "exit with 1 where one is not caught, with 2 where a rule is unproven")
    private boolean strict;

    @Option(names = "--list", description = "say what each does wrong, and run nothing")
    private boolean list;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description =
                    "run every scenario against each, and write what was seen there, as the"
                            + " resources that come with the kit")
    private Optional<Path> write = Optional.empty();

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "write what was seen as a page of Markdown")
    private Optional<Path> page = Optional.empty();

    @Option(
            names = "--mutations",
            paramLabel = "XML",
            description =
                    "run nothing; take the result of mutating the model over into the folder of"
                            + " --write, with the reasons that stand there")
    private Optional<Path> mutations = Optional.empty();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "known-bad implementations; all without it")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException {
        var wanted = wanted();
        if (list) {
            wanted.forEach(bad -> System.out.println(line(bad)));
            return ExitCode.CONFORMS.code();
        }
        if (mutations.isPresent()) {
            takeOver(mutations.get());
            return ExitCode.CONFORMS.code();
        }
        Proof proof;
        try (var progress = Progress.over(wanted.size())) {
            proof =
                    new Selftest(Suite.bundled(), all || write.isPresent(), THREADS)
                            .run(wanted, _ -> progress.bar().ifPresent(ProgressBar::step));
        }
        ProofTable.trials(proof).forEach(System.out::println);
        if (write.isPresent()) {
            write(proof, write.get());
        }
        if (page.isPresent()) {
            Files.writeString(page.get(), EvidencePage.of(proof, Mutants.bundled()));
        }
        if (names.isEmpty()) {
            ProofTable.rules(proof).forEach(System.out::println);
        }
        return strict ? judged(proof).code() : ExitCode.CONFORMS.code();
    }

    private void takeOver(Path report) throws IOException {
        var file =
                write.orElseThrow(() ->
                                new Stop(ExitCode.USAGE, "--mutations, wanted --write DIR too"))
                        .resolve(Mutants.FILE);
        var known = Mutants.parse(Files.exists(file) ? Files.readString(file) : "");
        var renewed = known.renewed(Mutation.read(report));
        Files.writeString(file, renewed.text());
        var all = renewed.all();
        System.out.println(file + ": " + all.killed() + " of " + all.all() + " contradicted");
    }

    private static void write(Proof proof, Path folder) throws IOException {
        Files.writeString(folder.resolve(KnownKills.FILE), proof.kills().text());
        Signatures.of(proof).write(Files.newOutputStream(folder.resolve(Signatures.FILE)));
    }

    private List<KnownBad> wanted() {
        var installed = Selftest.installed();
        for (String name : names) {
            if (installed.stream().noneMatch(bad -> bad.name().equals(name))) {
                throw new Stop(
                        ExitCode.USAGE,
                        "known-bad implementation '"
                                + name
                                + "', wanted a name from 'maptck selftest --list'");
            }
        }
        return installed.stream()
                .filter(bad -> names.isEmpty() || names.contains(bad.name()))
                .toList();
    }

    private ExitCode judged(Proof proof) {
        if (!proof.survivors().isEmpty()) {
            return ExitCode.DIFFERS;
        }
        boolean whole = names.isEmpty();
        return whole && !proof.unproven(Level.OBSERVED).isEmpty()
                ? ExitCode.INCONCLUSIVE
                : ExitCode.CONFORMS;
    }

    private static String line(KnownBad bad) {
        return switch (bad) {
            case KnownBad.OfRule(var name, var rule, var what, var seen, _) ->
                    "%-34s %s: %s%s"
                            .formatted(
                                    name,
                                    rule,
                                    what,
                                    seen.isEmpty() ? "" : " (seen: " + seen + ")");
            case KnownBad.Liar(var name, var what, _) -> "%-34s %s".formatted(name, what);
            case KnownBad.Crasher(var name, var what, _) -> "%-34s %s".formatted(name, what);
        };
    }
}
