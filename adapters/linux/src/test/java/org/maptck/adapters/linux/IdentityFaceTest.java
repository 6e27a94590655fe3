package org.maptck.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Outcome;
import org.maptck.model.PinName;
import org.maptck.model.Protection;

class IdentityFaceTest extends LiveKernelTest {
    private static final PinName NAME = new PinName("name");

    private long id(Handle map) {
        var outcome = linux.apply(new Command.GetInfo(map));
        return assertInstanceOf(Outcome.Described.class, outcome).info().id();
    }

    private void hasValue(String hex, Handle map) {
        expect(found(hex), new Command.Lookup(map, key(0), 0, FITS));
    }

    @Test
    void a_copy_is_the_same_map() {
        create(array(1, 2));
        expect(DONE, new Command.Duplicate(A, B));
        expect(DONE, update(0, "07"));
        assertEquals(id(A), id(B));
        expect(DONE, new Command.Close(A));
        hasValue("07", B);
        expect(refused(Errno.EBADF), new Command.Duplicate(A, B));
        hasValue("07", B);
    }

    @Test
    void an_id_is_known_once_it_was_told() {
        create(array(1, 2));
        expect(refused(Errno.ENOENT), new Command.OpenById(B, A, 0));
        assertNotEquals(0, id(A));
        expect(DONE, new Command.OpenById(B, A, Flags.RDONLY));
        hasValue("00", B);
        expect(refused(Errno.EPERM), new Command.Update(B, key(0), hex("01"), 0));
        expect(refused(Errno.EINVAL), new Command.OpenById(B, A, 1));
        linux.reset();
        expect(refused(Errno.ENOENT), new Command.OpenById(B, A, 0));
    }

    @Test
    void a_mapping_keeps_the_id() {
        create(array(8, 2).withFlags(Flags.MMAPABLE));
        id(A);
        expect(DONE, map(8, Protection.READ_WRITE));
        expect(DONE, new Command.Close(A));
        expect(DONE, new Command.OpenById(B, A, 0));
        expect(DONE, new Command.Close(B));
        expect(DONE, new Command.Unmap(M));
        expect(refused(Errno.ENOENT), new Command.OpenById(B, A, 0));
    }

    @Test
    void a_pin_keeps_the_map_until_the_end_of_the_scenario() {
        create(array(1, 2));
        expect(DONE, update(0, "07"));
        expect(DONE, new Command.Pin(A, NAME));
        expect(refused(Errno.EEXIST), new Command.Pin(A, NAME));
        expect(DONE, new Command.Close(A));
        expect(refused(Errno.EINVAL), new Command.Pin(A, NAME));
        expect(DONE, new Command.OpenPin(B, NAME, Flags.WRONLY));
        expect(refused(Errno.EPERM), new Command.Lookup(B, key(0), 0, FITS));
        expect(DONE, new Command.OpenPin(B, NAME, 0));
        hasValue("07", B);
        linux.reset();
        expect(refused(Errno.ENOENT), new Command.OpenPin(B, NAME, 0));
    }

    @Test
    void pins_are_in_a_directory_of_their_own() {
        create(array(1, 2));
        var directory = new PinName(".");
        expect(refused(Errno.EEXIST), new Command.Pin(A, directory));
        expect(refused(Errno.EACCES), new Command.OpenPin(B, directory, 0));
        expect(refused(Errno.EISDIR), new Command.Unpin(directory));
        expect(refused(Errno.EPERM), new Command.Pin(A, new PinName("a.b")));
        expect(refused(Errno.ENOENT), new Command.Unpin(NAME));
        expect(DONE, new Command.Pin(A, NAME));
        expect(DONE, new Command.OpenPin(B, NAME, Flags.PATH_FD));
        expect(DONE, new Command.Unpin(NAME));
        hasValue("00", B);
    }
}
