package org.maptck.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Implementation;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Lists of commands to a program that answers at once, and its answers. An operation is one
/// command.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Wire.BATCH)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Wire {
    static final int BATCH = 1000;

    /// The address of the program.
    @Param("process:features/benchmarks/target/at-once")
    public String program = "";

    /// What is asked: look-ups and updates of 8 bytes, or what a fuzz run would ask.
    @Param({"elements", "generated"})
    public String asked = "elements";

    private List<Command> batch = List.of();
    private Implementation remote = new ReferenceModel(Platform.DEFAULT);

    /// Starts the program.
    @Setup
    public void open(Lists lists) throws CannotOpen {
        batch = asked.equals("elements") ? elements() : generated(lists);
        remote = Adapters.installed().open(Address.of(program));
    }

    private static List<Command> elements() {
        var all = new ArrayList<Command>();
        for (int i = 0; i < BATCH; i++) {
            var key = new Input.Given(Bytes.of((byte) (i / 2), (byte) 0, (byte) 0, (byte) 0));
            var value = new Input.Given(Bytes.filled(8, i & 0xff));
            all.add(
                    i % 2 == 0
                            ? new Command.Update(Handle.A, key, value, Flags.ANY)
                            : new Command.Lookup(Handle.A, key, Flags.ANY, new Output.Fits()));
        }
        return all;
    }

    private static List<Command> generated(Lists lists) {
        var all = new ArrayList<Command>();
        while (all.size() < BATCH) {
            all.addAll(lists.next());
        }
        return all.subList(0, BATCH);
    }

    /// One round trip.
    @Benchmark
    public List<Outcome> apply() {
        return remote.apply(batch);
    }

    /// Ends the program.
    @TearDown
    public void close() {
        remote.close();
    }
}
