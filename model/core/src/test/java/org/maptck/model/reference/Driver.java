package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;
import org.maptck.model.Version;

/// A model, and short words for what tests do with it most.
final class Driver {
    static final Handle A = Handle.A;
    static final Handle B = Handle.named("B");
    static final Mapping M = new Mapping(0);
    static final Output FITS = new Output.Fits();
    static final Outcome DONE = new Outcome.Done();
    static final Outcome ABSENT = new Outcome.Absent();
    static final MapSpec ARRAY = MapSpec.of(MapType.ARRAY, 8, 4);
    static final MapSpec PERCPU = MapSpec.of(MapType.PERCPU_ARRAY, 8, 4);

    final ReferenceModel model;

    Driver(Platform platform) {
        model = new ReferenceModel(platform);
    }

    /// A model of Linux 6.18 with one map, A.
    static Driver with(MapSpec spec) {
        return with(spec, new Version(6, 18));
    }

    static Driver with(MapSpec spec, Version version) {
        var driver = new Driver(Platform.DEFAULT.withKernel(version));
        assertEquals(DONE, driver.create(A, spec));
        return driver;
    }

    static Outcome refused(Errno errno) {
        return new Outcome.Refused(errno);
    }

    static Outcome found(String hex) {
        return new Outcome.Found(Bytes.hex(hex));
    }

    static Outcome returned(long number) {
        return new Outcome.Returned(number);
    }

    static Outcome filled(String hex) {
        return new Outcome.Filled(Optional.empty(), Bytes.hex(hex));
    }

    static Outcome filled(Errno errno, String hex) {
        return new Outcome.Filled(Optional.of(errno), Bytes.hex(hex));
    }

    static Input given(String hex) {
        return new Input.Given(Bytes.hex(hex));
    }

    static Input key(long index) {
        return new Input.Given(Bytes.number(index, 4, ByteOrder.LITTLE_ENDIAN));
    }

    static Operand at(long index) {
        return new Operand.Constant(index);
    }

    Outcome does(Command command) {
        return model.apply(command);
    }

    Outcome create(Handle handle, MapSpec spec) {
        return does(new Command.Create(handle, spec));
    }

    Outcome lookup(long index) {
        return lookup(key(index), 0, FITS);
    }

    Outcome lookup(Input key, long flags, Output value) {
        return does(new Command.Lookup(A, key, flags, value));
    }

    Outcome update(long index, String value) {
        return update(key(index), given(value), 0);
    }

    Outcome update(Input key, Input value, long flags) {
        return does(new Command.Update(A, key, value, flags));
    }

    Outcome freeze() {
        return does(new Command.Freeze(A));
    }

    Outcome map(Protection protection) {
        return map(0, 4096, protection, true);
    }

    Outcome map(long offset, long length, Protection protection, boolean shared) {
        return does(new Command.MapMemory(M, A, offset, length, protection, shared));
    }

    Outcome load(long offset, int length) {
        return does(new Command.ReadMemory(M, offset, length));
    }

    Outcome store(long offset, String bytes) {
        return does(new Command.WriteMemory(M, offset, Bytes.hex(bytes)));
    }

    Outcome run(int cpu, Step... steps) {
        return does(Command.Run.once(cpu, steps));
    }

    /// What the only step of a program saw.
    Outcome step(int cpu, Step step) {
        return run(cpu, step) instanceof Outcome.Ran(List<Outcome> steps)
                ? steps.getFirst()
                : run(cpu, step);
    }

    Outcome step(Step step) {
        return step(0, step);
    }
}
