package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Command.MapMemory;
import org.maptck.model.Command.UseMapping;
import org.maptck.model.Command.WriteMemory;
import org.maptck.model.Errno;
import org.maptck.model.MappingOption;
import org.maptck.model.MappingUse;

/// Faults in what else can be done with a mapping.
final class MappingUseFaults {
    private MappingUseFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "mapping-grows",
                        "mmap.size-change",
                        "says that a mapping grew",
                        accepts(
                                UseMapping.class,
                                (c, _) -> c.use() == MappingUse.GROW,
                                Errno.EFAULT)),
                bad(
                        "mapping-not-cut",
                        "mmap.size-change",
                        "keeps what was cut off a mapping",
                        instead(MappingUse.CUT, MappingUse.INVALIDATE)),
                bad(
                        "pages-come-again",
                        "mmap.discard",
                        "brings pages again that were given back",
                        instead(MappingUse.DISCARD, MappingUse.INVALIDATE)),
                bad(
                        "flush-taken",
                        "mmap.flush",
                        "says that it flushed a mapping",
                        instead(MappingUse.FLUSH, MappingUse.FLUSH_LATER)),
                bad(
                        "durable-ignored",
                        "mmap.options",
                        "makes a mapping although its stores are to be durable",
                        as(MapMemory.class, MappingUseFaults::usual)),
                bad(
                        "read-only-store-taken",
                        "mmap.read-only-store",
                        "says that it stored through a read-only mapping",
                        accepts(WriteMemory.class, (_, _) -> true, Errno.EFAULT)));
    }

    private static Fault instead(MappingUse use, MappingUse other) {
        return as(UseMapping.class, c -> c.use() == use ? new UseMapping(c.mapping(), other) : c);
    }

    private static MapMemory usual(MapMemory c) {
        return c.option() == MappingOption.DURABLE
                ? new MapMemory(
                        c.mapping(), c.map(), c.offset(), c.length(), c.protection(), c.shared())
                : c;
    }
}
