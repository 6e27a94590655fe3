package org.maptck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs the benchmarks, and adds a line for each of their rounds to a file of figures: as in
/// `Fuzzing.generate.all 2953097`, in commands a second.
public final class Rates {
    private static final List<String> SHOWN = List.of("asked", "face");

    /// The generator and the model are much code, which takes its time to be compiled.
    private static final int WARM_UP = 5;

    private Rates() {}

    /// @param words the file, the address of the program that answers at once, the rounds and the
    ///   milliseconds of a round
    public static void main(String[] words) throws RunnerException, IOException {
        var file = Path.of(words[0]);
        int rounds = Integer.parseInt(words[2]);
        var time = TimeValue.milliseconds(Long.parseLong(words[3]));
        var common =
                new OptionsBuilder()
                        .warmupTime(time)
                        .measurementIterations(rounds)
                        .measurementTime(time)
                        .build();
        var faces =
                new OptionsBuilder()
                        .parent(common)
                        .warmupIterations(WARM_UP * rounds)
                        .include("\\.Fuzzing\\.")
                        .build();
        var wires =
                new OptionsBuilder()
                        .parent(common)
                        .warmupIterations(rounds)
                        .include("\\.(Codec|Wire)\\.")
                        .param("face", "all")
                        .param("program", words[1])
                        .build();
        var lines = new ArrayList<String>();
        for (var options : List.of(faces, wires)) {
            new Runner(options).run().stream().flatMap(Rates::lines).forEach(lines::add);
        }
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Stream<String> lines(RunResult result) {
        var name = name(result.getParams());
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(round -> "%s %.0f".formatted(name, commands(round)));
    }

    private static String name(BenchmarkParams params) {
        var name = params.getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
        var shown = SHOWN.stream().map(params::getParam).flatMap(Stream::ofNullable).findFirst();
        return shown.map(it -> name + "." + it).orElse(name);
    }

    private static double commands(IterationResult round) {
        return Optional.ofNullable(round.getSecondaryResults().get("commands"))
                .orElse(round.getPrimaryResult())
                .getScore();
    }
}
