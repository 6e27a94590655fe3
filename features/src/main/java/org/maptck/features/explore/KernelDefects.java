package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Iteration;
import org.maptck.model.Oddity;
import org.maptck.model.Outcome;
import org.maptck.model.Step;
import org.maptck.model.Trace;

/// Answers of kernels that break a rule, as the findings say, told by the answer itself, where no
/// scenario says which rule it is about.
public final class KernelDefects {
    private static final int LAST_ERRNO = 4095;

    private KernelDefects() {}

    /// The rules of which one is broken, if the answer is one of those.
    ///
    /// @param before what was done before it
    public static List<String> rulesBrokenBy(List<Command> before, Trace.Entry entry) {
        var rules = new ArrayList<String>();
        if (isFrozenLoad(before, entry)) {
            rules.add("program.frozen.load-several");
        }
        if (isStrict(entry)) {
            rules.add("program.value.misaligned");
        }
        if (runs(entry).anyMatch(KernelDefects::isHalfNumber)) {
            rules.add("program.update.result");
        }
        if (runs(entry).anyMatch(it -> it.isRefused(Errno.EACCES, KernelDefects::locks))) {
            rules.add("lock.program.take");
        }
        if (runs(entry).anyMatch(it -> it.isRefused(Errno.ENOTSUPP, Step::fetches))) {
            rules.add("program.atomic");
        }
        if (runs(entry).anyMatch(it -> it.isRefused(Errno.EINVAL, Step::walks))) {
            rules.add("program.for-each.order");
        }
        if (entry.command() instanceof Command.Iterate
                && entry.outcome() instanceof Outcome.Visited
                && created(before, Flags.WRONLY_PROG)) {
            rules.add("iterator.access");
        }
        return rules;
    }

    /// Whether a helper's error is seen without the upper half of its number.
    private static boolean isHalfNumber(Loaded ran) {
        var steps = ran.run().steps();
        return ran.outcome() instanceof Outcome.Ran(var seen)
                && IntStream.range(0, Math.min(seen.size(), steps.size()))
                        .anyMatch(i ->
                                calls(steps.get(i))
                                        && seen.get(i) instanceof Outcome.Returned(long number)
                                        && number >>> Integer.SIZE == 0
                                        && (int) number < 0
                                        && (int) number >= -LAST_ERRNO);
    }

    private static boolean calls(Step step) {
        return switch (step) {
            case Step.Update _, Step.Delete _, Step.UpdateFrom _, Step.Through _ -> true;
            case Step.ForEach _, Step.ForEachAdding _ -> true;
            case Step _ -> false;
        };
    }

    /// Programs, each with what it came to, also where several run at once.
    private static Stream<Loaded> runs(Trace.Entry entry) {
        if (entry.command() instanceof Command.Race race
                && entry.outcome() instanceof Outcome.Raced(var seen)) {
            return IntStream.range(0, Math.min(seen.size(), race.callers().size()))
                    .filter(i -> race.callers().get(i) instanceof Command.Run)
                    .boxed()
                    .flatMap(i ->
                            seen.get(i).stream()
                                    .map(one ->
                                            new Loaded((Command.Run) race.callers().get(i), one)));
        }
        return entry.command() instanceof Command.Run run
                ? Stream.of(new Loaded(run, entry.outcome()))
                : Stream.empty();
    }

    /// A program, and what it came to.
    private record Loaded(Command.Run run, Outcome outcome) {
        /// Whether it does not load, by that errno, and has such a step.
        boolean isRefused(Errno errno, Predicate<Step> blamed) {
            return outcome.equals(new Outcome.Refused(errno))
                    && run.steps().stream().anyMatch(blamed);
        }
    }

    /// Whether a program does not load that accesses what its width does not divide.
    private static boolean isStrict(Trace.Entry entry) {
        return entry.command() instanceof Command.Iterate(_, Iteration.Noting noting, _)
                ? entry.outcome().equals(new Outcome.Refused(Errno.EACCES))
                        && noting.offset() % noting.width() != 0
                : runs(entry)
                        .anyMatch(it -> it.isRefused(Errno.EACCES, KernelDefects::isMisaligned));
    }

    private static boolean isMisaligned(Step step) {
        return switch (step) {
            case Step.Load s -> s.offset() % s.width() != 0;
            case Step.Store s -> s.offset() % s.width() != 0;
            case Step.StorePercpu s -> s.offset() % s.width() != 0;
            case Step.PlainAdd s -> s.offset() % s.width() != 0;
            case Step.DirectLoad s -> (s.address() + s.offset()) % s.width() != 0;
            case Step.LockedStore s -> s.value().size() % Integer.BYTES != 0;
            case Step _ -> false;
        };
    }

    private static boolean locks(Step step) {
        return step instanceof Step.LockedStore
                || (step instanceof Step.Unreached(_, var oddity, _)
                        && (oddity == Oddity.LOCK_AT || oddity == Oddity.UNLOCK_ONLY));
    }

    private static boolean isFrozenLoad(List<Command> before, Trace.Entry entry) {
        return entry.command() instanceof Command.Run
                && entry.outcome().refusal().filter(Errno.ENOTSUPP::equals).isPresent()
                && before.stream().anyMatch(KernelDefects::freezes)
                && created(before, Flags.RDONLY_PROG);
    }

    private static boolean freezes(Command command) {
        return switch (command) {
            case Command.Deprived(var inner, _) -> freezes(inner);
            case Command.Enveloped(var inner, _) -> freezes(inner);
            default -> command instanceof Command.Freeze;
        };
    }

    private static boolean created(List<Command> before, long flag) {
        return before.stream()
                .anyMatch(command ->
                        command instanceof Command.Create(_, var spec, _)
                                && (spec.flags() & flag) != 0);
    }
}
