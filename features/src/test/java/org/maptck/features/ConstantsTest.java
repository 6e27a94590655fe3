package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Step;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// An implementation that gives the same answer whatever it is asked passes no scenario at all.
class ConstantsTest {
    /// Answers without a map behind it.
    private abstract static class Constant implements Implementation {
        private final boolean everything;

        Constant(boolean everything) {
            this.everything = everything;
        }

        abstract Outcome step(Step step);

        abstract Outcome call(Command command);

        @Override
        public Outcome apply(Command command) {
            return command instanceof Command.Run run
                    ? new Outcome.Ran(run.steps().stream().map(this::step).toList())
                    : call(command);
        }

        @Override
        public Identity identity() {
            var all = EnumSet.allOf(Capability.class);
            return new Identity(
                    toString(),
                    "0",
                    Platform.DEFAULT,
                    everything ? all : EnumSet.noneOf(Capability.class));
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }

    /// One outcome for everything.
    private static final class Always extends Constant {
        private final Outcome outcome;

        Always(Outcome outcome, boolean everything) {
            super(everything);
            this.outcome = outcome;
        }

        @Override
        Outcome step(Step step) {
            return outcome;
        }

        @Override
        Outcome call(Command command) {
            return outcome;
        }

        @Override
        public String toString() {
            return "always " + outcome;
        }
    }

    /// Success for every change, and the value written last, or zeros, for every look.
    private static final class Echo extends Constant {
        private final boolean zeros;
        private Bytes last = Bytes.EMPTY;
        private int size = 8;

        Echo(boolean zeros, boolean everything) {
            super(everything);
            this.zeros = zeros;
        }

        @Override
        Outcome step(Step step) {
            return switch (step) {
                case Step.Lookup _, Step.LookupPercpu _, Step.Through _ -> found();
                case Step.Load _,
                        Step.AtomicAdd _,
                        Step.Misalignment _,
                        Step.Distance _,
                        Step.Atomic _,
                        Step.CompareExchange _,
                        Step.DirectLoad _ ->
                        new Outcome.Returned(0);
                case Step.Update update -> {
                    last = update.value();
                    yield new Outcome.Done();
                }
                case Step.Delete _,
                        Step.Store _,
                        Step.StorePercpu _,
                        Step.LockedStore _,
                        Step.PlainAdd _,
                        Step.UpdateFrom _,
                        Step.Unreached _ ->
                        new Outcome.Done();
                case Step.ForEach _, Step.ForEachAdding _ ->
                        new Outcome.Visited(0, List.of(), List.of());
            };
        }

        @Override
        Outcome call(Command command) {
            if (command instanceof Command.Create(_, var spec, _)) {
                size = Math.clamp(spec.userValueSize(2), 0, 1 << 16);
                last = Bytes.zeros(size);
            }
            if (command instanceof Command.Update(_, _, Input.Given(var bytes), _)) {
                last = bytes;
            }
            if (command instanceof Command.WriteMemory(_, _, var bytes)) {
                last = bytes;
            }
            return command instanceof Command.Lookup || command instanceof Command.ReadMemory
                    ? found()
                    : new Outcome.Done();
        }

        private Outcome found() {
            return new Outcome.Found(zeros ? Bytes.zeros(size) : last);
        }

        @Override
        public String toString() {
            return zeros ? "always zeros" : "always the last value";
        }
    }

    static Stream<Implementation> constants() {
        var answers =
                Stream.concat(
                                Stream.of(
                                        new Outcome.Done(),
                                        new Outcome.Absent(),
                                        new Outcome.Returned(0),
                                        new Outcome.Returned(-1),
                                        new Outcome.Found(Bytes.zeros(8)),
                                        new Outcome.Unsupported("nothing")),
                                Arrays.stream(Errno.values()).map(Outcome.Refused::new))
                        .toList();
        return Stream.of(true, false)
                .flatMap(everything ->
                        Stream.concat(
                                Stream.of(new Echo(true, everything), new Echo(false, everything)),
                                answers.stream().map(o -> new Always(o, everything))));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void passesNothing(Implementation constant) {
        var passed = new ArrayList<String>();
        new SuiteRunner(Suite.bundled(), "constant", constant).run(result -> note(result, passed));
        assertEquals(List.of(), passed);
    }

    private static void note(Result result, List<String> passed) {
        if (result.verdict() == Verdict.PASS) {
            passed.add(result.scenario());
        }
    }
}
