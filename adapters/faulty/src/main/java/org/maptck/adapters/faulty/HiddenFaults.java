package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Capability;
import org.maptck.model.Command.Update;
import org.maptck.model.Flags;

/// Implementations that serve what they do not declare.
final class HiddenFaults {
    private HiddenFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "programs-hidden",
                        "program.absent",
                        "runs programs although it does not declare them",
                        Recipe.hiding(Capability.PROGRAM)),
                bad(
                        "per-cpu-hidden",
                        "percpu.absent",
                        "creates per-CPU arrays although it does not declare them",
                        Recipe.hiding(Capability.PERCPU)),
                bad(
                        "mmap-hidden",
                        "mmap.absent",
                        "takes BPF_F_MMAPABLE although it does not declare it",
                        Recipe.hiding(Capability.MMAP)),
                bad(
                        "types-hidden",
                        "types.absent",
                        "takes types although it does not declare them",
                        Recipe.hiding(Capability.TYPES)),
                bad(
                        "files-hidden",
                        "file.absent",
                        "shows a descriptor although it does not declare files",
                        Recipe.hiding(Capability.FILE)),
                bad(
                        "privileges-hidden",
                        "privileges.absent",
                        "acts for a caller without privileges although it does not declare that",
                        Recipe.hiding(Capability.PRIVILEGES)),
                bad(
                        "lock-hidden",
                        "lock.absent",
                        "takes BPF_F_LOCK although it does not declare it",
                        Recipe.hiding(Capability.LOCK)
                                .and(
                                        as(
                                                Update.class,
                                                c ->
                                                        new Update(
                                                                c.map(),
                                                                c.key(),
                                                                c.value(),
                                                                c.flags() & ~Flags.LOCK)))));
    }
}
