package org.maptck.adapters.faulty;

import java.util.Optional;
import java.util.function.Function;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Step;

/// The implementation behind a fault, and what its callers did with it so far.
record Right(Function<Command, Outcome> implementation, Ledger ledger, Platform platform) {
    static final Outcome DONE = new Outcome.Done();
    static final Outcome ABSENT = new Outcome.Absent();

    Outcome apply(Command command) {
        return implementation.apply(command);
    }

    Right behind(Fault fault) {
        return new Right(command -> fault.apply(command, this), ledger, platform);
    }

    /// What a step sees in a program of its own.
    Outcome run(int cpu, Step step) {
        var outcome = apply(Command.Run.once(cpu, step));
        return outcome instanceof Outcome.Ran(var steps) ? steps.getFirst() : outcome;
    }

    /// What a map was created as; an array of nothing known where it was not.
    MapSpec spec(Handle map) {
        return ledger.spec(map);
    }

    Optional<Command.MapMemory> made(Mapping mapping) {
        return ledger.mapping(mapping);
    }

    boolean perCpu(Handle map) {
        return spec(map).type().perCpu();
    }

    boolean has(Handle map, long flag) {
        return (spec(map).flags() & flag) != 0;
    }

    Input key(long index) {
        return new Input.Given(platform.key(index));
    }

    /// The index that a key stands for; -1 for one that cannot be read.
    long index(Input key) {
        return key instanceof Input.Given(Bytes bytes) && bytes.size() >= MapSpec.KEY_SIZE
                ? bytes.number(MapSpec.KEY_SIZE, platform.byteOrder())
                : -1;
    }

    /// The value of an element in user space; empty where there is none.
    Bytes value(Handle map, long index) {
        var found = apply(new Command.Lookup(map, key(index), Flags.ANY, new Output.Fits()));
        return found instanceof Outcome.Found(Bytes bytes) ? bytes : Bytes.EMPTY;
    }

    Outcome store(Handle map, long index, Bytes value) {
        return apply(new Command.Update(map, key(index), new Input.Given(value), Flags.ANY));
    }

    Bytes zeros(Handle map) {
        return Bytes.zeros(Math.toIntExact(spec(map).userValueSize(platform.cpuCount())));
    }
}
