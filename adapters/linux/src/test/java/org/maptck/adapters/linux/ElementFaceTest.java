package org.maptck.adapters.linux;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

class ElementFaceTest extends LiveKernelTest {
    private static final Input UNREADABLE = new Input.Unreadable();
    private static final long UNKNOWN_FLAG = 1 << 16;

    private static Outcome filled(Errno errno, String hex) {
        return new Outcome.Filled(Optional.of(errno), Bytes.hex(hex));
    }

    @Test
    void an_updated_value_is_found_and_its_neighbours_stay_zero() {
        create(array(8, 3));
        expect(DONE, update(1, "0102030405060708"));
        expect(found("0000000000000000"), lookup(0));
        expect(found("0102030405060708"), lookup(1));
        expect(found("0000000000000000"), lookup(2));
    }

    @Test
    void lookup_reports_its_errors_in_order() {
        create(array(8, 3));
        expect(refused(Errno.EINVAL), new Command.Lookup(B, UNREADABLE, UNKNOWN_FLAG, FITS));
        expect(refused(Errno.EBADF), new Command.Lookup(B, UNREADABLE, Flags.LOCK, FITS));
        expect(refused(Errno.EINVAL), new Command.Lookup(A, UNREADABLE, Flags.LOCK, FITS));
        expect(refused(Errno.EFAULT), new Command.Lookup(A, UNREADABLE, 0, new Output.Null()));
        expect(refused(Errno.ENOENT), new Command.Lookup(A, key(3), 0, new Output.Null()));
        expect(refused(Errno.EFAULT), new Command.Lookup(A, key(2), 0, new Output.Null()));
    }

    @Test
    void update_reports_its_errors_in_order() {
        create(array(8, 3));
        var value = hex("0102030405060708");
        expect(refused(Errno.EBADF), new Command.Update(B, UNREADABLE, value, Flags.LOCK));
        expect(refused(Errno.EINVAL), new Command.Update(A, UNREADABLE, UNREADABLE, Flags.LOCK));
        expect(refused(Errno.EFAULT), new Command.Update(A, UNREADABLE, value, UNKNOWN_FLAG));
        expect(refused(Errno.EFAULT), new Command.Update(A, key(3), UNREADABLE, UNKNOWN_FLAG));
        expect(refused(Errno.EINVAL), new Command.Update(A, key(3), value, UNKNOWN_FLAG));
        expect(refused(Errno.E2BIG), new Command.Update(A, key(3), value, Flags.NOEXIST));
        expect(refused(Errno.EEXIST), new Command.Update(A, key(2), value, Flags.NOEXIST));
        expect(DONE, new Command.Update(A, key(2), value, Flags.EXIST));
    }

    @Test
    void an_access_mode_refuses_before_anything_is_read() {
        create(array(8, 3).withFlags(Flags.RDONLY));
        expect(refused(Errno.EPERM), new Command.Update(A, UNREADABLE, UNREADABLE, Flags.LOCK));
        expect(refused(Errno.EPERM), new Command.Delete(A, UNREADABLE));
        create(array(8, 3).withFlags(Flags.WRONLY));
        expect(refused(Errno.EPERM), new Command.Lookup(A, UNREADABLE, Flags.LOCK, FITS));
        expect(refused(Errno.EPERM), new Command.NextKey(A, UNREADABLE, FITS));
    }

    @Test
    void no_element_can_be_deleted() {
        create(array(8, 3));
        expect(refused(Errno.EINVAL), new Command.Delete(A, key(0)));
        expect(refused(Errno.EFAULT), new Command.Delete(A, new Input.Null()));
        expect(refused(Errno.ENOTSUPP), new Command.LookupAndDelete(A, key(0), 0, FITS));
        expect(refused(Errno.EBADF), new Command.Delete(B, key(0)));
    }

    @Test
    void keys_follow_each_other_from_the_first_to_the_last() {
        create(array(8, 2));
        expect(new Outcome.Found(keyBytes(0)), new Command.NextKey(A, new Input.Null(), FITS));
        expect(new Outcome.Found(keyBytes(1)), new Command.NextKey(A, key(0), FITS));
        expect(refused(Errno.ENOENT), new Command.NextKey(A, key(1), new Output.Null()));
        expect(
                filled(Errno.ENOENT, "a5a5a5a5"),
                new Command.NextKey(A, key(1), new Output.Room(4)));
    }

