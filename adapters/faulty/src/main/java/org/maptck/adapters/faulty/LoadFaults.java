package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.Predicate;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Command.Run;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Outcome;
import org.maptck.model.Step;
import org.maptck.model.Step.AtomicAdd;
import org.maptck.model.Step.Lookup;
import org.maptck.model.Step.Update;

/// Faults in which programs load.
final class LoadFaults {
    private LoadFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "load-beyond-value",
                        "program.value.bounds",
                        "lets programs load the padding of a value",
                        loading(s -> s.offset() >= 0 && s.offset() < 4096)),
                bad(
                        "load-bound-one-less",
                        "program.value.bounds",
                        "loads no program that reaches the last byte of a value",
                        refuses(
                                Run.class,
                                (c, right) ->
                                        c.steps().getFirst() instanceof Step.Load s
                                                && s.offset() + s.width()
                                                        == right.spec(s.map()).valueSize(),
                                Errno.EACCES)),
                bad(
                        "load-before-value",
                        "program.value.before",
                        "lets programs load the byte before a value",
                        loading(s -> s.offset() == -1 && s.width() == 1)),
                bad(
                        "load-far-errno",
                        "program.value.far",
                        "refuses a load far away for its access",
                        errno(
                                Run.class,
                                c ->
                                        c.steps().getFirst() instanceof Step.Load s
                                                && Math.abs((long) s.offset()) >= 1 << 29,
                                Errno.EINVAL,
                                Errno.EACCES)),
                bad(
                        "load-misaligned-refused",
                        "program.value.misaligned",
                        "loads no program whose loads are not aligned",
                        refuses(
                                Run.class,
                                (c, _) ->
                                        c.steps().getFirst() instanceof Step.Load s
                                                && s.offset() % s.width() != 0,
                                Errno.EACCES)),
                bad(
                        "atomic-misaligned-loaded",
                        "program.atomic.aligned",
                        "loads programs whose atomic adds are not aligned",
                        AtomicFaults.adds(s ->
                                s.offset() > 0
                                        ? new AtomicAdd(
                                                s.map(),
                                                s.index(),
                                                s.offset() & -s.width(),
                                                s.width(),
                                                s.addend())
                                        : s)),
                bad(
                        "atomic-narrow-loaded",
                        "program.atomic.width",
                        "takes an atomic add of 2 bytes for one of 4",
                        AtomicFaults.adds(
                                s -> s.width() < 4 ? AtomicFaults.adding(s, 4, s.addend()) : s)),
                bad(
                        "update-short-value-loaded",
                        "program.update.short-value",
                        "pads a value of a program that is too short",
                        Steps.as(
                                Update.class,
                                (s, right) -> {
                                    int size = Math.toIntExact(right.spec(s.map()).valueSize());
                                    return s.value().size() < size
                                            ? HelperFaults.value(s, s.value().resized(size))
                                            : s;
                                })),
                bad(
                        "lookup-percpu-of-array",
                        "program.lookup-percpu.type",
                        "looks up the one value of a plain array for any CPU",
                        Steps.as(
                                Step.LookupPercpu.class,
                                (s, right) ->
                                        right.perCpu(s.map())
                                                ? s
                                                : new Lookup(s.map(), s.index()))),
                bad(
                        "program-closed-map-errno",
                        "program.closed-map",
                        "refuses a program that names a closed descriptor with EINVAL",
                        errno(Run.class, Errno.EBADF, Errno.EINVAL)),
                bad(
                        "load-access-before-map",
                        "program.load.order",
                        "refuses a short value before a closed descriptor",
                        errno(
                                Run.class,
                                c ->
                                        c.steps().getFirst() instanceof Update s
                                                && s.value().size() == 8,
                                Errno.EBADF,
                                Errno.EACCES)),
                bad(
                        "load-value-at-run-time",
                        "program.load.before-run",
                        "looks at the size of a value when the helper is called",
                        errno(
                                Run.class,
                                c ->
                                        c.steps().getFirst() instanceof Update s
                                                && s.flags() == Flags.NOEXIST,
                                Errno.EACCES,
                                Errno.EEXIST)));
    }

    /// A program of one such load that does not load is said to have seen zero.
    private static Fault loading(Predicate<Step.Load> where) {
        return instead(
                Run.class,
                (c, right) -> {
                    var outcome = right.apply(c);
                    return outcome.equals(Refusals.refused(Errno.EACCES))
                                    && c.steps().getFirst() instanceof Step.Load s
                                    && where.test(s)
                            ? new Outcome.Ran(List.of(new Outcome.Returned(0)))
                            : outcome;
                });
    }
}
