package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

import org.maptck.model.Command;
import org.maptck.model.Implementation;

import java.util.List;
import java.util.Optional;

/// The model and the kernel answer alike, whatever they are told to do. A counterexample is shrunk
/// to a list of commands that can be read.
class EquivalenceTest {
    private static final Optional<Implementation> KERNEL = Kernel.here();

    @Property(tries = 5000, seed = "20261123")
    void modelAndKernelAnswerEveryListOfCommandsAlike(@ForAll("lists") List<Command> commands) {
        var kernel = Kernel.demand(KERNEL);
        assertEquals(Optional.empty(), Equivalence.difference(kernel, commands));
    }

    @Provide
    Arbitrary<List<Command>> lists() {
        return new CommandLists(Kernel.platform(KERNEL)).lists();
    }

    @Property(tries = 3000, seed = "20261123")
    void modelAndKernelAgreeOnFurtherFieldsPrivilegesAndFiles(
            @ForAll("furtherLists") List<Command> commands) {
        var kernel = Kernel.demand(KERNEL);
        assertEquals(Optional.empty(), Equivalence.difference(kernel, commands));
    }

    @Provide
    Arbitrary<List<Command>> furtherLists() {
        return new FurtherCommandLists(Kernel.platform(KERNEL)).lists();
    }

    @AfterContainer
    static void close() {
        KERNEL.ifPresent(Implementation::close);
    }
}
