package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Faults.see;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Command.ReadInfo;
import org.maptck.model.Command.ReadPin;
import org.maptck.model.Command.ShowDescriptor;
import org.maptck.model.Command.UseFile;
import org.maptck.model.Errno;
import org.maptck.model.FileUse;
import org.maptck.model.InfoRequest;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Informed;
import org.maptck.model.Outcome.Printed;

/// Faults in what a map leaves in memory and in files.
final class FileFaults {
    private static final int KEPT = 40;

    private FileFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "info-cleared",
                        "array.info.bytes",
                        "clears the fields of the information that do not apply",
                        informed(i ->
                                i.buffer().size() < 2 * KEPT
                                        ? i
                                        : new Informed(
                                                i.refusal(),
                                                i.length(),
                                                i.buffer()
                                                        .slice(0, KEPT)
                                                        .then(
                                                                Bytes.zeros(
                                                                        i.buffer().size() - KEPT)),
                                                i.hash()))),
                bad(
                        "info-length-fixed",
                        "array.info.length",
                        "tells the same length of the information whatever room there was",
                        informed(i -> new Informed(i.refusal(), 104, i.buffer(), i.hash()))),
                bad(
                        "info-address-always",
                        "array.info.no-room",
                        "looks at the memory for information that nobody asks for",
                        refuses(ReadInfo.class, (c, _) -> !c.request().present(), Errno.EFAULT)),
                bad(
                        "info-hash-first",
                        "array.info.order",
                        "looks at the size of a hash before all else",
                        refuses(
                                ReadInfo.class,
                                (c, _) ->
                                        c.request()
                                                .hash()
                                                .filter(hash -> hash.size() == 31)
                                                .isPresent(),
                                Errno.EINVAL)),
                bad(
                        "info-memory-first",
                        "array.info.order",
                        "looks for the memory for information before the descriptor",
                        refuses(
                                ReadInfo.class,
                                (c, _) -> !c.request().present() && c.request().length() > 0,
                                Errno.EFAULT)),
                bad(
                        "hash-reversed",
                        "array.info.hash",
                        "tells the bytes of the hash in reverse",
                        informed(i ->
                                new Informed(
                                        i.refusal(), i.length(), i.buffer(), reversed(i.hash())))),
                bad(
                                "hash-unfrozen",
                                "array.info.hash-refused",
                                "tells a hash of a map that is not frozen",
                                informed(FileFaults::withZeroHash))
                        .seen("Linux 6.18.0"),
                bad(
                        "per-cpu-hash-errno",
                        "percpu.info.hash",
                        "refuses the hash of a per-CPU array with EPERM before it is frozen",
                        instead(
                                ReadInfo.class,
                                (c, right) ->
                                        Refusals.map(
                                                right.apply(c),
                                                e -> right.perCpu(c.map()) ? Errno.EPERM : e))),
                bad(
                        "shown-never-frozen",
                        "array.descriptor.shown",
                        "shows no map as frozen",
                        shown(text -> text.replace("frozen:\t1", "frozen:\t0"))),
                bad(
                        "shown-kept-on-execution",
                        "array.descriptor.flags",
                        "lets descriptors outlive an execution",
                        shown(text -> text.replace("flags:\t0200000", "flags:\t0"))),
                bad(
                        "shown-without-memory",
                        "array.descriptor.memlock",
                        "shows no memory of any map",
                        shown(text -> text.replaceAll("memlock:\t\\d+", "memlock:\t0"))),
                bad(
                        "pin-shown-without-types",
                        "array.pin.text",
                        "shows nothing of a map without types, and no error",
                        accepts(ReadPin.class, (_, _) -> true, Errno.EIO)),
                bad(
                        "pin-shown-without-sign",
                        "array.pin.text",
                        "shows negative numbers without their sign",
                        see(
                                ReadPin.class,
                                (_, outcome) ->
                                        outcome instanceof Printed(var text)
                                                ? new Printed(text.replace("-", ""))
                                                : outcome)),
                bad(
                        "poll-ready",
                        "array.descriptor.file",
                        "tells who polls that there is something to read",
                        see(
                                UseFile.class,
                                (c, outcome) ->
                                        c.use() == FileUse.POLL
                                                ? new Outcome.Returned(1)
                                                : outcome)));
    }

    private static Fault informed(UnaryOperator<Informed> change) {
        return see(
                ReadInfo.class,
                (_, outcome) ->
                        outcome instanceof Informed informed ? change.apply(informed) : outcome);
    }

    private static Fault shown(UnaryOperator<String> change) {
        return see(
                ShowDescriptor.class,
                (_, outcome) ->
                        outcome instanceof Printed(var text)
                                ? new Printed(change.apply(text))
                                : outcome);
    }

    private static Informed withZeroHash(Informed informed) {
        return informed.refusal().equals(Optional.of(Errno.EPERM))
                ? new Informed(
                        Optional.empty(),
                        informed.length(),
                        informed.buffer(),
                        Bytes.zeros(InfoRequest.Hash.SIZE))
                : informed;
    }

    private static Bytes reversed(Bytes bytes) {
        var turned = Bytes.EMPTY;
        for (int i = bytes.size() - 1; i >= 0; i--) {
            turned = turned.then(bytes.slice(i, i + 1));
        }
        return turned;
    }
}
