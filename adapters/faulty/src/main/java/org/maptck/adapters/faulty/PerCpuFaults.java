package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.runs;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.ArrayList;
import java.util.List;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Faults in who sees which slot.
final class PerCpuFaults {
    private static final int SHADOW = 13;

    private PerCpuFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "per-cpu-one-value",
                                "percpu.own-region",
                                "holds one value for all CPUs",
                                oneCpu().over(Slots.in((now, _) -> Slots.firstEverywhere(now)))
                                        .over(Slots.out(Slots::firstEverywhere)))
                        .seen("the stub of Starnix, mock maps of goebpf"),
                bad(
                                "per-cpu-programs-play-cpu-0",
                                "percpu.restrict",
                                "lets programs on every CPU use the slot of CPU 0",
                                oneCpu())
                        .seen("febpf"),
                bad(
                        "per-cpu-update-writes-cpu-0",
                        "percpu.current-cpu",
                        "lets the update helper write the slot of CPU 0, wherever it runs",
                        Steps.instead(Step.Update.class, (step, _, right) -> right.run(0, step))),
                bad(
                        "per-cpu-update-broadcast",
                        "percpu.current-cpu",
                        "lets the update helper write the slots of all CPUs",
                        Steps.instead(Step.Update.class, PerCpuFaults::broadcast)),
                bad(
                        "per-cpu-lookup-swapped",
                        "percpu.current-cpu",
                        "gives the lookup helper the slot of the next CPU",
                        Steps.instead(
                                Step.Lookup.class,
                                (step, cpu, right) -> right.run(next(cpu, right), step))),
                bad(
                                "per-cpu-first-slot-alone",
                                "percpu.own-region",
                                "lets an update by user space write the first CPU's slot alone",
                                Slots.in((now, old) -> withFirst(old, now.getFirst())))
                        .seen("kbpf-basic, DragonOS, early ebpf-for-windows"),
                bad(
                        "per-cpu-last-slot-lost",
                        "percpu.type",
                        "does not store the last CPU's value of an update by user space",
                        Slots.in((now, old) -> withLast(now, old.getLast()))),
                bad(
                        "per-cpu-lookup-first-slot-alone",
                        "percpu.user-value",
                        "shows user space zeros for every CPU but the first",
                        Slots.out(slots -> withFirst(zeros(slots), slots.getFirst()))),
                bad(
                        "per-cpu-lookup-last-slot-lost",
                        "example.percpu-lookup",
                        "shows user space zeros for the last CPU",
                        Slots.out(slots -> withLast(slots, Bytes.zeros(slots.getLast().size())))),
                bad(
                        "per-cpu-reversed",
                        "percpu.user-value",
                        "takes and shows the slots from the last CPU to the first",
                        Slots.in((now, _) -> now.reversed()).over(Slots.out(List::reversed))),
                bad(
                        "per-cpu-reversed-updates",
                        "percpu.layout.every-cpu",
                        "takes the slots of an update from the last CPU to the first",
                        Slots.in((now, _) -> now.reversed())),
                bad(
                        "array-per-cpu",
                        "array.shared-region",
                        "gives programs on other CPUs than the first an array of their own",
                        shadow(1)),
                bad(
                        "array-by-turns",
                        "array.many-cpus",
                        "gives programs on the first CPU an array of their own",
                        shadow(0)),
                bad(
                        "lookup-percpu-ignores-cpu",
                        "percpu.lookup-percpu",
                        "looks up the running CPU's value for whichever CPU it is asked",
                        Steps.instead(
                                Step.LookupPercpu.class,
                                (step, cpu, right) ->
                                        exists(step.cpu(), right)
                                                ? right.run(cpu, of(step, cpu))
                                                : right.run(cpu, step))),
                bad(
                        "lookup-percpu-always-first",
                        "percpu.lookup-percpu",
                        "looks up the first CPU's value for whichever CPU it is asked",
                        Steps.as(
                                Step.LookupPercpu.class,
                                (step, right) -> exists(step.cpu(), right) ? of(step, 0) : step)),
                bad(
                        "store-percpu-ignores-cpu",
                        "percpu.lookup-percpu",
                        "gives a pointer to the running CPU's slot for whichever CPU it is asked",
                        Steps.instead(
                                Step.StorePercpu.class,
                                (s, cpu, right) ->
                                        right.run(
                                                cpu,
                                                new Step.Store(
                                                        s.map(),
                                                        s.index(),
                                                        s.offset(),
                                                        s.width(),
                                                        s.value())))),
                bad(
                        "lookup-percpu-wraps",
                        "percpu.lookup-percpu.null",
                        "takes the number of a CPU that there is not modulo the number of CPUs",
                        Steps.as(
                                Step.LookupPercpu.class,
                                (step, right) ->
                                        of(step, step.cpu() % right.platform().cpuCount()))),
                bad(
                        "lookup-percpu-one-cpu-more",
                        "percpu.lookup-percpu.null",
                        "takes the CPU after the last for the last",
                        Steps.as(
                                Step.LookupPercpu.class,
                                (step, right) ->
                                        step.cpu() == right.platform().cpuIdLimit()
                                                ? of(step, step.cpu() - 1)
                                                : step)),
                bad(
                        "lookup-percpu-cpu-signed",
                        "percpu.lookup-percpu.null",
                        "compares the number of a CPU as a signed one",
                        Steps.as(
                                Step.LookupPercpu.class,
                                (step, _) -> (int) step.cpu() < 0 ? of(step, 0) : step)),
                bad(
                        "lookup-percpu-missing",
                        "percpu.lookup-percpu",
                        "does not load a program that looks up another CPU's value",
                        Recipe.without(Behaviour.LOOKUP_PERCPU)),
                bad(
                        "per-cpu-type-missing",
                        "percpu.type",
                        "does not know the type that it declares",
                        Recipe.without(Behaviour.PERCPU_ARRAY)));
    }

    /// Programs that use a per-CPU array run on CPU 0.
    private static Fault oneCpu() {
        return runs((run, right) ->
                right.perCpu(run.steps().getFirst().map())
                        ? new Command.Run(
                                0,
                                run.packet(),
                                run.repeat(),
                                run.steps().stream().map(PerCpuFaults::onFirst).toList(),
                                run.loading())
                        : run);
    }

    private static Step onFirst(Step step) {
        return step instanceof Step.LookupPercpu lookup && lookup.cpu() == 1 ? of(lookup, 0) : step;
    }

    private static Outcome broadcast(Step.Update step, int cpu, Right right) {
        var outcome = right.run(cpu, step);
        for (int other : right.platform().onlineCpus()) {
            right.run(other, step);
        }
        return outcome;
    }

    private static int next(int cpu, Right right) {
        return (cpu + 1) % right.platform().onlineCpus().size();
    }

    private static boolean exists(long cpu, Right right) {
        return cpu >= 0 && cpu < right.platform().cpuIdLimit();
    }

    private static List<Bytes> withFirst(List<Bytes> slots, Bytes first) {
        var changed = new ArrayList<>(slots);
        changed.set(0, first);
        return changed;
    }

    private static List<Bytes> withLast(List<Bytes> slots, Bytes last) {
        var changed = new ArrayList<>(slots);
        changed.set(changed.size() - 1, last);
        return changed;
    }

    /// An array is two: programs on one of the CPUs use the other one.
    private static Fault shadow(int cpu) {
        return instead(
                        Command.Create.class,
                        (c, right) -> {
                            right.apply(new Command.Create(twin(c.map()), c.spec()));
                            return right.apply(c);
                        })
                .over(
                        runs((run, right) ->
                                run.cpu() == cpu && !right.perCpu(run.steps().getFirst().map())
                                        ? Steps.map(
                                                run, step -> Indexes.move(step, PerCpuFaults::twin))
                                        : run));
    }

    private static Handle twin(Handle map) {
        return new Handle((map.number() + SHADOW) % Handle.COUNT);
    }

    private static Step.LookupPercpu of(Step.LookupPercpu step, long cpu) {
        return new Step.LookupPercpu(step.map(), step.index(), cpu);
    }

    private static List<Bytes> zeros(List<Bytes> slots) {
        return slots.stream().map(slot -> Bytes.zeros(slot.size())).toList();
    }
}