    @Test
    void an_input_ends_where_memory_ends() {
        create(array(8, 3));
        expect(refused(Errno.EFAULT), new Command.Lookup(A, hex("000000"), 0, FITS));
        expect(refused(Errno.EFAULT), new Command.Update(A, key(0), hex("01020304050607"), 0));
        expect(refused(Errno.EFAULT), new Command.Update(A, key(0), hex(""), 0));
        expect(found("0000000000000000"), lookup(0));
        expect(DONE, new Command.Update(A, key(0), hex("010203040506070809"), 0));
        expect(found("0102030405060708"), lookup(0));
    }

    @Test
    void an_output_is_filled_up_to_where_memory_ends() {
        create(array(8, 1));
        expect(DONE, update(0, "0102030405060708"));
        expect(
                filled(Errno.EFAULT, "01020304050607"),
                new Command.Lookup(A, key(0), 0, new Output.Room(7)));
        expect(
                new Outcome.Filled(Optional.empty(), Bytes.hex("0102030405060708a5")),
                new Command.Lookup(A, key(0), 0, new Output.Room(9)));
        expect(filled(Errno.ENOENT, "a5a5"), new Command.Lookup(A, key(1), 0, new Output.Room(2)));
    }

    @Test
    void values_larger_than_a_page_come_and_go() {
        create(array(20_000, 2));
        var value = Bytes.filled(20_000, 0x5a);
        expect(DONE, new Command.Update(A, key(1), new Input.Given(value), 0));
        expect(new Outcome.Found(value), lookup(1));
        linux.reset();
        create(array(1, 1));
        expect(found("00"), lookup(0));
    }

    @Test
    void a_value_beyond_the_room_of_the_adapter_is_not_looked_up() {
        create(array(300 << 20, 1));
        expect(new Outcome.Unsupported("needs 300 MiB, the limit is 256 MiB"), lookup(0));
    }

    @Test
    void a_percpu_value_has_a_slot_for_each_possible_cpu() {
        create(percpu(5, 2));
        int size = 8 * platform.cpuCount();
        var value = Bytes.filled(size, 0x11);
        expect(DONE, new Command.Update(A, key(1), new Input.Given(value), 0));
        expect(new Outcome.Found(value), lookup(1));
        expect(new Outcome.Found(Bytes.zeros(size)), lookup(0));
        expect(
                refused(Errno.EFAULT),
                new Command.Update(A, key(0), new Input.Given(value.slice(1, size)), 0));
    }

    @Test
    void a_lock_reads_as_zero_and_is_never_written() {
        create(array(16, 2).withLock(4));
        var ones = "ffffffffffffffffffffffffffffffff";
        expect(DONE, new Command.Update(A, key(0), hex(ones), Flags.LOCK));
        expect(
                found("ffffffff00000000ffffffffffffffff"),
                new Command.Lookup(A, key(0), Flags.LOCK, FITS));
        expect(
                refused(Errno.EEXIST),
                new Command.Update(A, key(0), hex(ones), Flags.LOCK | Flags.NOEXIST));
        expect(refused(Errno.ENOTSUPP), new Command.Freeze(A));
    }

    @Test
    void a_frozen_map_is_read_only_for_calls() {
        create(array(8, 1));
        expect(DONE, new Command.Freeze(A));
        expect(refused(Errno.EPERM), update(0, "0102030405060708"));
        expect(refused(Errno.EPERM), new Command.Freeze(A));
        expect(found("0000000000000000"), lookup(0));
        expect(refused(Errno.EBADF), new Command.Freeze(B));
    }

    @Test
    void two_handles_are_two_maps() {
        create(array(1, 1));
        expect(DONE, new Command.Create(B, MapSpec.of(array(1, 1).type(), 1, 1)));
        expect(DONE, update(0, "07"));
        expect(found("07"), lookup(0));
        expect(found("00"), new Command.Lookup(B, key(0), 0, FITS));
        expect(DONE, new Command.Close(A));
        expect(refused(Errno.EBADF), lookup(0));
        expect(refused(Errno.EBADF), new Command.Close(A));
        expect(found("00"), new Command.Lookup(B, key(0), 0, FITS));
    }
}
