package org.maptck.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maptck.json.Json;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// The JSON of commands and outcomes, there and back. An operation is one command or one outcome.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Codec.SAMPLE)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Codec {
    static final int SAMPLE = 4096;

    private final List<Command> commands = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private List<String> commandLines = List.of();
    private List<String> outcomeLines = List.of();

    /// Draws commands, and asks the model for their outcomes.
    @Setup
    public void sample(Lists lists) {
        try (var model = new ReferenceModel(Platform.DEFAULT)) {
            while (commands.size() < SAMPLE) {
                model.reset();
                lists.next().forEach(command -> add(command, model.apply(command)));
            }
        }
        commandLines = commands.stream().map(Json.COMMAND::encode).toList();
        outcomeLines = outcomes.stream().map(Json.OUTCOME::encode).toList();
    }

    private void add(Command command, Outcome outcome) {
        if (commands.size() < SAMPLE) {
            commands.add(command);
            outcomes.add(outcome);
        }
    }

    /// Commands to text.
    @Benchmark
    public void encodeCommand(Blackhole out) {
        commands.forEach(command -> out.consume(Json.COMMAND.encode(command)));
    }

    /// Commands from text.
    @Benchmark
    public void decodeCommand(Blackhole out) {
        commandLines.forEach(line -> out.consume(Json.COMMAND.decode(line)));
    }

    /// Outcomes to text.
    @Benchmark
    public void encodeOutcome(Blackhole out) {
        outcomes.forEach(outcome -> out.consume(Json.OUTCOME.encode(outcome)));
    }

    /// Outcomes from text.
    @Benchmark
    public void decodeOutcome(Blackhole out) {
        outcomeLines.forEach(line -> out.consume(Json.OUTCOME.decode(line)));
    }
}
