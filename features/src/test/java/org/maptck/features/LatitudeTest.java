package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Loading;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.OuterKind;
import org.maptck.model.Output;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;
import org.maptck.model.reference.ReferenceModel;

/// The edges of what is left open, which no kernel shows: up to a quarter of the memory nothing is
/// refused for want of it, up to all of it anything may be, and beyond it everything is.
class LatitudeTest {
    private static final Outcome NO_MEMORY = new Outcome.Refused(Errno.ENOMEM);
    private static final Platform PLATFORM = RecordedKernel.named("6.18").platform();
    private static final long QUARTER = PLATFORM.memory() / 4;

    private static final Outcome INVALID = new Outcome.Refused(Errno.EINVAL);
    private static final Outcome RAN = new Outcome.Ran(List.of(new Outcome.Absent()));
    private static final Handle OTHER = new Handle(1);
    private static final Input KEY = new Input.Given(PLATFORM.key(0));

    static Permitted asked(Platform platform, Command... commands) {
        try (var model = new ReferenceModel(platform)) {
            for (int i = 0; i < commands.length - 1; i++) {
                model.apply(commands[i]);
            }
            return model.step(commands[commands.length - 1]);
        }
    }

    private static Command create(MapType type, long entries) {
        return new Command.Create(Handle.A, MapSpec.of(type, 8, entries));
    }

    @Test
    void anArrayTakesItsElements() {
        long entries = QUARTER / 8;
        assertEquals(
                new Permitted.Only(new Outcome.Done()),
                asked(PLATFORM, create(MapType.ARRAY, entries)));
        assertTrue(asked(PLATFORM, create(MapType.ARRAY, entries + 1)).permits(NO_MEMORY));
        long all = PLATFORM.memory() / 8;
        assertTrue(asked(PLATFORM, create(MapType.ARRAY, all)).permits(new Outcome.Done()));
        assertEquals(
                new Permitted.Only(NO_MEMORY), asked(PLATFORM, create(MapType.ARRAY, all + 1)));
    }

    @Test
    void aPerCpuArrayTakesASlotForEachCpuAndWhatLeadsToThem() {
        long entries = QUARTER / (8 + 8L * PLATFORM.cpuCount());
        assertEquals(
                new Permitted.Only(new Outcome.Done()),
                asked(PLATFORM, create(MapType.PERCPU_ARRAY, entries)));
        assertTrue(asked(PLATFORM, create(MapType.PERCPU_ARRAY, entries + 1)).permits(NO_MEMORY));
    }

    @Test
    void aMappingForOneselfTakesItsLength() {
        var spec = MapSpec.of(MapType.ARRAY, 8, 4).withFlags(Flags.MMAPABLE);
        var map = new Command.Create(Handle.A, spec);
        long page = PLATFORM.pageSize();
        assertInstanceOf(Permitted.Only.class, asked(PLATFORM, map, mapped(QUARTER, false)));
        assertTrue(asked(PLATFORM, map, mapped(QUARTER + 1, false)).permits(NO_MEMORY));
        assertInstanceOf(Permitted.Only.class, asked(PLATFORM, map, mapped(1L << 46, true)));
        for (long length : List.of((1L << 46) + page, 1L << 62)) {
            var far = asked(PLATFORM, map, mapped(length, true));
            assertTrue(far.permits(NO_MEMORY) && far.permits(new Outcome.Refused(Errno.EINVAL)));
        }
        var beyond = asked(PLATFORM, map, mapped(-page, true));
        assertTrue(!beyond.permits(new Outcome.Refused(Errno.EINVAL)));
    }

    private static Command mapped(long length, boolean shared) {
        return new Command.MapMemory(
                new Mapping(0), Handle.A, 0, length, Protection.READ_WRITE, shared);
    }

    @Test
    void aShortPacketIsRefusedOrReadPastItsEnd() {
        var look = new Step.Lookup(Handle.A, new Operand.PacketByte(13));
        var packet = Bytes.filled(13, 1);
        var run = new Command.Run(0, packet, 1, List.of(look), Loading.CLASSIFIER);
        var permitted = asked(PLATFORM, create(MapType.ARRAY, 4), run);
        var past = new Outcome.Ran(List.of(new Outcome.Refused(Errno.EFAULT)));
        assertTrue(permitted.permits(past) && permitted.permits(new Outcome.Refused(Errno.EINVAL)));
        for (var other :
                List.of(NO_MEMORY, new Outcome.Done(), new Outcome.Ran(List.of(NO_MEMORY)))) {
            assertFalse(permitted.permits(other));
        }
    }

    @Test
    void theEndOfTheArgumentsIsKnownOfOneKernelAlone() {
        var old = RecordedKernel.named("5.10").platform();
        for (int set : List.of(47, 256)) {
            assertInstanceOf(Permitted.Only.class, asked(old, freeze(set)));
        }
        for (int set : List.of(48, 255)) {
            var either = asked(old, freeze(set));
            assertTrue(either.permits(new Outcome.Refused(Errno.EINVAL)));
            assertTrue(either.permits(new Outcome.Refused(Errno.E2BIG)));
            assertInstanceOf(Permitted.Only.class, asked(PLATFORM, freeze(set)));
        }
    }

    private static Command freeze(int set) {
        return new Command.Enveloped(new Command.Freeze(Handle.A), Envelope.USUAL.with(set));
    }

