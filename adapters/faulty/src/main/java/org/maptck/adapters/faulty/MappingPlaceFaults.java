package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;
import static org.maptck.adapters.faulty.Recipe.badMemory;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Command.MapMemory;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Outcome;

/// Faults in where a mapping begins and ends, and in how long it lives.
final class MappingPlaceFaults {
    private static final int PAGE = 4096;

    private MappingPlaceFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "mmap-second-page-first",
                                "mmap.first-page",
                                "maps the first page where the second was asked for",
                                as(MapMemory.class, c -> c.offset() == PAGE ? from(c, 0) : c))
                        .seen("bpftime"),
                bad(
                        "mmap-whole-pages-alone",
                        "mmap.whole-pages",
                        "maps no map of less than a page",
                        refuses(
                                MapMemory.class,
                                (c, right) -> bytes(c, right) < PAGE,
                                Errno.EINVAL)),
                bad(
                                "mmap-too-long-accepted",
                                "mmap.whole-pages",
                                "maps what it has of a mapping that is too long",
                                as(MapMemory.class, MappingPlaceFaults::shortened))
                        .seen("bpftime"),
                bad(
                        "mmap-one-page-more",
                        "mmap.size",
                        "says that it mapped a page after the last",
                        instead(MapMemory.class, MappingPlaceFaults::oneMore)),
                bad(
                        "mmap-length-not-rounded",
                        "mmap.whole-pages",
                        "refuses a length that is no whole number of pages",
                        refuses(MapMemory.class, (c, _) -> c.length() % PAGE != 0, Errno.EINVAL)),
                bad(
                                "mmap-offset-ignored",
                                "mmap.offset",
                                "begins every mapping with the first page, whatever was asked",
                                as(
                                        MapMemory.class,
                                        c ->
                                                c.offset() > 0 && c.offset() % PAGE == 0
                                                        ? from(c, 0)
                                                        : c))
                        .seen("bpftime"),
                bad(
                                "mmap-offset-refused",
                                "mmap.offset",
                                "maps nothing but from the first page on",
                                Recipe.without(Behaviour.MAPPING_OFFSET))
                        .seen("Linux 5.5 and 5.6"),
                bad(
                        "mmap-offset-32-bit",
                        "mmap.offset",
                        "takes the low 32 bits of an offset for the whole of it",
                        as(MapMemory.class, c -> from(c, c.offset() & 0xffff_ffffL))),
                bad(
                        "mmap-offset-end-unchecked",
                        "mmap.offset",
                        "compares the length with the size, whatever the offset",
                        instead(
                                MapMemory.class,
                                (c, right) -> {
                                    var outcome = right.apply(c);
                                    return outcome.equals(Right.DONE) || c.offset() == 0
                                            ? outcome
                                            : right.apply(from(c, 0));
                                })),
                bad(
                        "mmap-offset-rounded",
                        "mmap.page-granular",
                        "rounds an offset down to a page",
                        as(MapMemory.class, c -> from(c, c.offset() & -PAGE))),
                bad(
                        "mmap-no-length",
                        "mmap.page-granular",
                        "maps a page where a length of 0 was asked for",
                        as(MapMemory.class, c -> c.length() == 0 ? length(c, 1) : c)),
                bad(
                        "mmap-length-32-bit",
                        "mmap.too-long",
                        "takes the low 32 bits of a length for the whole of it",
                        as(MapMemory.class, c -> length(c, c.length() & 0xffff_ffffL))),
                bad(
                        "mmap-too-long-errno",
                        "mmap.too-long",
                        "refuses a length without addresses with EINVAL",
                        errno(MapMemory.class, Errno.ENOMEM, Errno.EINVAL)),
                bad(
                        "mmap-overflow-errno",
                        "mmap.offset.overflow",
                        "refuses an offset without end with EINVAL",
                        errno(MapMemory.class, Errno.EOVERFLOW, Errno.EINVAL)),
                bad(
                                "mmap-private-accepted",
                                "mmap.private",
                                "maps privately, and shares",
                                as(
                                        MapMemory.class,
                                        c ->
                                                new MapMemory(
                                                        c.mapping(),
                                                        c.map(),
                                                        c.offset(),
                                                        c.length(),
                                                        c.protection(),
                                                        true)))
                        .seen("bpftime"),
                bad(
                        "mmap-private-read-accepted",
                        "mmap.private",
                        "maps privately to be read",
                        accepts(
                                MapMemory.class,
                                (c, right) ->
                                        !c.shared()
                                                && !c.protection().write()
                                                && right.has(c.map(), Flags.MMAPABLE),
                                Errno.EINVAL)),
                badMemory(
                        "mmap-dies-with-descriptor",
                        "mmap.outlives-descriptor",
                        "ends the mappings of a map with its descriptor",
                        () -> (command, right) -> dying(command, right)),
                bad(
                        "mmap-follows-descriptor",
                        "mmap.outlives-descriptor",
                        "shows the new map where a descriptor names another one",
                        instead(Command.Create.class, MappingPlaceFaults::following)));
    }

    static MapMemory from(MapMemory c, long offset) {
        return new MapMemory(c.mapping(), c.map(), offset, c.length(), c.protection(), c.shared());
    }

    static MapMemory length(MapMemory c, long length) {
        return new MapMemory(c.mapping(), c.map(), c.offset(), length, c.protection(), c.shared());
    }

    /// Bytes of all elements.
    static long bytes(MapMemory c, Right right) {
        return right.spec(c.map()).maxEntries() * right.spec(c.map()).stride();
    }

    private static MapMemory shortened(MapMemory c, Right right) {
        long most = right.platform().pageAligned(bytes(c, right)) - c.offset();
        return c.length() > most && most > 0 ? length(c, most) : c;
    }

    private static Outcome oneMore(MapMemory c, Right right) {
        var outcome = right.apply(c);
        boolean hit =
                right.has(c.map(), Flags.MMAPABLE)
                        && c.shared()
                        && outcome.equals(Refusals.refused(Errno.EINVAL))
                        && c.length() > PAGE;
        return hit ? right.apply(length(c, c.length() - PAGE)) : outcome;
    }

    private static Outcome dying(Command command, Right right) {
        if (command instanceof Command.Close(var map)) {
            for (var made : List.copyOf(right.ledger().mappings().values())) {
                if (made.map().equals(map)) {
                    right.apply(new Command.Unmap(made.mapping()));
                }
            }
        }
        return right.apply(command);
    }

    private static Outcome following(Command.Create c, Right right) {
        var outcome = right.apply(c);
        if (outcome.equals(Right.DONE)) {
            for (var made : List.copyOf(right.ledger().mappings().values())) {
                if (made.map().equals(c.map())) {
                    right.apply(made);
                }
            }
        }
        return outcome;
    }
}
