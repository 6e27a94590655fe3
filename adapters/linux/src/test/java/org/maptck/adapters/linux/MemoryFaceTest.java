package org.maptck.adapters.linux;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Protection;

class MemoryFaceTest extends LiveKernelTest {
    private static final Mapping N = new Mapping(63);
    private int page;

    @BeforeEach
    void twoPages() {
        page = platform.pageSize();
        create(array(8, page / 4).withFlags(Flags.MMAPABLE));
    }

    private static Command read(long offset, int length) {
        return new Command.ReadMemory(M, offset, length);
    }

    private static Command write(long offset, String hex) {
        return new Command.WriteMemory(M, offset, Bytes.hex(hex));
    }

    @Test
    void stores_reach_the_map_and_updates_the_mapping() {
        expect(DONE, map(8, Protection.READ_WRITE));
        expect(DONE, write(8, "0102030405060708"));
        expect(found("0102030405060708"), lookup(1));
        expect(DONE, update(2, "1112131415161718"));
        expect(found("07081112"), read(14, 4));
    }

    @Test
    void a_mapping_may_begin_at_any_page() {
        expect(DONE, update(page / 8, "0102030405060708"));
        expect(DONE, new Command.MapMemory(M, A, page, page, Protection.READ, true));
        expect(found("0102"), read(0, 2));
        expect(refused(Errno.EFAULT), read(page - 1, 2));
    }

    @Test
    void nonsense_is_refused() {
        var all = Protection.READ_WRITE;
        expect(refused(Errno.EINVAL), map(0, all));
        expect(refused(Errno.EINVAL), map(2 * page + 1, all));
        expect(refused(Errno.EINVAL), new Command.MapMemory(M, A, 1, page, all, true));
        expect(refused(Errno.EINVAL), new Command.MapMemory(M, A, 0, page, all, false));
        expect(refused(Errno.EOVERFLOW), new Command.MapMemory(M, A, -page, page, all, true));
        expect(refused(Errno.EBADF), new Command.MapMemory(M, B, 0, page, all, true));
        create(array(8, 1));
        expect(refused(Errno.EINVAL), map(page, all));
        create(percpu(8, 1));
        expect(refused(Errno.ENOTSUPP), map(page, all));
    }

    @Test
    void what_is_outside_or_forbidden_faults() {
        expect(refused(Errno.EFAULT), read(0, 1));
        expect(refused(Errno.EINVAL), new Command.Protect(M, Protection.READ));
        expect(refused(Errno.EINVAL), new Command.Unmap(M));
        expect(DONE, map(8, Protection.READ_WRITE));
        expect(refused(Errno.EFAULT), read(page, 1));
        expect(refused(Errno.EFAULT), read(-1, 1));
        expect(refused(Errno.EFAULT), write(page - 1, "0102"));
        expect(found("00"), read(page - 1, 1));
        expect(DONE, new Command.Protect(M, Protection.READ));
        expect(refused(Errno.EFAULT), write(0, "01"));
        expect(refused(Errno.EFAULT), new Command.AddMemory(M, 0, 8, 1));
        expect(DONE, new Command.Protect(M, Protection.NONE));
        expect(refused(Errno.EFAULT), read(0, 1));
        expect(DONE, new Command.Protect(M, Protection.READ_WRITE));
        expect(DONE, write(0, "01"));
        expect(DONE, new Command.Unmap(M));
        expect(refused(Errno.EFAULT), read(0, 1));
    }

    @Test
    void a_mapping_for_writing_alone_is_readable_where_the_processor_says_so() {
        expect(DONE, map(page, Protection.WRITE));
        expect(DONE, write(0, "2a"));
        boolean readable = System.getProperty("os.arch").equals("amd64");
        expect(readable ? found("2a") : refused(Errno.EFAULT), read(0, 1));
    }

    @Test
    void an_add_answers_what_was_there_before() {
        expect(DONE, map(page, Protection.READ_WRITE));
        expect(returned(0), new Command.AddMemory(M, 8, 8, -1));
        expect(returned(-1), new Command.AddMemory(M, 8, 8, 3));
        expect(returned(0), new Command.AddMemory(M, 16, 4, -1));
        expect(returned(0xffff_ffffL), new Command.AddMemory(M, 16, 4, 2));
        expect(found("0200000000000000"), lookup(1));
        expect(found("0100000000000000"), lookup(2));
        expect(
                new Outcome.Unsupported("an atomic add at a misaligned address"),
                new Command.AddMemory(M, 12, 8, 1));
        expect(refused(Errno.EINVAL), new Command.AddMemory(M, 12, 2, 1));
    }

    @Test
    void a_read_only_mapping_never_becomes_writable() {
        expect(DONE, map(page, Protection.READ));
        expect(refused(Errno.EACCES), new Command.Protect(M, Protection.READ_WRITE));
        expect(DONE, new Command.Freeze(A));
        expect(refused(Errno.EPERM), map(page, Protection.READ_WRITE));
        expect(found("00"), read(0, 1));
    }

    @Test
    void a_writable_mapping_keeps_the_map_from_freezing_until_it_ends() {
        expect(DONE, map(page, Protection.READ_WRITE));
        expect(DONE, new Command.Protect(M, Protection.READ));
        expect(refused(Errno.EBUSY), new Command.Freeze(A));
        expect(DONE, map(page, Protection.READ));
        expect(DONE, new Command.Freeze(A));
    }

    @Test
    void a_mapping_outlives_its_descriptor() {
        expect(DONE, update(0, "0102030405060708"));
        expect(DONE, map(page, Protection.READ));
        expect(DONE, new Command.Close(A));
        expect(found("01020304"), read(0, 4));
    }

    @Test
    void calls_read_and_write_through_a_mapping_up_to_its_end() {
        expect(DONE, map(page, Protection.READ_WRITE));
        expect(DONE, write(page - 8, "0102030405060708"));
        var tail = new Input.InMapping(M, page - 8);
        expect(DONE, new Command.Update(A, key(0), tail, 0));
        expect(found("0102030405060708"), lookup(0));
        expect(
                refused(Errno.EFAULT),
                new Command.Update(A, key(0), new Input.InMapping(M, page - 7), 0));
        expect(
                refused(Errno.EFAULT),
                new Command.Update(A, key(0), new Input.InMapping(M, 3L * page), 0));
        expect(refused(Errno.EFAULT), new Command.Update(A, key(0), new Input.InMapping(N, 0), 0));
        expect(DONE, new Command.Lookup(A, key(0), 0, new Output.InMapping(M, 8)));
        expect(found("0102030405060708"), lookup(1));
        expect(
                refused(Errno.EFAULT),
                new Command.Lookup(A, key(0), 0, new Output.InMapping(M, page - 4)));
        expect(found("0102030401020304"), read(page - 8, 8));
    }

    @Test
    void a_room_is_poisoned_anew_for_each_call() {
        var room = new Output.Room(8);
        expect(
                new Outcome.Filled(Optional.empty(), Bytes.zeros(8)),
                new Command.Lookup(A, key(0), 0, room));
        expect(
                new Outcome.Filled(Optional.of(Errno.ENOENT), Bytes.filled(8, Output.POISON)),
                new Command.Lookup(A, key(page), 0, room));
    }
}
