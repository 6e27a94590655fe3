package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Command.Freeze;
import org.maptck.model.Command.MapMemory;
import org.maptck.model.Command.Protect;
import org.maptck.model.Command.WriteMemory;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Outcome;
import org.maptck.model.Protection;

/// Faults in what a mapping permits, and in which mappings there are.
final class PermissionFaults {
    private PermissionFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "mmap-protection-ignored",
                                "mmap.protection",
                                "lets a mapping to read be written",
                                accepts(WriteMemory.class, (_, _) -> true, Errno.EFAULT))
                        .seen("bpftime"),
                bad(
                        "mmap-write-only-refused",
                        "mmap.protection",
                        "makes no mapping that is to be written alone",
                        refuses(
                                MapMemory.class,
                                (c, _) -> c.protection().write() && !c.protection().read(),
                                Errno.EACCES)),
                bad(
                                "mmap-execute-made",
                                "mmap.execute",
                                "makes executable mappings",
                                Recipe.without(Behaviour.NO_EXECUTABLE_MAPPING))
                        .seen("Linux before 6.16"),
                bad(
                        "protect-execute-made",
                        "mmap.protect.execute",
                        "says that a mapping became executable",
                        accepts(Protect.class, (c, _) -> c.protection().execute(), Errno.EACCES)),
                bad(
                        "protect-execute-errno",
                        "mmap.protect.execute",
                        "refuses to make a mapping executable with EPERM",
                        errno(Protect.class, Errno.EACCES, Errno.EPERM)),
                bad(
                                "protect-makes-writable",
                                "mmap.protect.read-only",
                                "lets a mapping that was made to read become one to write",
                                Recipe.without(Behaviour.MAPPING_STAYS_READ_ONLY))
                        .seen("Linux 5.5 and 5.6"),
                bad(
                        "protect-ignored",
                        "mmap.protect.writable",
                        "says that it changed a mapping, and does not",
                        instead(
                                Protect.class,
                                (c, right) ->
                                        right.made(c.mapping()).isPresent()
                                                        && !c.protection().write()
                                                        && !c.protection().execute()
                                                ? Right.DONE
                                                : right.apply(c))),
                bad(
                        "protect-one-way",
                        "mmap.protect.writable",
                        "gives back no permission that a mapping gave up",
                        refuses(Protect.class, (c, _) -> c.protection().write(), Errno.EACCES)),
                bad(
                        "protect-writable-refused-early",
                        "mmap.protect.read-only-writable",
                        "keeps a mapping read-only before 5.7",
                        Recipe.linux("5.6").having(Behaviour.MAPPING_STAYS_READ_ONLY)),
                bad(
                        "freeze-under-mapping",
                        "mmap.freeze.writable",
                        "says that it froze a map with a writable mapping",
                        accepts(Freeze.class, (_, _) -> true, Errno.EBUSY)),
                bad(
                        "freeze-counts-readers",
                        "mmap.freeze.writable",
                        "freezes no map that has a mapping of any kind",
                        refuses(
                                Freeze.class,
                                (c, right) ->
                                        right.ledger().mappings().values().stream()
                                                .anyMatch(made -> made.map().equals(c.map())),
                                Errno.EBUSY)),
                bad(
                        "freeze-counts-present-protection",
                        "mmap.freeze.writable",
                        "freezes a map as soon as no mapping of it is writable any more",
                        new Yielding()),
                bad(
                        "freeze-busy-errno",
                        "mmap.freeze.writable",
                        "refuses to freeze a map with a writable mapping with EPERM",
                        errno(Freeze.class, Errno.EBUSY, Errno.EPERM)),
                bad(
                        "mmap-frozen-writable",
                        "mmap.frozen",
                        "says that it mapped a frozen map to be written",
                        accepts(MapMemory.class, (c, _) -> !c.protection().execute(), Errno.EPERM)),
                bad(
                                "mmap-frozen-refused",
                                "mmap.frozen",
                                "maps no frozen map, not even to be read",
                                refuses(
                                        MapMemory.class,
                                        (c, right) -> right.ledger().frozen(c.map()),
                                        Errno.EPERM))
                        .seen("what a test of Starnix expects"),
                bad(
                                "mmap-rdonly-prog-writable",
                                "mmap.program-readonly",
                                "maps to be written what is read-only for programs",
                                Recipe.without(Behaviour.NO_WRITABLE_MAPPING_OF_READ_ONLY))
                        .seen("Linux 5.5 and 5.6"),
                bad(
                        "mmap-rdonly-prog-errno",
                        "mmap.program-readonly",
                        "refuses to map to be written what is read-only for programs with EPERM",
                        errno(MapMemory.class, Errno.EACCES, Errno.EPERM)),
                bad(
                        "mmap-rdonly-prog-refused-early",
                        "mmap.program-readonly-writable",
                        "maps nothing that is read-only for programs to be written before 5.7",
                        Recipe.linux("5.6").having(Behaviour.NO_WRITABLE_MAPPING_OF_READ_ONLY)),
                bad(
                        "mmap-wronly-prog-refused",
                        "mmap.program-writeonly",
                        "maps nothing that is write-only for programs to be read",
                        refuses(
                                MapMemory.class,
                                (c, right) ->
                                        right.has(c.map(), Flags.WRONLY_PROG)
                                                && c.protection().read(),
                                Errno.EACCES)),
                bad(
                        "mmap-rdonly-descriptor-read",
                        "mmap.readonly-descriptor",
                        "says that it mapped to be read through a read-only descriptor",
                        accepts(
                                MapMemory.class,
                                (c, right) -> right.has(c.map(), Flags.RDONLY),
                                Errno.EINVAL)),
                bad(
                        "mmap-wronly-descriptor-write",
                        "mmap.writeonly-descriptor",
                        "says that it mapped to be written through a write-only descriptor",
                        accepts(
                                MapMemory.class,
                                (c, right) ->
                                        right.has(c.map(), Flags.WRONLY) && !c.protection().read(),
                                Errno.EACCES)),
                bad(
                        "mmap-lock-shown",
                        "lock.mmap",
                        "says that it mapped a map whose values hold a lock",
                        accepts(
                                MapMemory.class,
                                (c, right) -> right.spec(c.map()).lock().isPresent(),
                                Errno.ENOTSUPP)));
    }

    /// A mapping counts by what it is, not by what it was made.
    private record Yielding() implements Fault {
        @Override
        public Outcome apply(Command command, Right right) {
            var outcome = right.apply(command);
            if (command instanceof Protect c
                    && outcome.equals(Right.DONE)
                    && !c.protection().write()) {
                right.made(c.mapping()).ifPresent(made -> right.apply(made(made, c.protection())));
            }
            return outcome;
        }

        private static MapMemory made(MapMemory c, Protection protection) {
            return new MapMemory(
                    c.mapping(), c.map(), c.offset(), c.length(), protection, c.shared());
        }
    }
}
