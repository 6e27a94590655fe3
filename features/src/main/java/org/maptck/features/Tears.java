package org.maptck.features;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Step;
import org.maptck.model.Trace;

/// Torn values that readers saw beside writers. Where the rules permit them a scenario passes, and
/// its result says that it saw one.
final class Tears {
    /// The reason of a pass that saw one.
    static final String SEEN = "saw a permitted tear: a reader found parts of two writes";

    private Tears() {}

    /// What to say of a scenario that passed: [#SEEN], or nothing.
    static String remark(Trace trace) {
        Set<Bytes> written = new HashSet<>();
        for (var entry : trace.entries()) {
            if (entry.command() instanceof Command.Race(var callers, _)
                    && entry.outcome() instanceof Outcome.Raced(var seen)
                    && torn(callers, seen, written)) {
                return SEEN;
            }
            values(entry.command()).forEach(written::add);
        }
        return "";
    }

    /// Whether a reader beside writers of whole values found one that nobody had written.
    private static boolean torn(
            List<Command> callers, List<List<Outcome>> seen, Set<Bytes> written) {
        var whole = new HashSet<>(written);
        callers.stream().flatMap(Tears::values).forEach(whole::add);
        int last = callers.size() - 1;
        return callers.get(last) instanceof Command.Lookup reader
                && callers.subList(0, last).stream().allMatch(c -> writes(c, reader.map()))
                && seen.get(last).stream().anyMatch(outcome -> mixed(outcome, whole));
    }

    private static boolean mixed(Outcome outcome, Set<Bytes> whole) {
        return outcome instanceof Outcome.Found(Bytes bytes)
                && !bytes.equals(Bytes.zeros(bytes.size()))
                && !whole.contains(bytes);
    }

    private static boolean writes(Command command, Handle map) {
        return values(command).findAny().isPresent()
                && switch (command) {
                    case Command.Update update -> update.map().equals(map);
                    case Command.Run run ->
                            run.steps().stream().allMatch(step -> step.map().equals(map));
                    case Command _ -> false;
                };
    }

    private static Stream<Bytes> values(Command command) {
        return switch (command) {
            case Command.Update(_, _, Input.Given(var bytes), _) -> Stream.of(bytes);
            case Command.Run run -> run.steps().stream().flatMap(Tears::values);
            case Command _ -> Stream.empty();
        };
    }

    private static Stream<Bytes> values(Step step) {
        return switch (step) {
            case Step.Update update -> Stream.of(update.value());
            case Step.LockedStore store -> Stream.of(store.value());
            case Step _ -> Stream.empty();
        };
    }
}