    @Test
    void whereNoMapWasMadeTheOneBeforeIsStillThere() {
        var look = new Command.Lookup(Handle.A, KEY, Flags.ANY, new Output.Fits());
        try (var model = new ReferenceModel(PLATFORM)) {
            model.apply(create(MapType.ARRAY, 4));
            model.step(create(MapType.PERCPU_ARRAY, QUARTER / 8));
            model.settle(NO_MEMORY);
            assertEquals(new Permitted.Only(new Outcome.Found(Bytes.zeros(8))), model.step(look));
        }
    }

    @Test
    void aMapThatLivesIsOpenedAndOneThatMayHaveEndedEitherWay() {
        var open = new Command.OpenById(new Handle(2), Handle.A, 0);
        var tell = new Command.GetInfo(Handle.A);
        var close = new Command.Close(Handle.A);
        var spec = MapSpec.of(MapType.ARRAY, 8, 4).withFlags(Flags.MMAPABLE);
        var map = new Command.Create(Handle.A, spec);
        var other = new Command.Create(OTHER, spec);
        long page = PLATFORM.pageSize();
        for (Handle handle : List.of(Handle.A, OTHER)) {
            var use =
                    new Command.MapMemory(
                            new Mapping(0), handle, 0, page, Protection.READ_WRITE, true);
            assertEquals(
                    handle.equals(Handle.A),
                    known(asked(PLATFORM, map, other, tell, use, close, open)));
            var outer = new Command.CreateOuter(new Handle(3), OuterKind.ARRAY_OF_MAPS, 1, OTHER);
            var insert = new Command.Insert(new Handle(3), 0, handle);
            assertEquals(
                    handle.equals(Handle.A),
                    known(asked(PLATFORM, map, other, tell, outer, insert, close, open)));
        }
    }

    private static boolean known(Permitted opened) {
        assertTrue(opened.permits(new Outcome.Done()));
        return !opened.permits(new Outcome.Refused(Errno.ENOENT));
    }

    @Test
    void aCallerWhoIsBarredHasNothingCounted() {
        var old = RecordedKernel.named("5.10").platform();
        var batch = new Command.DeleteBatch(Handle.A, KEY, 1L << 32 | 2, 0);
        var barred =
                new Outcome.Batched(
                        Optional.of(Errno.EPERM), 2, Bytes.EMPTY, Bytes.EMPTY, Optional.empty());
        assertEquals(
                new Permitted.Only(barred),
                asked(old, create(MapType.ARRAY, 4), new Command.Deprived(batch, Set.of())));
    }

    @Test
    void aPacketHasTheHeaderOfItsProtocolAndRoomInAPage() {
        int most = PLATFORM.pageSize() - 384;
        for (var type : List.of(List.of("0000", 14), List.of("0800", 34), List.of("86dd", 54))) {
            var protocol = Bytes.zeros(12).then(Bytes.hex(String.valueOf(type.getFirst())));
            int least = (int) type.getLast();
            for (int size : List.of(least, least + 1, 3000, most)) {
                assertEquals(RAN, looked(PLATFORM, packet(protocol, size)).example());
            }
            for (int size : List.of(least - 1, most + 1)) {
                assertEquals(INVALID, looked(PLATFORM, packet(protocol, size)).example());
            }
            var newest = RecordedKernel.named("7.3").platform();
            assertEquals(RAN, looked(newest, packet(protocol, most + 1)).example());
        }
    }

    @Test
    void theRoomForAPacketIsLeftOpenWhereTheProgramChangesNothing() {
        int tight = PLATFORM.pageSize() - 1024;
        assertEquals(new Permitted.Only(RAN), looked(PLATFORM, Bytes.zeros(tight)));
        var open = looked(PLATFORM, Bytes.zeros(tight + 1));
        assertTrue(open.permits(RAN) && open.permits(INVALID));
        assertFalse(open.permits(NO_MEMORY));
        var store =
                new Step.Store(Handle.A, new Operand.Constant(0), 0, 8, new Operand.Constant(1));
        var stored = new Outcome.Ran(List.of(new Outcome.Done()));
        assertEquals(new Permitted.Only(stored), run(PLATFORM, Bytes.zeros(tight + 1), store));
        assertFalse(run(PLATFORM, Bytes.zeros(13), store).permits(stored));
    }

    private static Bytes packet(Bytes beginning, int size) {
        return beginning.then(Bytes.zeros(size)).slice(0, size);
    }

    private static Permitted looked(Platform platform, Bytes packet) {
        return run(platform, packet, new Step.Lookup(Handle.A, new Operand.Constant(9)));
    }

    private static Permitted run(Platform platform, Bytes packet, Step step) {
        var run = new Command.Run(0, packet, 1, List.of(step), Loading.CLASSIFIER);
        return asked(platform, create(MapType.ARRAY, 4), run);
    }

    @Test
    void aCursorThatDoesNotFitIsWrittenInPart() {
        var permitted = walked(new Output.Room(2));
        for (String part : List.of("0000", "00a5", "a5a5")) {
            assertTrue(permitted.permits(told(Optional.of(Bytes.hex(part)))), part);
        }
        assertTrue(permitted.permits(told(Optional.empty())));
        assertFalse(permitted.permits(told(Optional.of(Bytes.hex("0100")))));
        assertEquals(told(Optional.empty()), walked(new Output.Room(0)).example());
    }

    private static Permitted walked(Output cursor) {
        var fits = new Output.Fits();
        var batch = new Command.LookupBatch(Handle.A, new Input.Null(), cursor, fits, fits, 1, 0);
        return asked(PLATFORM, create(MapType.ARRAY, 4), batch);
    }

    private static Outcome told(Optional<Bytes> cursor) {
        return new Outcome.Batched(
                Optional.of(Errno.EFAULT), 1, PLATFORM.key(0), Bytes.zeros(8), cursor);
    }
}
