package org.maptck.adapters.linux;

import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Errno;

class EnvelopeTest extends LiveKernelTest {
    private static final Envelope USUAL = Envelope.USUAL;

    private Command in(Envelope envelope) {
        return new Command.Enveloped(lookup(0), envelope);
    }

    @Test
    void bytes_beyond_the_fields_are_refused_until_the_next_call() {
        create(array(1, 2));
        expect(refused(Errno.EINVAL), in(USUAL.with(32)));
        expect(found("00"), in(USUAL.ofSize(4096)));
        expect(refused(Errno.E2BIG), in(USUAL.with(4095)));
        expect(found("00"), in(USUAL.ofSize(4096)));
        expect(found("00"), in(USUAL.with(4)));
        expect(found("00"), lookup(0));
    }

    @Test
    void a_creation_comes_in_an_envelope() {
        var create = new Command.Create(A, array(1, 2));
        expect(refused(Errno.E2BIG), new Command.Enveloped(create, USUAL.with(256)));
        expect(refused(Errno.EBADF), lookup(0));
        expect(DONE, new Command.Enveloped(create, USUAL.ofSize(16)));
        expect(found("00"), lookup(0));
    }

    @Test
    void only_the_low_half_of_size_and_number_counts() {
        create(array(1, 2));
        expect(found("00"), in(USUAL.ofSize(1L << 32 | 32).forCommand(1L << 32)));
        expect(refused(Errno.EINVAL), in(USUAL.forCommand(1000)));
        expect(refused(Errno.EFAULT), in(USUAL.unreadable()));
        expect(refused(Errno.E2BIG), in(USUAL.ofSize(4097).unreadable()));
    }
}
