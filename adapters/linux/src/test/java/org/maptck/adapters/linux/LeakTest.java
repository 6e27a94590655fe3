package org.maptck.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Iteration;
import org.maptck.model.MapSpec;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.OuterKind;
import org.maptck.model.PinName;
import org.maptck.model.Protection;
import org.maptck.model.Step;

class LeakTest extends LiveKernelTest {
    private final SplittableRandom random = new SplittableRandom(42);

    private static long descriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(LeakTest::ofBpf).count();
        }
    }

    private static boolean ofBpf(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().matches("/|.*bpf.*");
        } catch (IOException _) {
            return false;
        }
    }

    private static long mappings() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.contains("bpf")).count();
        }
    }

    private static List<Long> held() throws IOException {
        return List.of(descriptors(), mappings(), mounts());
    }

    private static long mounts() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/mountinfo"))) {
            return lines.count();
        }
    }

    @Test
    void nothing_of_a_scenario_outlives_it() throws IOException {
        mixedCommands(100);
        linux.reset();
        var before = held();
        assertEquals(0, pins());
        for (int scenario = 0; scenario < 5; scenario++) {
            mixedCommands(1000);
            linux.reset();
            assertEquals(before, held());
            assertEquals(0, pins());
        }
        long mounts = mounts();
        linux.close();
        assertEquals(List.of(0L, 0L, mounts), held());
    }

    /// How many of the names that scenarios use still open a map.
    private long pins() {
        long found =
                Stream.of("p", "q")
                        .map(name -> new Command.OpenPin(handle(), new PinName(name), 0))
                        .filter(open -> linux.apply(open).equals(DONE))
                        .count();
        linux.reset();
        return found;
    }

    private void mixedCommands(int count) {
        for (int i = 0; i < count; i++) {
            linux.apply(command(random.nextInt(25)));
        }
    }

    private Handle handle() {
        return new Handle(random.nextInt(4));
    }

    private PinName pin() {
        return new PinName(random.nextBoolean() ? "p" : "q");
    }

    private Mapping mapping() {
        return new Mapping(random.nextInt(4));
    }

    private Command command(int kind) {
        return switch (kind) {
            case 0, 1 -> new Command.Create(handle(), spec());
            case 2 -> new Command.Close(handle());
            case 3, 4 ->
                    new Command.MapMemory(
                            mapping(),
                            handle(),
                            0,
                            random.nextInt(3) * 4096L,
                            Protection.READ_WRITE,
                            random.nextInt(4) > 0);
            case 5 -> new Command.Unmap(mapping());
            case 6 -> new Command.Protect(mapping(), Protection.READ);
            case 7 -> new Command.WriteMemory(mapping(), random.nextInt(5000), Bytes.zeros(9));
            case 8 -> new Command.ReadMemory(mapping(), random.nextInt(5000), 9);
            case 9 -> new Command.Freeze(handle());
            case 10 ->
                    Command.Run.once(
                            random.nextInt(3) - 1,
                            new Step.Load(handle(), new Operand.Constant(1), 0, 8));
            case 11 -> Command.Run.once(0, new Step.ForEach(handle(), 0, 0));
            case 12 -> new Command.Update(handle(), new Input.Unreadable(), hex("01"), 0);
            case 13 -> new Command.Duplicate(handle(), handle());
            case 14 -> new Command.OpenById(handle(), handle(), 0);
            case 15 -> new Command.GetInfo(handle());
            case 16 -> new Command.Pin(handle(), pin());
            case 17 -> new Command.OpenPin(handle(), pin(), 0);
            case 18 -> new Command.Unpin(pin());
            case 19 ->
                    new Command.CreateOuter(
                            handle(),
                            random.nextBoolean() ? OuterKind.ARRAY_OF_MAPS : OuterKind.HASH_OF_MAPS,
                            random.nextInt(3),
                            handle());
            case 20 -> new Command.Insert(handle(), random.nextInt(3), handle());
            case 21 -> new Command.OpenInner(handle(), handle(), random.nextInt(3));
            case 22 ->
                    new Command.Iterate(
                            handle(), new Iteration.Noting(0, 8), random.nextInt(4) == 0);
            case 23 ->
                    Command.Run.once(
                            0,
                            new Step.Through(
                                    handle(),
                                    new Operand.Constant(0),
                                    new Operand.Constant(1),
                                    new Deed.Lookup()));
            default -> new Command.Lookup(handle(), key(random.nextInt(4)), 0, FITS);
        };
    }

    private MapSpec spec() {
        return switch (random.nextInt(6)) {
            case 0 -> array(8, 4);
            case 1 -> array(8, 4).withFlags(Flags.MMAPABLE);
            case 2 -> percpu(4, 4);
            case 3 -> array(8, 4).withLock(4);
            case 4 -> array(8, 4).withExclusive(new Input.Given(Bytes.zeros(32)));
            default -> array(0, 4);
        };
    }
}
