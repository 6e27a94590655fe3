package org.maptck.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Implementation;
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

/// Asks the running kernel, where that is permitted.
abstract class LiveKernelTest {
    static final Handle A = Handle.A;
    static final Handle B = Handle.named("B");
    static final Mapping M = new Mapping(0);
    static final Output FITS = new Output.Fits();
    static final Outcome DONE = new Outcome.Done();
    static final Outcome ABSENT = new Outcome.Absent();

    Implementation linux;
    Platform platform;

    @BeforeEach
    void open() throws CannotOpen {
        var adapter = new LinuxAdapter();
        Assumptions.assumeTrue(
                adapter.missing().isEmpty(), () -> adapter.missing().orElse("offered"));
        linux = adapter.open("");
        platform = linux.identity().platform();
    }

    @AfterEach
    void close() {
        if (linux != null) {
            linux.close();
        }
    }

    void expect(Outcome outcome, Command command) {
        assertEquals(outcome, linux.apply(command), command::toString);
    }

    /// Runs steps once on CPU 0.
    void expectSteps(List<Outcome> outcomes, Step... steps) {
        expect(new Outcome.Ran(outcomes), Command.Run.once(0, steps));
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

    static Outcome ran(Outcome... steps) {
        return new Outcome.Ran(List.of(steps));
    }

    void create(MapSpec spec) {
        expect(DONE, new Command.Create(A, spec));
    }

    static MapSpec array(long valueSize, long maxEntries) {
        return MapSpec.of(MapType.ARRAY, valueSize, maxEntries);
    }

    static MapSpec percpu(long valueSize, long maxEntries) {
        return MapSpec.of(MapType.PERCPU_ARRAY, valueSize, maxEntries);
    }

    Bytes keyBytes(long index) {
        return platform.key(index);
    }

    Input key(long index) {
        return new Input.Given(keyBytes(index));
    }

    static Input hex(String digits) {
        return new Input.Given(Bytes.hex(digits));
    }

    static Operand at(long index) {
        return new Operand.Constant(index);
    }

    Command.Lookup lookup(long index) {
        return new Command.Lookup(A, key(index), 0, FITS);
    }

    Command.Update update(long index, String hex) {
        return new Command.Update(A, key(index), hex(hex), Flags.ANY);
    }

    static Command.MapMemory map(long length, Protection protection) {
        return new Command.MapMemory(M, A, 0, length, protection, true);
    }
}
