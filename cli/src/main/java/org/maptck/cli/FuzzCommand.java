package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.maptck.features.Baselines;
import org.maptck.features.Broken;
import org.maptck.features.Suite;
import org.maptck.features.fuzz.Agreement;
import org.maptck.features.fuzz.Agreement.Difference;
import org.maptck.features.fuzz.FuzzResult;
import org.maptck.features.fuzz.Hunt;
import org.maptck.features.fuzz.ReplayFile;
import org.maptck.features.fuzz.Report;
import org.maptck.features.fuzz.Shard;
import org.maptck.features.fuzz.Source;
import org.maptck.features.fuzz.Suspects;
import org.maptck.model.Implementation;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Face;
import org.maptck.reports.Harmless;
import org.maptck.reports.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `maptck fuzz`.
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Look for commands that an implementation answers as nobody thought of.")
final class FuzzCommand implements Callable<Integer> {
    private static final Duration USUAL_TIME = Duration.ofSeconds(10);

    @Mixin private AdapterOption adapter = new AdapterOption();

    @Option(
            names = "--against",
            paramLabel = "ADAPTER",
            description = "what it is compared with; the model without it")
    private Optional<String> against = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Number64.class,
            description = "what decides the lists of commands, decimal or 0x; a new one without it")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--time",
            paramLabel = "D",
            converter = Span.class,
            description = "for how long, as in 30s, 5m or 8h; 10s where neither is said")
    private Optional<Duration> time = Optional.empty();

    @Option(
            names = "--commands",
            paramLabel = "N",
            description = "for how many commands; each step of a program is one")
    private Optional<Long> commands = Optional.empty();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "which part of the work this is; without it, as JOB_COMPLETION_INDEX or"
                            + " CI_NODE_INDEX says")
    private Optional<String> shard = Optional.empty();

    @Mixin private JobsOption jobs = new JobsOption();

    @Mixin private ScheduleOption schedule = new ScheduleOption();

    @Option(
            names = "--face",
            paramLabel = "FACE",
            description = "only what is done there: syscall, program or memory")
    private Optional<Face> face = Optional.empty();

    @Option(names = "--keep-going", description = "go on after a difference")
    private boolean keepGoing;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "replay lines, traces and scenarios that are replayed first")
    private Optional<Path> corpus = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "where differences and the coverage go; maptck-out/fuzz-TIME without it")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var part = part();
        var replays =
                corpus.isPresent() ? ReplayFile.in(corpus.get()) : List.<ReplayFile.Replay>of();
        long decided = seed.orElseGet(() -> new SplittableRandom().nextLong());
        try (var subjects = Subjects.open(adapter.address(), jobs.count())) {
            var all = schedule.over(subjects.all());
            if (against.isEmpty()) {
                var alone = all.stream().map(Agreement::withModel).toList();
                return hunt(all.getFirst(), alone, decided, part, replays);
            }
            try (var others = Subjects.open(against.get(), all.size())) {
                var pairs = pairs(all, schedule.over(others.all()));
                return hunt(all.getFirst(), pairs, decided, part, replays);
            }
        }
    }

    /// As many as there are of both.
    private static List<Agreement> pairs(List<Implementation> some, List<Implementation> others) {
        return IntStream.range(0, Math.min(some.size(), others.size()))
                .mapToObj(i -> Agreement.between(some.get(i), others.get(i)))
                .toList();
    }

    private Shard part() {
        try {
            return shard.map(Shard::of).orElseGet(() -> Shard.of(System.getenv()));
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    private int hunt(
            Implementation subject,
            List<Agreement> agreements,
            long decided,
            Shard part,
            List<ReplayFile.Replay> replays)
            throws IOException {
        var hunt = new Hunt(new Source(decided, subject.identity(), face), part, agreements);
        var kept = new Kept(subject);
        long start = System.nanoTime();
        try (var progress = FuzzProgress.over(time.orElse(USUAL_TIME), commands)) {
            replayed(agreements.getFirst(), replays, kept);
            var more = more(hunt, start, progress);
            boolean on = kept.count == 0 || keepGoing;
            while (on) {
                var found = hunt.next(more);
                if (found.isPresent()) {
                    kept.add(hunt, found.get());
                }
                on = found.isPresent() && keepGoing;
            }
        } catch (Broken silent) {
            kept.sum(hunt, part, System.nanoTime() - start, false);
            return silent(hunt, kept, silent);
        }
        long nanos = System.nanoTime() - start;
        summary(hunt, nanos, kept);
        kept.sum(hunt, part, nanos, true);
        return (kept.count == 0 ? ExitCode.CONFORMS : ExitCode.DIFFERS).code();
    }

    private void replayed(Agreement agreement, List<ReplayFile.Replay> replays, Kept kept)
            throws IOException {
        for (var replay : replays) {
            var difference = agreement.difference(replay.commands());
            if (difference.isPresent() && (kept.count == 0 || keepGoing)) {
                kept.add("replay of " + replay.name(), Optional.empty(), difference.get());
            }
        }
    }

    private BooleanSupplier more(Hunt hunt, long start, FuzzProgress progress) {
        long end = commands.isPresent() && time.isEmpty() ? Long.MAX_VALUE : nanos();
        long most = commands.orElse(Long.MAX_VALUE);
        return () -> {
            long passed = System.nanoTime() - start;
            progress.at(hunt.commands(), passed);
            return passed < end && hunt.commands() < most;
        };
    }

    private long nanos() {
        return time.orElse(USUAL_TIME).toNanos();
    }

    private int silent(Hunt hunt, Kept kept, Broken silent) throws IOException {
        var file = kept.folder().resolve("silent.replay");
        Files.writeString(file, hunt.source().line(hunt.last()) + "\n");
        System.out.println(
                Harmless.line("no answer  " + adapter.address() + "  " + silent.getMessage()));
        System.out.println(again(file));
        return ExitCode.INCONCLUSIVE.code();
    }

    private String again(Path file) {
        return "  again    ./maptck replay " + file + " -a " + adapter.address() + schedule.words();
    }

    private void summary(Hunt hunt, long nanos, Kept kept) throws IOException {
        double seconds = nanos / 1e9;
        System.out.printf(
                "%s: %d commands in %d lists in %.1f s, %.0f a second, seed 0x%x, %d %s%n",
                adapter.address(),
                hunt.commands(),
                hunt.lists(),
                seconds,
                hunt.commands() / seconds,
                hunt.source().seed(),
                kept.count,
                kept.count == 1 ? "difference" : "differences");
        hunt.lacking()
                .forEach((what, times) ->
                        System.out.printf(
                                "  ended %d lists early, not offered: %s%n", times, what));
        var coverage = kept.folder().resolve("coverage.txt");
        Files.write(coverage, hunt.lattice().lines());
        System.out.println(hunt.lattice().summary() + ": " + coverage);
    }

    /// The differences that were found, each in files.
    private final class Kept {
        private final Implementation subject;
        private Optional<Path> folder = Optional.empty();
        private Optional<Suspects> suspects = Optional.empty();
        private final List<FuzzResult.Kept> all = new ArrayList<>();
        private int count;

        Kept(Implementation subject) {
            this.subject = subject;
        }

        Path folder() throws IOException {
            if (folder.isEmpty()) {
                folder =
                        Optional.of(
                                out.isPresent()
                                        ? Files.createDirectories(out.get())
                                        : OutFolder.create("fuzz-", "latest-fuzz"));
            }
            return folder.get();
        }

        void add(Hunt hunt, Hunt.Found found) throws IOException {
            var origin =
                    "list %d of seed 0x%x, %d commands of %d"
                            .formatted(
                                    found.index(),
                                    hunt.source().seed(),
                                    found.difference().commands().size(),
                                    found.commands().size());
            add(origin, Optional.of(hunt.source().line(found.index())), found.difference());
        }

        void add(String origin, Optional<String> line, Difference difference) throws IOException {
            if (suspects.isEmpty()) {
                var known = Baselines.shipped(subject);
                suspects = Optional.of(Suspects.of(Suite.bundled(), subject, known));
            }
            var rules = suspects.get().of(difference);
            var platform = subject.identity().platform();
            var report = new Report(adapter.address(), origin, line, difference, platform, rules);
            var file = report.write(folder(), "difference-" + ++count);
            all.add(
                    new FuzzResult.Kept(
                            file.getFileName().toString(),
                            rules.stream().map(Rule::id).toList(),
                            difference.entry().command().getClass().getSimpleName()));
            report.lines().forEach(System.out::println);
            System.out.println(again(file));
        }

        /// Leaves the file that `compare` reads.
        void sum(Hunt hunt, Shard part, long nanos, boolean answered) throws IOException {
            new FuzzResult(
                            adapter.address(),
                            hunt.source().seed(),
                            part.number(),
                            hunt.lists(),
                            hunt.commands(),
                            nanos / 1_000_000,
                            answered,
                            all,
                            hunt.lattice().cells(),
                            hunt.lattice().empty())
                    .write(folder());
        }
    }
}
