package org.maptck.adapters.linux;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

class BatchFaceTest extends LiveKernelTest {
    private static final Input FROM_START = new Input.Null();

    @BeforeEach
    void fourElements() {
        create(array(2, 4));
        expect(
                counted(Optional.empty(), 4),
                new Command.UpdateBatch(A, keys(0, 1, 2, 3), hex("1011202130314041"), 4, 0));
    }

    private Input keys(long... indexes) {
        return new Input.Given(keyBytes(indexes));
    }

    private Bytes keyBytes(long... indexes) {
        var all = Bytes.EMPTY;
        for (long index : indexes) {
            all = all.then(platform.key(index));
        }
        return all;
    }

    private static Outcome counted(Optional<Errno> refusal, long count) {
        return new Outcome.Batched(refusal, count, Bytes.EMPTY, Bytes.EMPTY, Optional.empty());
    }

    private Outcome batch(Optional<Errno> refusal, String values, long cursor, long... keys) {
        return new Outcome.Batched(
                refusal,
                keys.length,
                keyBytes(keys),
                Bytes.hex(values),
                Optional.of(platform.key(cursor)));
    }

    private static Command lookup(Input start, long count, long flags) {
        return new Command.LookupBatch(A, start, FITS, FITS, FITS, count, flags);
    }

    @Test
    void a_batch_goes_on_after_its_cursor() {
        expect(batch(Optional.empty(), "10112021", 1, 0, 1), lookup(FROM_START, 2, 0));
        expect(batch(Optional.empty(), "30314041", 3, 2, 3), lookup(key(1), 2, 0));
        expect(batch(Optional.of(Errno.ENOENT), "4041", 3, 3), lookup(key(2), 9, 0));
        expect(counted(Optional.of(Errno.ENOENT), 0), lookup(key(3), 1, 0));
    }

    @Test
    void a_refused_batch_delivers_nothing_and_keeps_its_count() {
        expect(counted(Optional.of(Errno.EINVAL), 3), lookup(FROM_START, 3, Flags.EXIST));
        expect(
                counted(Optional.of(Errno.EBADF), 3),
                new Command.LookupBatch(B, FROM_START, FITS, FITS, FITS, 3, 0));
        expect(counted(Optional.empty(), 0), lookup(FROM_START, 0, 0));
    }

    @Test
    void a_huge_count_needs_no_more_room_than_the_map_has() {
        expect(
                batch(Optional.of(Errno.ENOENT), "1011202130314041", 3, 0, 1, 2, 3),
                lookup(FROM_START, 0xffff_ffffL, 0));
    }

    @Test
    void a_room_that_is_too_small_shows_what_came_before_the_fault() {
        expect(
                new Outcome.Batched(
                        Optional.of(Errno.EFAULT),
                        0,
                        keyBytes(0, 1).then(Bytes.filled(8, Output.POISON)),
                        Bytes.hex("101120"),
                        Optional.empty()),
                new Command.LookupBatch(
                        A, FROM_START, FITS, new Output.Room(16), new Output.Room(3), 4, 0));
    }

    @Test
    void an_update_stops_at_the_first_failing_pair_and_keeps_the_others() {
        expect(
                counted(Optional.of(Errno.E2BIG), 1),
                new Command.UpdateBatch(A, keys(0, 9, 1), hex("aaaabbbbcccc"), 3, 0));
        expect(found("aaaa"), lookup(0));
        expect(found("2021"), lookup(1));
        expect(
                counted(Optional.of(Errno.EFAULT), 2),
                new Command.UpdateBatch(A, keys(2, 3), hex("aaaabbbbcccc"), 3, 0));
        expect(found("bbbb"), lookup(3));
    }

    @Test
    void no_batch_deletes() {
        expect(counted(Optional.of(Errno.ENOTSUPP), 1), new Command.DeleteBatch(A, keys(0), 1, 0));
        expect(
                counted(Optional.of(Errno.ENOTSUPP), 1),
                new Command.LookupAndDeleteBatch(A, FROM_START, 1, 0));
        expect(found("1011"), lookup(0));
    }
}
