package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Command.Create;
import org.maptck.model.Command.Deprived;
import org.maptck.model.Command.Freeze;
import org.maptck.model.Command.OpenById;
import org.maptck.model.Command.Run;
import org.maptck.model.Errno;
import org.maptck.model.Oddity;
import org.maptck.model.Privilege;
import org.maptck.model.Step;

/// Faults in what a caller without privileges may do.
final class PrivilegeFaults {
    private PrivilegeFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "create-for-all",
                        "array.create.privilege",
                        "creates maps for everybody",
                        allowed(Create.class::isInstance)),
                bad(
                                "use-takes-privilege",
                                "array.privilege.use",
                                "lets nobody without privileges use a descriptor",
                                Recipe.without(Behaviour.UNPRIVILEGED_USE))
                        .seen("Linux before 5.19"),
                bad(
                                "freeze-takes-privilege",
                                "array.freeze.privilege",
                                "lets nobody without privileges freeze a map",
                                barred(Freeze.class::isInstance))
                        .seen("Linux before 6.5"),
                bad(
                        "by-id-for-all",
                        "array.by-id.privilege",
                        "opens maps by id for everybody",
                        allowed(OpenById.class::isInstance)),
                bad(
                                "slots-not-hidden",
                                "array.create.hidden-slots",
                                "does not round the number of slots up",
                                as(Deprived.class, PrivilegeFaults::seeing))
                        .seen("Linux before 4.15"),
                bad(
                        "slots-seen",
                        "array.create.hidden-slots-unseen",
                        "gives a caller without CAP_PERFMON the slots beyond its elements",
                        as(Deprived.class, PrivilegeFaults::rounded)),
                bad(
                        "create-privilege-first",
                        "array.create.privilege-order",
                        "looks for the privilege to create before all else",
                        refuses(
                                Deprived.class,
                                (c, _) -> c.inner() instanceof Create && c.privileges().isEmpty(),
                                Errno.EPERM)),
                bad(
                        "programs-for-all",
                        "program.privilege.load",
                        "loads programs for everybody",
                        allowed(Run.class::isInstance)),
                bad(
                        "unchecked-takes-privilege",
                        "program.privilege.unchecked",
                        "wants CAP_PERFMON of who leaves the check for NULL out",
                        refuses(
                                Deprived.class,
                                (c, _) -> does(c.inner(), Oddity.UNCHECKED),
                                Errno.EACCES)),
                bad(
                        "uninitialised-for-all",
                        "program.privilege.uninitialised-key",
                        "lets everybody look up an uninitialised key",
                        allowed(c -> does(c, Oddity.UNINITIALISED_KEY))),
                bad(
                        "address-for-all",
                        "program.privilege.address",
                        "lets everybody store an address",
                        allowed(c -> does(c, Oddity.POINTER_STORED))));
    }

    private static Fault allowed(Predicate<Command> which) {
        return as(Deprived.class, c -> which.test(c.inner()) ? c.inner() : c);
    }

    private static Fault barred(Predicate<Command> which) {
        return refuses(Deprived.class, (c, _) -> which.test(c.inner()), Errno.EPERM);
    }

    private static boolean does(Command command, Oddity oddity) {
        return command instanceof Run run
                && run.steps().stream()
                        .anyMatch(s -> s instanceof Step.Unreached u && u.oddity() == oddity);
    }

    private static Command seeing(Deprived c) {
        var more = EnumSet.of(Privilege.PERFMON);
        more.addAll(c.privileges());
        return new Deprived(c.inner(), more);
    }

    private static Command rounded(Deprived c) {
        if (!(c.inner() instanceof Create(var map, var spec, var extras))) {
            return c;
        }
        long entries = Long.highestOneBit(spec.maxEntries() - 1) << 1;
        return new Create(map, Specs.entries(spec, entries), extras);
    }
}
