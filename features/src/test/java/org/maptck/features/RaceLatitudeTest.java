package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;

/// What callers at once may see of one another, and what not, where it takes luck to see it.
class RaceLatitudeTest {
    private static final Platform PLATFORM = RecordedKernel.named("6.18").platform();
    private static final Outcome DONE = new Outcome.Done();
    private static final Input KEY = new Input.Given(PLATFORM.key(0));

    @Test
    void aCallerSeesWhatSeveralStoresOfAnotherLeaveBetween() {
        var look = new Command.Lookup(Handle.A, KEY, Flags.ANY, new Output.Fits());
        var twice =
                new Command.Run(0, Command.Run.NO_PACKET, 1, List.of(store(0x1111), store(0x2222)));
        assertTrue(atOnce(look, twice).permits(seen(0x1111, new Outcome.Ran(List.of(DONE, DONE)))));
        var once = new Command.Run(0, Command.Run.NO_PACKET, 1, List.of(store(0x2222)));
        assertFalse(atOnce(look, once).permits(seen(0x1111, new Outcome.Ran(List.of(DONE)))));
    }

    @Test
    void aValueThatComesFromAMappingOrGoesThereIsWhateverIsThere() {
        var look = new Command.Lookup(Handle.A, KEY, Flags.ANY, new Output.Fits());
        var shift = new Command.Update(Handle.A, KEY, new Input.InMapping(new Mapping(0), 1), 0);
        assertTrue(atOnce(look, shift).permits(seen(0x1111, DONE)));
        var copy = new Output.InMapping(new Mapping(0), 1);
        var back = new Command.Lookup(Handle.A, KEY, Flags.ANY, copy);
        assertTrue(atOnce(look, back).permits(seen(0x1111, DONE)));
        var same = new Command.Update(Handle.A, KEY, new Input.Given(Bytes.zeros(8)), 0);
        assertFalse(atOnce(look, same).permits(seen(0x1111, DONE)));
    }

    @Test
    void aValueIsWholeWhereAllTakeItsLock() {
        var torn = Bytes.hex("000000005151515152525252");
        var seen = new Outcome.Raced(List.of(List.of(new Outcome.Found(torn)), List.of(DONE)));
        for (long flags : List.of(Flags.LOCK, Flags.ANY)) {
            var value = new Input.Given(Bytes.hex("000000005151515151515151"));
            var other = new Input.Given(Bytes.hex("000000005252525252525252"));
            var permitted =
                    asked(
                            new Command.Create(
                                    Handle.A, MapSpec.of(MapType.ARRAY, 12, 1).withLock(0)),
                            new Command.Update(Handle.A, KEY, other, 0),
                            new Command.Race(
                                    List.of(
                                            new Command.Lookup(
                                                    Handle.A, KEY, Flags.LOCK, new Output.Fits()),
                                            new Command.Update(Handle.A, KEY, value, flags)),
                                    1));
            assertEquals(flags == Flags.ANY, permitted.permits(seen));
        }
    }

    private static Step store(long number) {
        var value = new Operand.Constant(number);
        return new Step.Store(Handle.A, new Operand.Constant(0), 0, 8, value);
    }

    /// A reader's answer, a number, and that of who writes.
    private static Outcome seen(long number, Outcome written) {
        var bytes = Bytes.number(number, 8, PLATFORM.byteOrder());
        return new Outcome.Raced(List.of(List.of(new Outcome.Found(bytes)), List.of(written)));
    }

    private static Permitted atOnce(Command one, Command other) {
        return asked(
                new Command.Create(
                        Handle.A, MapSpec.of(MapType.ARRAY, 8, 4).withFlags(Flags.MMAPABLE)),
                new Command.MapMemory(
                        new Mapping(0),
                        Handle.A,
                        0,
                        PLATFORM.pageSize(),
                        Protection.READ_WRITE,
                        true),
                new Command.Race(List.of(one, other), 1));
    }

    private static Permitted asked(Command... commands) {
        return LatitudeTest.asked(PLATFORM, commands);
    }
}
