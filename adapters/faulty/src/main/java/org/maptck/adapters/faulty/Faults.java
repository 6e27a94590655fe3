package org.maptck.adapters.faulty;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;

/// The pieces that faults are put together from.
final class Faults {
    private Faults() {}

    /// Commands of a kind come to something else.
    static <C extends Command> Fault instead(Class<C> kind, BiFunction<C, Right, Outcome> answer) {
        return (command, right) ->
                kind.isInstance(command)
                        ? answer.apply(kind.cast(command), right)
                        : right.apply(command);
    }

    /// Commands of a kind are done as another command.
    static <C extends Command> Fault as(Class<C> kind, BiFunction<C, Right, Command> change) {
        return instead(kind, (command, right) -> right.apply(change.apply(command, right)));
    }

    /// Commands of a kind are done as another command.
    static <C extends Command> Fault as(Class<C> kind, Function<C, Command> change) {
        return as(kind, (command, _) -> change.apply(command));
    }

    /// Programs, also those in a race, are run as others.
    static Fault runs(BiFunction<Command.Run, Right, Command> change) {
        return (command, right) -> right.apply(run(command, c -> change.apply(c, right)));
    }

    private static Command run(Command command, Function<Command.Run, Command> change) {
        return switch (command) {
            case Command.Run run -> change.apply(run);
            case Command.Race(var callers, int times) ->
                    new Command.Race(callers.stream().map(c -> run(c, change)).toList(), times);
            case Command other -> other;
        };
    }

    /// Callers of a kind of command see something else.
    static <C extends Command> Fault see(Class<C> kind, BiFunction<C, Outcome, Outcome> change) {
        return instead(kind, (command, right) -> change.apply(command, right.apply(command)));
    }

    /// A fault that some commands alone meet.
    static Fault where(BiPredicate<Command, Right> place, Fault fault) {
        return (command, right) ->
                place.test(command, right) ? fault.apply(command, right) : right.apply(command);
    }

    /// Every index, of system calls and programs, is taken for another.
    static Fault index(LongUnaryOperator change) {
        return (command, right) -> right.apply(Indexes.map(command, right.platform(), change));
    }

    /// A map is created as another one.
    static Fault created(UnaryOperator<MapSpec> change) {
        return as(
                Command.Create.class,
                c -> new Command.Create(c.map(), change.apply(c.spec()), c.extras()));
    }

    /// Maps are created as if these flags had not been asked for.
    static Fault uncreated(long flags) {
        return created(spec -> spec.withFlags(spec.flags() & ~flags));
    }

    /// One errno in place of another.
    static <C extends Command> Fault errno(Class<C> kind, Errno right, Errno wrong) {
        return errno(kind, _ -> true, right, wrong);
    }

    /// One errno in place of another, where the command is like that.
    static <C extends Command> Fault errno(
            Class<C> kind, Predicate<C> where, Errno right, Errno wrong) {
        return see(
                kind,
                (command, outcome) ->
                        where.test(command)
                                ? Refusals.map(outcome, e -> e == right ? wrong : e)
                                : outcome);
    }

    /// What would be done is refused.
    static <C extends Command> Fault refuses(
            Class<C> kind, BiPredicate<C, Right> where, Errno errno) {
        return instead(
                kind,
                (command, right) ->
                        where.test(command, right)
                                ? Refusals.of(command, errno)
                                : right.apply(command));
    }

    /// What would be refused with that errno is said to be done, and is not.
    static <C extends Command> Fault accepts(
            Class<C> kind, BiPredicate<C, Right> where, Errno errno) {
        return instead(
                kind,
                (command, right) -> {
                    var outcome = right.apply(command);
                    boolean hit =
                            outcome.refusal().filter(e -> e == errno).isPresent()
                                    && where.test(command, right);
                    return hit ? Right.DONE : outcome;
                });
    }

    /// What a map says of itself is something else.
    static Fault info(UnaryOperator<MapInfo> change) {
        return see(
                Command.GetInfo.class,
                (_, outcome) ->
                        outcome instanceof Outcome.Described(MapInfo info)
                                ? new Outcome.Described(change.apply(info))
                                : outcome);
    }
}
