package org.maptck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.maptck.adapters.guest.KnownKernel;
import org.maptck.adapters.recorded.RecordedImplementation;
import org.maptck.adapters.recorded.Recorder;
import org.maptck.adapters.recorded.Recording;
import org.maptck.adapters.spi.WithFacts;
import org.maptck.features.Distinction;
import org.maptck.features.Pace;
import org.maptck.features.Suite;
import org.maptck.features.SuiteRunner;
import org.maptck.features.explore.EdgeTable;
import org.maptck.features.explore.RaceTable;
import org.maptck.features.explore.Walks;
import org.maptck.features.fuzz.Source;
import org.maptck.model.Behaviour;
import org.maptck.model.Implementation;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Harmless;
import org.maptck.reports.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `maptck record`.
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = {
            "Record what implementations answer to every scenario.",
            "With -a, one implementation into one file; with --all, every known kernel, or those"
                    + " named, into a folder, a file each."
        })
final class RecordCommand implements Callable<Integer> {
    private static final int STEPS = 20;

    @Option(
            names = {"-a", "--adapter"},
            paramLabel = "ADAPTER",
            description = "what to record, as in guest:6.1")
    private Optional<String> adapter = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "PATH",
            description = "the file, with -a; the folder, with --all")
    private Path out = Path.of("adapters/recorded/recordings");

    @Option(names = "--all", description = "record the known kernels")
    private boolean all;

    @Option(
            names = "--missing",
            description = "ask only what the recording does not hold, and keep the rest")
    private boolean missing;

    @Option(
            names = "--at-most",
            paramLabel = "N",
            description =
                    "leave out scenarios of more than N commands, which take two thirds of the time"
                            + " of a slow guest; --missing asks them later")
    private Optional<Integer> atMost = Optional.empty();

    @Option(
            names = "--walks",
            paramLabel = "N",
            defaultValue = "0",
            description = "random walks besides the scenarios, none without it")
    private int walks;

    @Option(
            names = "--lists",
            paramLabel = "N",
            defaultValue = "0",
            description = "lists of commands as fuzz draws them, none without it")
    private int lists;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of the walks and lists")
    private long seed;

    @Parameters(paramLabel = "KERNEL", arity = "0..*", description = "kernels, with --all")
    private List<String> kernels = List.of();

    @Override
    public Integer call() throws IOException {
        if (all == adapter.isPresent()) {
            throw new Stop(ExitCode.USAGE, "record takes either -a ADAPTER or --all");
        }
        var suite = Suite.bundled();
        if (adapter.isPresent()) {
            return one(suite, adapter.get(), out) ? 0 : ExitCode.INCONCLUSIVE.code();
        }
        boolean complete = true;
        for (var kernel : KernelsCommand.wanted(kernels)) {
            complete &= named(suite, kernel);
        }
        return (complete ? ExitCode.CONFORMS : ExitCode.INCONCLUSIVE).code();
    }

    private boolean named(Suite suite, KnownKernel kernel) throws IOException {
        try {
            return one(
                    suite, "guest:" + kernel.name(), out.resolve(kernel.name() + Recording.SUFFIX));
        } catch (Stop | UncheckedIOException why) {
            var line = kernel.name() + ": " + why.getMessage();
            System.err.println("maptck: " + Harmless.line(line));
            return false;
        }
    }

    /// Whether every scenario was answered.
    private boolean one(Suite suite, String address, Path file) throws IOException {
        var before =
                missing && Files.exists(file)
                        ? Optional.of(Recording.read(file))
                        : Optional.<Recording>empty();
        var wanted = before.map(known -> lacking(suite, known)).orElse(suite);
        if (wanted.scenarios().isEmpty() && walks + lists == 0) {
            System.out.println(file + ": holds every scenario");
            return true;
        }
        long start = System.nanoTime();
        try (var real = AdapterOption.open(address)) {
            var recording = Recording.of(real.identity(), WithFacts.of(real));
            before.ifPresent(known -> recording.lines().putAll(known.lines()));
            var asked = atMost.map(most -> shorter(wanted, real, most)).orElse(wanted);
            var saved = new Saved(recording, file);
            int broken = record(asked, address, new Recorder(real, recording), saved);
            forget(recording, ids(suite));
            tellApart(new Recorder(real, recording), recording);
            walk(new Recorder(real, recording));
            saved.now();
            System.out.printf(
                    "%s: %d scenarios of %s in %d s, %d KiB%s%n",
                    file,
                    asked.scenarios().size(),
                    real.identity().version(),
                    (System.nanoTime() - start) / 1_000_000_000,
                    Files.size(file) >> 10,
                    broken == 0 ? "" : ", " + broken + " without an answer");
            return broken == 0;
        }
    }

    private static int record(
            Suite suite, String address, Implementation recorder, Saved recording) {
        var broken = new int[1];
        try (var progress = Progress.over(suite.scenarios().size())) {
            new SuiteRunner(suite, address, recorder)
                    .run(result -> {
                        progress.accept(result);
                        if (result.verdict() == Verdict.NOT_APPLICABLE) {
                            recording.recording().put(result.scenario(), result.trace());
                        }
                        recording.nowAndThen();
                        if (result.verdict() == Verdict.INCONCLUSIVE) {
                            broken[0]++;
                            System.err.println(
                                    Harmless.line(
                                            "maptck: "
                                                    + result.scenario()
                                                    + ": "
                                                    + result.reason()));
                        }
                    });
        }
        return broken[0];
    }

    /// The scenarios in which a model of the same machine is asked that often at most.
    private static Suite shorter(Suite suite, Implementation real, int most) {
        try (var counted = new Counted(new ReferenceModel(real.identity().platform()))) {
            new SuiteRunner(suite, "model", counted).run(_ -> {});
            return suite.only(scenario -> counted.commands(scenario.text().id()) <= most);
        }
    }

    /// Drops the scenarios that are no more.
    private static void forget(Recording recording, Set<String> ids) {
        recording.lines().keySet().removeIf(id -> !ids.contains(id) && Recording.isScenario(id));
    }

    /// Asks what shows the changes between versions, also those that are to come: a kernel from
    /// before answers otherwise.
    private static void tellApart(Recorder recorder, Recording recording) {
        var platform = recorder.identity().platform();
        for (var change : Behaviour.values()) {
            var id = Recording.CHANGE + change;
            if (!recording.lines().containsKey(id)) {
                Distinction.of(change, platform)
                        .ifPresent(told -> ask(recorder, id, told.commands()));
            }
        }
    }

    private static void ask(Recorder recorder, String id, List<org.maptck.model.Command> commands) {
        recorder.begin(id);
        new Pace(recorder).all(commands);
        recorder.reset();
    }

    private void walk(Recorder recorder) {
        var identity = recorder.identity();
        int number = 0;
        for (var commands : new Walks(walks, STEPS, seed).on(identity.platform())) {
            walk(recorder, "" + number++, commands);
        }
        var source = new Source(seed, identity, Optional.empty());
        for (int index = 0; index < lists; index++) {
            walk(recorder, "list-" + seed + "-" + index, source.list(index));
        }
        if (walks + lists > 0) {
            var platform = identity.platform();
            new RaceTable(platform).named().forEach((name, all) -> walk(recorder, name, all));
            new EdgeTable(platform).named().forEach((name, all) -> walk(recorder, name, all));
        }
    }

    private static void walk(
            Recorder recorder, String name, List<org.maptck.model.Command> commands) {
        ask(recorder, Recording.WALK + name, commands);
    }

    /// The scenarios that a recording has no answer to.
    private static Suite lacking(Suite suite, Recording known) {
        var ids = new HashSet<String>();
        new SuiteRunner(suite, "recorded", new RecordedImplementation(known))
                .run(result -> {
                    if (result.verdict() == Verdict.INCONCLUSIVE) {
                        ids.add(result.scenario());
                    }
                });
        return suite.only(scenario -> ids.contains(scenario.text().id()));
    }

    private static Set<String> ids(Suite suite) {
        var ids = new HashSet<String>();
        suite.scenarios().forEach(scenario -> ids.add(scenario.text().id()));
        return ids;
    }

    /// A recording and its file, which is written now and then, so that whoever stops a slow guest
    /// goes on from there with `--missing`.
    private static final class Saved {
        private static final long PAUSE = Duration.ofMinutes(1).toNanos();

        private final Recording recording;
        private final Path file;
        private long last = System.nanoTime();

        Saved(Recording recording, Path file) {
            this.recording = recording;
            this.file = file;
        }

        Recording recording() {
            return recording;
        }

        void nowAndThen() {
            if (System.nanoTime() - last > PAUSE) {
                now();
            }
        }

        void now() {
            try {
                recording.write(file);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            last = System.nanoTime();
        }
    }
}
