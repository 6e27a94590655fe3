package org.maptck.junit;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.TestInstantiationException;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.adapters.spi.ClassAdapter;
import org.maptck.model.Implementation;

/// Every rule of array maps as a container of tests, a test a scenario. A test class implements
/// this and bears [Conformance].
///
/// A scenario that cannot be asked is an aborted test with the reason, and so is a difference that
/// the baseline names; a run in which none could be asked fails.
public interface ArrayMapRules {
    /// Starts the implementation; it is closed after the last scenario. The usual one is of the
    /// class that [Conformance] names.
    ///
    /// @throws CannotOpen where it does not start
    default Implementation implementation() throws CannotOpen {
        return ClassAdapter.open(conformance().of(), "");
    }

    /// The rules, in the order of the document.
    @TestFactory
    default Stream<DynamicContainer> rules() throws Exception {
        return new RuleTests(getClass(), conformance()).containers(this::implementation);
    }

    private Conformance conformance() {
        return Optional.ofNullable(getClass().getAnnotation(Conformance.class))
                .orElseThrow(() ->
                        new TestInstantiationException(
                                getClass().getName()
                                        + " has no @Conformance, wanted one that names the class"
                                        + " to ask"));
    }
}
