package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.created;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.stream.IntStream;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Step;

/// Faults in the limit, the padding and the number of slots.
final class PerCpuSizeFaults {
    private PerCpuSizeFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "per-cpu-packed",
                                "array.element.aligned",
                                "takes and shows the slots of a value without the padding between"
                                        + " them",
                                instead(Command.Lookup.class, PerCpuSizeFaults::packed))
                        .seen("bpftime, generic-ebpf"),
                bad(
                                "per-cpu-online",
                                "percpu.user-value",
                                "has slots for the CPUs that are online instead of those possible",
                                Recipe.machine(cpus(4), cpus(2)))
                        .seen("bpftime, deepflow, cilium/ebpf before 80bc3647"),
                bad(
                        "per-cpu-one-slot-more",
                        "percpu.user-value",
                        "has a slot for one CPU more than is possible",
                        Recipe.machine(cpus(2), cpus(3))),
                bad(
                                "per-cpu-limit-missing",
                                "percpu.value.limit",
                                "creates per-CPU maps with values of up to 64 KiB",
                                refusedOnly(32768))
                        .seen("bpftime, ebpf-for-windows, generic-ebpf"),
                bad(
                        "per-cpu-limit-off-by-one",
                        "percpu.value.limit",
                        "refuses a per-CPU value of just the limit",
                        refuses(
                                Command.Create.class,
                                (c, _) -> perCpu(c) && c.spec().valueSize() == 32768,
                                Errno.E2BIG)),
                bad(
                        "per-cpu-limit-unrounded",
                        "percpu.value.limit",
                        "refuses a per-CPU value that reaches the limit by its padding",
                        refuses(
                                Command.Create.class,
                                (c, _) ->
                                        perCpu(c)
                                                && c.spec().valueSize() != 32768
                                                && c.spec().stride() >= 32768,
                                Errno.E2BIG)),
                bad(
                        "per-cpu-limit-for-arrays",
                        "percpu.value.limit",
                        "holds arrays to the limit of per-CPU arrays",
                        refuses(
                                Command.Create.class,
                                (c, _) -> c.spec().valueSize() > 32768,
                                Errno.E2BIG)),
                bad(
                        "per-cpu-limit-of-all-slots",
                        "percpu.value.limit",
                        "holds the slots of all CPUs together to the limit",
                        refuses(
                                Command.Create.class,
                                (c, _) -> perCpu(c) && c.spec().stride() * 2 > 32768,
                                Errno.E2BIG)),
                bad(
                                "per-cpu-limit-errno",
                                "percpu.value.limit",
                                "has no memory for a per-CPU value that is too big",
                                Recipe.without(Behaviour.PERCPU_VALUE_TOO_BIG))
                        .seen("Linux before 6.12"),
                bad(
                        "per-cpu-padding-lost",
                        "percpu.layout.padding-kept",
                        "does not store the padding of a slot",
                        Recipe.ahead(Behaviour.PERCPU_PADDING_DROPPED)),
                bad(
                        "per-cpu-padding-kept",
                        "percpu.layout.padding-dropped",
                        "stores the padding of a slot, as kernels before 7.0 do",
                        Recipe.linux("7.0").lacking(Behaviour.PERCPU_PADDING_DROPPED)),
                bad(
                        "per-cpu-program-clears-padding",
                        "percpu.layout.program-padding",
                        "clears the padding of a slot when a program updates it",
                        Steps.instead(Step.Update.class, PerCpuSizeFaults::clearing)),
                bad(
                        "per-cpu-short-buffer-accepted",
                        "percpu.layout.short-buffer",
                        "reads what is missing of a short value as zero",
                        as(
                                Command.Update.class,
                                (c, right) ->
                                        right.perCpu(c.map())
                                                        && c.value() instanceof Input.Given(Bytes b)
                                                ? new Command.Update(
                                                        c.map(),
                                                        c.key(),
                                                        new Input.Given(
                                                                longer(b, right.zeros(c.map()))),
                                                        c.flags())
                                                : c)),
                bad(
                        "per-cpu-delete-errno",
                        "percpu.delete",
                        "refuses a deletion from a per-CPU array past the end with ENOENT",
                        refuses(
                                Command.Delete.class,
                                (c, right) ->
                                        right.perCpu(c.map())
                                                && right.index(c.key())
                                                        >= right.spec(c.map()).maxEntries(),
                                Errno.ENOENT)));
    }

    static boolean perCpu(Command.Create c) {
        return c.spec().type().perCpu();
    }

    static Platform cpus(int count) {
        var cpus = IntStream.range(0, count).boxed().toList();
        var usual = Platform.DEFAULT;
        return new Platform(
                usual.pageSize(),
                cpus,
                List.of(0, 1),
                usual.wordSize(),
                usual.byteOrder(),
                usual.kernel(),
                usual.memory());
    }

    /// Creation above the limit is done with values of just the limit.
    private static Fault refusedOnly(long limit) {
        return created(spec ->
                spec.type().perCpu() && spec.valueSize() > limit && spec.valueSize() <= 65536
                        ? Specs.valueSize(spec, limit)
                        : spec);
    }

    private static Outcome clearing(Step.Update step, int cpu, Right right) {
        var outcome = right.run(cpu, step);
        long index = Indexes.of(step.index());
        if (right.perCpu(step.map()) && outcome.equals(Right.DONE) && index >= 0) {
            int size = Math.toIntExact(right.spec(step.map()).valueSize());
            var slots = Slots.of(step.map(), right.value(step.map(), index), right);
            slots.set(cpu, slots.get(cpu).slice(0, size).resized(slots.get(cpu).size()));
            right.store(step.map(), index, Slots.joined(slots));
        }
        return outcome;
    }

    private static Bytes longer(Bytes given, Bytes zeros) {
        return given.size() < zeros.size() ? given.resized(zeros.size()) : given;
    }

    private static Outcome packed(Command.Lookup c, Right right) {
        var outcome = right.apply(c);
        if (!right.perCpu(c.map()) || !(outcome instanceof Outcome.Found(Bytes bytes))) {
            return outcome;
        }
        int size = Math.toIntExact(right.spec(c.map()).valueSize());
        var slots = Slots.of(c.map(), bytes, right).stream().map(s -> s.slice(0, size)).toList();
        return new Outcome.Found(Slots.joined(slots).resized(bytes.size()));
    }
}
