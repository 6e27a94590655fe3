package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// What is said of scenarios in which a reader saw a value that nobody wrote.
class TearsTest {
    private static final Suite SUITE = Suite.bundled();

    /// The model, but readers beside writers see half of each of the two last writes too.
    private record Tearing(Implementation model) implements Implementation {
        @Override
        public Outcome apply(Command command) {
            var outcome = model.apply(command);
            return command instanceof Command.Race(var callers, _)
                            && callers.getLast() instanceof Command.Lookup
                            && outcome instanceof Outcome.Raced(var seen)
                    ? new Outcome.Raced(torn(callers, seen))
                    : outcome;
        }

        private static List<List<Outcome>> torn(List<Command> callers, List<List<Outcome>> seen) {
            var all = new ArrayList<>(seen);
            var one = value(callers.getFirst());
            int half = one.size() / 2;
            var other = value(callers.get(1));
            var mixed = one.slice(0, half).then(other.slice(half, other.size()));
            all.set(all.size() - 1, List.of(new Outcome.Found(one), new Outcome.Found(mixed)));
            return all;
        }

        private static Bytes value(Command writer) {
            return writer instanceof Command.Update(_, _, var input, _)
                            && input instanceof org.maptck.model.Input.Given(var bytes)
                    ? bytes
                    : Bytes.zeros(8);
        }

        @Override
        public Identity identity() {
            return model.identity();
        }

        @Override
        public void reset() {
            model.reset();
        }

        @Override
        public void close() {
            model.close();
        }
    }

    private static List<Result> run(String rule, Implementation implementation) {
        var results = new ArrayList<Result>();
        var suite = SUITE.only(scenario -> scenario.rule().id().equals(rule));
        new SuiteRunner(suite, "subject", implementation).run(results::add);
        return results;
    }

    private static Set<String> said(List<Result> results) {
        return results.stream().map(r -> r.verdict() + r.reason()).collect(Collectors.toSet());
    }

    @Test
    void aPermittedTearIsTold() {
        var torn = run("array.race.plain", new Tearing(new ReferenceModel(Platform.DEFAULT)));
        assertEquals(Set.of(Verdict.PASS + Tears.SEEN, Verdict.PASS.toString()), said(torn));
    }

    @Test
    void whoDoesNotTearIsSaidNothingOf() {
        var whole = run("array.race.plain", new ReferenceModel(Platform.DEFAULT));
        assertEquals(Set.of(Verdict.PASS.toString()), said(whole));
    }

    @Test
    void aTearThatIsNotPermittedFails() {
        var torn = run("lock.race", new Tearing(new ReferenceModel(Platform.DEFAULT)));
        assertTrue(torn.stream().anyMatch(r -> r.verdict() == Verdict.FAIL));
        assertFalse(torn.stream().anyMatch(r -> r.reason().equals(Tears.SEEN)));
    }
}
