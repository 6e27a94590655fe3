package org.maptck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// What a user's test class says of right and wrong implementations.
class ArrayMapRulesTest {
    private static final String RULE = "array.update.noexist";
    private static final String SCENARIO = RULE + "/an-element-that-was-never-written-exists-too";

    /// The model, but for one errno.
    public static final class Wrong implements Implementation {
        private final Implementation model = new ReferenceModel(Platform.DEFAULT);

        @Override
        public Identity identity() {
            return model.identity();
        }

        @Override
        public Outcome apply(Command command) {
            var outcome = model.apply(command);
            return outcome.equals(new Outcome.Refused(Errno.EEXIST)) ? new Outcome.Done() : outcome;
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

    @Conformance(of = Wrong.class, ids = SCENARIO)
    private static final class Plain implements ArrayMapRules {}

    @Conformance(of = Wrong.class, ids = "array.key.size")
    private static final class Obeyed implements ArrayMapRules {}

    @Conformance(of = Wrong.class, ids = SCENARIO, baseline = "known.txt")
    private static final class Known implements ArrayMapRules {}

    @Conformance(of = Wrong.class, ids = SCENARIO, baseline = "absent.txt")
    private static final class NoBaseline implements ArrayMapRules {}

    @Conformance(of = Wrong.class, ids = "percpu.absent")
    private static final class NothingAsked implements ArrayMapRules {}

    @Conformance(of = String.class, ids = SCENARIO)
    private static final class NoMap implements ArrayMapRules {}

    private static List<DynamicTest> tests(ArrayMapRules rules) throws Exception {
        var tests = new ArrayList<DynamicTest>();
        for (DynamicContainer container : rules.rules().toList()) {
            container.getChildren().forEach(child -> tests.add((DynamicTest) child));
        }
        return tests;
    }

    private static Set<Class<?>> thrown(ArrayMapRules rules) throws Exception {
        var kinds = new HashSet<Class<?>>();
        for (DynamicTest test : tests(rules)) {
            try {
                test.getExecutable().execute();
                kinds.add(Void.class);
            } catch (AssertionFailedError | TestAbortedException said) {
                kinds.add(said.getClass());
            } catch (Throwable other) {
                throw new AssertionError(other);
            }
        }
        return kinds;
    }

    @Test
    void aScenarioThatIsObeyedPasses() throws Exception {
        assertEquals(Set.of(Void.class), thrown(new Obeyed()));
    }

    @Test
    void aDifferenceFailsWithItsRule() throws Exception {
        assertEquals(Set.of(AssertionFailedError.class), thrown(new Plain()));
        var failure =
                assertThrows(
                        AssertionFailedError.class, tests(new Plain()).getFirst().getExecutable());
        assertTrue(String.valueOf(failure.getMessage()).contains("rule     " + RULE));
    }

    @Test
    void aKnownDifferenceIsAborted() throws Exception {
        assertEquals(Set.of(TestAbortedException.class), thrown(new Known()));
    }

    @Test
    void aTestLeadsToItsLine() throws Exception {
        var source = tests(new Plain()).getFirst().getTestSourceUri().orElseThrow().toString();
        assertTrue(source.matches("classpath:/rules/08-semantics\\.feature\\?line=\\d+"), source);
    }

    @Test
    void whereNothingCanBeAskedTheClassFails() {
        assertThrows(AssertionFailedError.class, () -> tests(new NothingAsked()));
    }

    @Test
    void aBaselineThatIsNotThereIsNamed() {
        var wrong = assertThrows(IOException.class, () -> tests(new NoBaseline()));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith("absent.txt"));
    }

    @Test
    void aClassThatIsNoImplementationIsNamed() {
        var wrong = assertThrows(Exception.class, () -> tests(new NoMap()));
        assertTrue(String.valueOf(wrong.getMessage()).contains("java.lang.String"));
    }
}
