package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Recipe.bad;
import static org.maptck.model.Envelope.Place.READ_ONLY;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Command.Enveloped;
import org.maptck.model.Command.LookupBatch;
import org.maptck.model.Command.UpdateBatch;
import org.maptck.model.Envelope;
import org.maptck.model.Errno;

/// Faults in how the arguments of a system call are taken.
final class EnvelopeFaults {
    private static final int FIELDS = 60;
    private static final int CURSORS = 16;

    private EnvelopeFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "args-unknown-ignored",
                        "syscall.args.unknown-bytes",
                        "ignores bytes beyond all that it knows",
                        plain((_, e) -> e.set().isPresent() && e.set().getAsInt() >= 256)),
                bad(
                        "args-unknown-errno",
                        "syscall.args.unknown-bytes",
                        "refuses bytes beyond all that it knows with EINVAL",
                        errno(
                                Enveloped.class,
                                c -> c.envelope().set().isPresent(),
                                Errno.E2BIG,
                                Errno.EINVAL)),
                bad(
                        "args-any-size",
                        "syscall.args.size",
                        "takes more than a page of arguments",
                        plain((_, e) -> e.readable() && e.size().orElse(0) > 4096)),
                bad(
                        "args-short-refused",
                        "syscall.args.short",
                        "refuses fewer arguments than the command has",
                        Faults.refuses(
                                Enveloped.class,
                                (c, _) ->
                                        c.envelope().size().isPresent()
                                                && c.envelope().size().getAsLong()
                                                        < Envelope.usual(c.inner()),
                                Errno.EINVAL)),
                bad(
                        "args-short-read-on",
                        "syscall.args.short",
                        "reads fields that were not passed",
                        plain((c, e) ->
                                e.readable()
                                        && e.size().isPresent()
                                        && e.size().getAsLong() < Envelope.usual(c))),
                bad(
                        "args-unreadable-errno",
                        "syscall.args.unreadable",
                        "refuses arguments that cannot be read with EINVAL",
                        errno(
                                Enveloped.class,
                                c -> !c.envelope().readable(),
                                Errno.EFAULT,
                                Errno.EINVAL)),
                bad(
                        "args-written-always",
                        "syscall.args.read-only",
                        "refuses arguments that cannot be written to every call",
                        refuses(e -> e.place() == READ_ONLY, _ -> true)),
                bad(
                        "info-length-unwritten",
                        "array.info.length-fault",
                        "tells of a map although it cannot write the length of what it tells",
                        plain((c, e) -> e.place() == READ_ONLY && c instanceof Command.GetInfo)),
                bad(
                        "batch-lookup-count-unwritten",
                        "array.batch.count-fault",
                        "looks a batch up although it cannot write the count",
                        plain((c, e) -> e.place() == READ_ONLY && c instanceof LookupBatch)),
                bad(
                        "batch-update-count-late",
                        "array.batch.update-count-fault",
                        "updates a batch before it finds that it cannot write the count",
                        Recipe.without(Behaviour.UPDATE_BATCH_COUNTS_FIRST)),
                bad(
                        "batch-update-cursors-read",
                        "array.batch.update-cursors",
                        "looks at the cursors of a batch of updates",
                        refuses(
                                e -> e.set().isPresent() && e.set().getAsInt() < CURSORS,
                                UpdateBatch.class::isInstance)),
                bad(
                        "args-beyond-fields-ignored",
                        "syscall.args.beyond-fields",
                        "ignores bytes after the last field of a command",
                        plain((c, e) -> beyond(c, e) && !(c instanceof Command.Freeze))),
                bad(
                        "freeze-arguments-ignored",
                        "array.freeze.arguments",
                        "freezes whatever comes after the descriptor",
                        plain((c, e) -> beyond(c, e) && c instanceof Command.Freeze)),
                bad(
                        "args-holes-checked",
                        "syscall.args.holes",
                        "refuses bytes between the descriptor and the key",
                        hole(true)),
                bad(
                        "batch-structure-flags-checked",
                        "array.batch.structure-flags",
                        "refuses flags of a batch other than those of its elements",
                        hole(false)),
                bad(
                        "command-64-bit",
                        "syscall.command.low-half",
                        "takes 64 bits of the number of a command",
                        Faults.refuses(
                                Enveloped.class,
                                (c, _) -> c.envelope().commandPlus() >>> 32 != 0,
                                Errno.EINVAL)),
                bad(
                                "command-unknown-errno",
                                "syscall.command.unknown",
                                "refuses an unknown command with EPERM",
                                errno(
                                        Enveloped.class,
                                        c -> (c.envelope().commandPlus() & 0xffff_ffffL) != 0,
                                        Errno.EINVAL,
                                        Errno.EPERM))
                        .seen("kbpf-basic"));
    }

    /// Commands in such an envelope are done as if they had come without.
    private static Fault plain(BiPredicate<Command.Call, Envelope> which) {
        return as(Enveloped.class, c -> which.test(c.inner(), c.envelope()) ? c.inner() : c);
    }

    /// Commands in such an envelope are refused with EFAULT.
    private static Fault refuses(Predicate<Envelope> where, Predicate<Command.Call> which) {
        return Faults.refuses(
                Enveloped.class,
                (c, _) -> where.test(c.envelope()) && which.test(c.inner()),
                Errno.EFAULT);
    }

    private static boolean beyond(Command.Call command, Envelope envelope) {
        return envelope.readable()
                && envelope.size().isEmpty()
                && envelope.set().isPresent()
                && envelope.set().getAsInt() <= FIELDS
                && !Envelope.inHole(command, envelope.set().getAsInt());
    }

    private static Fault hole(boolean ofElements) {
        return instead(
                Enveloped.class,
                (c, right) ->
                        c.envelope().set().isPresent()
                                        && Envelope.inHole(c.inner(), c.envelope().set().getAsInt())
                                        && ofElements == c.envelope().set().getAsInt() < 8
                                ? Refusals.of(c.inner(), Errno.EINVAL)
                                : right.apply(c));
    }
}
