package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.info;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Command.Close;
import org.maptck.model.Command.Create;
import org.maptck.model.Command.Duplicate;
import org.maptck.model.Command.GetInfo;
import org.maptck.model.Command.OpenById;
import org.maptck.model.Command.OpenPin;
import org.maptck.model.Command.Pin;
import org.maptck.model.Command.Unpin;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.PinName;

/// Faults in descriptors, ids and pins, and in how long a map lives.
final class IdentityFaults {
    private static final long MODES = Flags.RDONLY | Flags.WRONLY;

    private IdentityFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "id-same-for-all",
                        "array.info.id",
                        "tells the same id of every map",
                        info(info -> info.withId(7))),
                bad(
                        "info-closed-errno",
                        "array.info.closed",
                        "describes a closed descriptor with EBADF",
                        errno(GetInfo.class, Errno.EBADFD, Errno.EBADF)),
                bad(
                        "copy-is-new-map",
                        "array.descriptor.copy",
                        "makes a new map where a copy of a descriptor was asked for",
                        instead(
                                Duplicate.class,
                                (c, right) -> {
                                    var outcome = right.apply(c);
                                    return outcome.equals(Right.DONE)
                                            ? right.apply(new Create(c.copy(), right.spec(c.map())))
                                            : outcome;
                                })),
                bad(
                        "copy-of-closed",
                        "array.descriptor.copy",
                        "says that it copied a closed descriptor",
                        Faults.accepts(Duplicate.class, (_, _) -> true, Errno.EBADF)),
                bad(
                        "copy-refused",
                        "array.descriptor.copy-mode",
                        "copies no descriptor that may not write",
                        refuses(
                                Duplicate.class,
                                (c, right) -> right.has(c.map(), Flags.RDONLY),
                                Errno.EPERM)),
                bad(
                        "by-id-refused",
                        "array.by-id",
                        "opens no map by its id",
                        refuses(OpenById.class, (_, _) -> true, Errno.ENOENT)),
                bad(
                        "by-id-flags-ignored",
                        "array.by-id.flags",
                        "looks at no flags of an opening by id but the modes",
                        as(
                                OpenById.class,
                                c -> new OpenById(c.map(), c.known(), c.flags() & MODES))),
                bad(
                        "by-id-both-modes",
                        "array.by-id.flags",
                        "takes both modes of an opening by id for neither",
                        as(
                                OpenById.class,
                                c ->
                                        (c.flags() & MODES) == MODES
                                                ? new OpenById(
                                                        c.map(), c.known(), c.flags() & ~MODES)
                                                : c)),
                bad(
                        "by-id-mode-ignored",
                        "array.by-id.mode",
                        "opens a map by its id for everything, whatever was asked for",
                        as(
                                OpenById.class,
                                c -> {
                                    boolean one = c.flags() == Flags.RDONLY;
                                    return one ? new OpenById(c.map(), c.known(), 0) : c;
                                })),
                bad(
                        "by-id-unknown-errno",
                        "array.by-id.unknown",
                        "refuses an id that no map has with EINVAL",
                        errno(OpenById.class, Errno.ENOENT, Errno.EINVAL)),
                bad(
                        "close-ends-copies",
                        "array.lifetime.descriptors",
                        "closes the copies of a descriptor with it",
                        instead(
                                Close.class,
                                (c, right) -> {
                                    for (var copy : right.ledger().copies(c.map())) {
                                        right.apply(new Close(copy));
                                    }
                                    return right.apply(c);
                                })),
                bad(
                        "mapped-without-id",
                        "memory.lifetime",
                        "forgets the id of a map with its last descriptor, though it is mapped",
                        refuses(
                                OpenById.class,
                                (c, right) ->
                                        right.ledger().mappings().values().stream()
                                                .anyMatch(made -> made.map().equals(c.known())),
                                Errno.ENOENT)),
                bad(
                        "pin-opens-nothing",
                        "array.pin",
                        "opens no name",
                        refuses(OpenPin.class, (_, _) -> true, Errno.ENOENT)),
                bad(
                        "pin-one-name",
                        "array.pin",
                        "takes all names of letters for one",
                        as(Pin.class, c -> new Pin(c.map(), cut(c.name())))
                                .over(
                                        as(
                                                OpenPin.class,
                                                c ->
                                                        new OpenPin(
                                                                c.map(),
                                                                cut(c.name()),
                                                                c.flags())))),
                bad(
                        "pin-replaces",
                        "array.pin.name",
                        "gives a name that is taken to another map",
                        instead(
                                Pin.class,
                                (c, right) -> {
                                    var outcome = right.apply(c);
                                    if (outcome.equals(Refusals.refused(Errno.EEXIST))) {
                                        right.apply(new Unpin(c.name()));
                                        return right.apply(c);
                                    }
                                    return outcome;
                                })),
                bad(
                        "pin-descriptor-errno",
                        "array.pin.descriptor",
                        "refuses to pin a closed descriptor with EBADF",
                        errno(Pin.class, Errno.EINVAL, Errno.EBADF)),
                bad(
                        "pin-open-errno",
                        "array.pin.open",
                        "refuses a name that no map has with EINVAL",
                        errno(OpenPin.class, Errno.ENOENT, Errno.EINVAL)),
                bad(
                        "pin-flags-ignored",
                        "array.pin.flags",
                        "looks at no flags of an opening by name but the modes",
                        as(OpenPin.class, c -> new OpenPin(c.map(), c.name(), c.flags() & MODES))),
                bad(
                        "pin-mode-ignored",
                        "array.pin.mode",
                        "opens a name for everything, whatever was asked for",
                        as(
                                OpenPin.class,
                                c ->
                                        c.flags() == Flags.RDONLY
                                                ? new OpenPin(c.map(), c.name(), 0)
                                                : c)),
                bad(
                        "pin-needs-descriptor",
                        "array.pin.lifetime",
                        "lets no name keep a map alive",
                        refuses(
                                OpenPin.class,
                                (_, right) -> right.ledger().specs().isEmpty(),
                                Errno.ENOENT)),
                bad(
                        "unpin-ignored",
                        "array.unpin",
                        "says that it removed a name, and does not",
                        instead(Unpin.class, (_, _) -> Right.DONE)));
    }

    private static PinName cut(PinName name) {
        return name.hasDot() ? name : new PinName("one");
    }
}
