package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.B;
import static org.maptck.model.reference.Driver.DONE;
import static org.maptck.model.reference.Driver.FITS;
import static org.maptck.model.reference.Driver.refused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Version;

final class EnvelopesTest {
    private static final Envelope USUAL = Envelope.USUAL;
    private static final Command.Call FREEZE = new Command.Freeze(A);
    private static final Input KEY = new Input.Given(Bytes.zeros(4));
    private static final Input VALUE = new Input.Given(Bytes.filled(8, 7));

    private final Driver driver = Driver.with(ARRAY);

    private void answers(Outcome outcome, Command.Call inner, Envelope envelope) {
        assertEquals(outcome, driver.does(new Command.Enveloped(inner, envelope)));
    }

    private static Command.Call lookup(Output output) {
        return new Command.Lookup(A, KEY, 0, output);
    }

    @Test
    void whatIsSetBeyondTheFieldsIsReportedFirst() {
        answers(refused(Errno.EINVAL), FREEZE, USUAL.with(4));
        answers(refused(Errno.EINVAL), FREEZE, USUAL.with(167));
        answers(refused(Errno.E2BIG), FREEZE, USUAL.with(168));
        answers(refused(Errno.EINVAL), new Command.Freeze(B), USUAL.with(4));
        answers(refused(Errno.EBADF), new Command.Freeze(B), USUAL.ofSize(4).with(4));
        answers(DONE, FREEZE, USUAL.ofSize(4).with(4));
    }

    @Test
    void whereTheKnownBytesEndDependsOnTheVersion() {
        var other = Driver.with(ARRAY, new Version(6, 6));
        var permitted = other.model.step(new Command.Enveloped(FREEZE, USUAL.with(100)));
        assertTrue(permitted.permits(refused(Errno.EINVAL)));
        assertTrue(permitted.permits(refused(Errno.E2BIG)));
        var far = other.model.step(new Command.Enveloped(FREEZE, USUAL.with(256)));
        assertEquals(refused(Errno.E2BIG), far.example());
        assertEquals(DONE, other.does(FREEZE));
    }

    @Test
    void sizeComesBeforeMemoryAndMemoryBeforeTheNumber() {
        answers(refused(Errno.E2BIG), FREEZE, USUAL.ofSize(4097).unreadable());
        answers(refused(Errno.EFAULT), FREEZE, USUAL.unreadable().forCommand(1000));
        answers(refused(Errno.E2BIG), FREEZE, USUAL.with(300).forCommand(1000));
        answers(refused(Errno.EINVAL), FREEZE, USUAL.forCommand(1000));
        answers(DONE, FREEZE, USUAL.ofSize(1L << 32 | 4096).forCommand(1L << 32));
    }

    @Test
    void aRefusalComesInTheFormOfItsCommand() {
        var room = new Outcome.Filled(Optional.of(Errno.EINVAL), Bytes.filled(2, Output.POISON));
        answers(room, lookup(new Output.Room(2)), USUAL.with(32));
        answers(refused(Errno.EINVAL), lookup(FITS), USUAL.with(32));
        var empty = Bytes.EMPTY;
        var batched =
                new Outcome.Batched(Optional.of(Errno.EINVAL), 3, empty, empty, Optional.empty());
        var update = new Command.UpdateBatch(A, KEY, VALUE, 3, 0);
        answers(batched, update, USUAL.with(56));
        var lookup = new Command.LookupBatch(A, new Input.Null(), FITS, FITS, FITS, 3, 0);
        answers(batched, lookup, USUAL.with(56));
    }

    @Test
    void whatIsNotPassedIsZero() {
        var update = new Command.Update(A, KEY, VALUE, Flags.NOEXIST);
        answers(refused(Errno.EEXIST), update, USUAL);
        answers(DONE, update, USUAL.ofSize(24));
        answers(refused(Errno.EFAULT), update, USUAL.ofSize(16));
        answers(refused(Errno.EFAULT), lookup(FITS), USUAL.ofSize(16));
        answers(refused(Errno.EFAULT), lookup(FITS), USUAL.ofSize(8));
        var create = new Command.Create(B, ARRAY.withFlags(Flags.NO_PREALLOC));
        answers(refused(Errno.EINVAL), create, USUAL);
        answers(refused(Errno.EINVAL), create, USUAL.ofSize(8));
        answers(refused(Errno.EINVAL), create, USUAL.ofSize(0).unreadable());
        answers(DONE, create, USUAL.ofSize(16));
    }

    @Test
    void holesAreNotLookedAt() {
        answers(new Outcome.Found(Bytes.zeros(8)), lookup(FITS), USUAL.with(4));
        answers(refused(Errno.EINVAL), lookup(FITS), USUAL.with(4).forCommand(1000));
    }

    @Test
    void anEnvelopeChangesNoField() {
        var lookup = lookup(FITS);
        var locked = new Command.Create(A, ARRAY.withLock(0));
        var batch = new Command.UpdateBatch(A, KEY, VALUE, 1, 0);
        fitsNot(lookup, USUAL.with(8));
        fitsNot(lookup, USUAL.with(3));
        fitsNot(lookup, USUAL.ofSize(12));
        fitsNot(lookup, USUAL.ofSize(0));
        fitsNot(lookup, USUAL.ofSize(1L << 32 | 12));
        fitsNot(lookup(new Output.Room(8)), USUAL.ofSize(16));
        fitsNot(FREEZE, USUAL.ofSize(3));
        fitsNot(batch, USUAL.ofSize(32));
        fitsNot(batch, USUAL.unreadable());
        fitsNot(locked, USUAL);
        for (long plus : List.of(1L, 38L, 999L, 1L << 32 | 1, -1L)) {
            assertThrows(IllegalArgumentException.class, () -> USUAL.forCommand(plus));
        }
        assertThrows(IllegalArgumentException.class, () -> USUAL.with(4096));
        assertThrows(IllegalArgumentException.class, () -> USUAL.with(-1));
    }

    private static void fitsNot(Command.Call command, Envelope envelope) {
        assertThrows(
                IllegalArgumentException.class, () -> new Command.Enveloped(command, envelope));
    }
}
