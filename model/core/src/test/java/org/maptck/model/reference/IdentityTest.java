package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.B;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.PinName;
import org.maptck.model.Protection;
import org.maptck.model.Version;

final class IdentityTest {
    private static final PinName NAME = new PinName("name");
    private static final Command.GetInfo INFO = new Command.GetInfo(A);

    private final Driver driver = Driver.with(ARRAY);

    private void does(Command command) {
        assertEquals(DONE, driver.does(command));
    }

    private void not(Errno errno, Command command) {
        assertEquals(refused(errno), driver.does(command));
    }

    private Permitted step(Command command) {
        return driver.model.step(command);
    }

    @Test
    void aMapMayTellAnyIdButNothingElse() {
        var permitted = step(INFO);
        MapInfo info = assertInstanceOf(Outcome.Described.class, permitted.example()).info();
        assertTrue(info.id() > 0);
        assertTrue(permitted.permits(new Outcome.Described(info.withId(12345))));
        assertFalse(permitted.permits(DONE));
        driver.create(A, MapSpec.of(info.type(), 8, 5));
        assertFalse(step(INFO).permits(new Outcome.Described(info)));
    }

    @Test
    void aCopyKeepsModeAndMap() {
        driver.create(A, ARRAY.withFlags(Flags.RDONLY));
        does(new Command.Duplicate(A, B));
        does(new Command.Close(A));
        not(Errno.EPERM, new Command.Freeze(B));
        not(Errno.EBADF, new Command.Duplicate(A, B));
        not(Errno.EPERM, new Command.Freeze(B));
    }

    @Test
    void anIdOpensWhatToldIt() {
        not(Errno.ENOENT, new Command.OpenById(B, A, 0));
        step(INFO);
        for (long flags : new long[] {1, 4, 0x18, 0x80, Flags.PATH_FD}) {
            not(Errno.EINVAL, new Command.OpenById(B, A, flags));
        }
        does(new Command.OpenById(B, A, Flags.RDONLY));
        not(Errno.EPERM, new Command.Freeze(B));
        does(new Command.OpenById(B, A, Flags.WRONLY));
        does(new Command.Freeze(B));
    }

    @Test
    void theIdOfAMapThatIsGoneMayAnswerForAWhile() {
        step(INFO);
        driver.does(new Command.Close(A));
        var permitted = step(new Command.OpenById(B, A, 0));
        assertEquals(refused(Errno.ENOENT), permitted.example());
        assertTrue(permitted.permits(DONE));
        driver.model.settle(refused(Errno.ENOENT));
        not(Errno.EBADF, new Command.Freeze(B));
        step(new Command.OpenById(B, A, 0));
        driver.model.settle(DONE);
        does(new Command.Freeze(B));
    }

    @Test
    void mappingsAndPinsKeepAMap() {
        driver.create(A, ARRAY.withFlags(Flags.MMAPABLE));
        step(INFO);
        var mapping = new Mapping(0);
        does(new Command.MapMemory(mapping, A, 0, 8, Protection.READ, true));
        does(new Command.Close(A));
        does(new Command.OpenById(B, A, 0));
        does(new Command.Pin(B, NAME));
        does(new Command.Unmap(mapping));
        does(new Command.Close(B));
        does(new Command.OpenById(B, A, 0));
        does(new Command.Unpin(NAME));
        does(new Command.Close(B));
        not(Errno.ENOENT, new Command.OpenById(B, A, 0));
    }

    @Test
    void pinsHaveNames() {
        var directory = new PinName(".");
        var dotted = new PinName("a.b");
        not(Errno.EINVAL, new Command.Pin(B, dotted));
        not(Errno.EPERM, new Command.Pin(A, dotted));
        not(Errno.EPERM, new Command.OpenPin(B, dotted, 0));
        not(Errno.EPERM, new Command.Unpin(dotted));
        not(Errno.EEXIST, new Command.Pin(A, directory));
        not(Errno.EACCES, new Command.OpenPin(B, directory, 0));
        not(Errno.EISDIR, new Command.Unpin(directory));
        not(Errno.ENOENT, new Command.OpenPin(B, NAME, 0));
        not(Errno.ENOENT, new Command.Unpin(NAME));
        does(new Command.Pin(A, NAME));
        not(Errno.EEXIST, new Command.Pin(A, NAME));
        not(Errno.EINVAL, new Command.OpenPin(B, NAME, 0x18));
        not(Errno.EINVAL, new Command.OpenPin(B, NAME, 1));
        does(new Command.OpenPin(B, NAME, Flags.PATH_FD));
        does(new Command.OpenPin(B, NAME, Flags.RDONLY));
        not(Errno.EPERM, new Command.Freeze(B));
    }

    @Test
    void olderKernelsKnowLess() {
        var old = Driver.with(ARRAY, new Version(4, 3));
        assertEquals(refused(Errno.EINVAL), old.does(new Command.Pin(A, NAME)));
        assertEquals(refused(Errno.EINVAL), old.does(new Command.OpenPin(B, NAME, 0)));
        assertEquals(refused(Errno.EINVAL), old.does(new Command.OpenById(B, A, 0)));
        var newer = Driver.with(ARRAY, new Version(4, 14));
        assertEquals(DONE, newer.does(new Command.Pin(A, NAME)));
        var path = new Command.OpenPin(B, NAME, Flags.PATH_FD);
        assertEquals(refused(Errno.EINVAL), newer.does(path));
        var mode = new Command.OpenPin(B, NAME, Flags.RDONLY);
        assertEquals(refused(Errno.EINVAL), newer.does(mode));
        assertEquals(DONE, newer.does(new Command.OpenPin(B, NAME, 0)));
    }

    @Test
    void namesLeadNowhereElse() {
        for (String text : List.of("", "..", "a/b", "/etc", "a\0", "a b", "x".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> new PinName(text), text);
        }
    }
}
