package org.maptck.adapters.faulty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.maptck.model.Command;
import org.maptck.model.Loading;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Faults in what programs do.
final class Steps {
    private Steps() {}

    /// What a step comes to, on a CPU.
    @FunctionalInterface
    interface Answer<S extends Step> {
        Outcome apply(S step, int cpu, Right right);
    }

    static Command.Run map(Command.Run run, UnaryOperator<Step> change) {
        return new Command.Run(
                run.cpu(),
                run.packet(),
                run.repeat(),
                run.steps().stream().map(change).toList(),
                run.loading());
    }

    /// Steps of a kind are done as another step.
    static <S extends Step> Fault as(Class<S> kind, Function<S, Step> change) {
        return as(kind, (step, _) -> change.apply(step));
    }

    /// Steps of a kind are done as another step.
    static <S extends Step> Fault as(Class<S> kind, BiFunction<S, Right, Step> change) {
        return Faults.runs((run, right) ->
                map(
                        run,
                        step ->
                                kind.isInstance(step)
                                        ? change.apply(kind.cast(step), right)
                                        : step));
    }

    /// Steps of a kind see something else.
    static <S extends Step> Fault see(Class<S> kind, BiFunction<S, Outcome, Outcome> change) {
        return (command, right) -> {
            var outcome = right.apply(command);
            if (!(command instanceof Command.Run run)
                    || !(outcome instanceof Outcome.Ran(var saw))) {
                return outcome;
            }
            var seen = new ArrayList<>(saw);
            for (int i = 0; i < seen.size(); i++) {
                if (kind.isInstance(run.steps().get(i))) {
                    seen.set(i, change.apply(kind.cast(run.steps().get(i)), seen.get(i)));
                }
            }
            return new Outcome.Ran(seen);
        };
    }

    /// A step of a kind, alone in a program of the usual type, comes to something else.
    static <S extends Step> Fault instead(Class<S> kind, Answer<S> answer) {
        return (command, right) -> {
            if (command instanceof Command.Run run
                    && run.steps().size() == 1
                    && run.loading() == Loading.CLASSIFIER
                    && kind.isInstance(run.steps().getFirst())) {
                var seen = answer.apply(kind.cast(run.steps().getFirst()), run.cpu(), right);
                return new Outcome.Ran(List.of(seen));
            }
            return right.apply(command);
        };
    }
}
