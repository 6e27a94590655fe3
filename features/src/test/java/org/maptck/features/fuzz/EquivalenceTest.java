package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import org.maptck.features.Kernel;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// The model and the kernel answer alike, whatever they are told to do. A counterexample is shrunk
/// to a list of commands that can be read.
class EquivalenceTest {
    private static final int MOST_COMMANDS = 26;
    private static final int MOST_CHOICES = 40;
    private static final Optional<Implementation> KERNEL = Kernel.here();

    @Property(tries = 5000, seed = "20261123")
    void modelAndKernelAnswerEveryListOfCommandsAlike(@ForAll("lists") List<Command> commands) {
        var kernel = Kernel.demand(KERNEL);
        var agreement = Agreement.withModel(kernel);
        commands.forEach(command -> Statistics.collect(command.getClass().getSimpleName()));
        Statistics.coverage(coverage -> coverage.check("Run").percentage(percent -> percent > 2));
        assertEquals(Optional.empty(), agreement.difference(commands));
    }

    /// Every command takes its choices from numbers of its own, so that leaving a command out, or
    /// making a number smaller, changes no other command.
    @Provide
    Arbitrary<List<Command>> lists() {
        var generator = new CommandLists(identity(), Optional.empty());
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .withDistribution(RandomDistribution.uniform())
                .edgeCases(edges -> edges.includeOnly(0, Integer.MAX_VALUE))
                .array(int[].class)
                .ofSize(MOST_CHOICES)
                .map(Choices::listed)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_COMMANDS)
                .map(generator::list);
    }

    private static Identity identity() {
        return KERNEL.map(Implementation::identity)
                .orElseGet(() -> new ReferenceModel(Platform.DEFAULT).identity());
    }

    @AfterContainer
    static void close() {
        KERNEL.ifPresent(Implementation::close);
    }
}
