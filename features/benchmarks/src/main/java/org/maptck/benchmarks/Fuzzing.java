package org.maptck.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maptck.features.fuzz.Hunt;
import org.maptck.model.Command;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a fuzz run does without an implementation: making lists, and judging answers by the model.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class Fuzzing {
    private final ReferenceModel model = new ReferenceModel(Platform.DEFAULT);

    /// The generator alone.
    @Benchmark
    public List<Command> generate(Lists lists, Count count) {
        var list = lists.next();
        count.commands += Hunt.size(list);
        return list;
    }

    /// A list, the model's step for each of its commands, and the judgement of an answer, which is
    /// the one that the model gives as its example.
    @Benchmark
    public boolean generateStepCompare(Lists lists, Count count) {
        var list = lists.next();
        count.commands += Hunt.size(list);
        return judged(list);
    }

    private boolean judged(List<Command> list) {
        boolean all = true;
        model.reset();
        for (Command command : list) {
            var permitted = model.step(command);
            var outcome = permitted.example();
            all &= permitted.permits(outcome);
            model.settle(outcome);
        }
        return all;
    }
}
