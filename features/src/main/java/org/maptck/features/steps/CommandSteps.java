package org.maptck.features.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import org.maptck.features.Mismatch;
import org.maptck.features.Words;
import org.maptck.json.Json;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.reference.ReferenceModel;

/// Steps for what no other phrase says: commands and answers as they are on the wire.
public final class CommandSteps {
    private final World world;

    public CommandSteps(World world) {
        this.world = world;
    }

    /// A command a line.
    @When("this is done:")
    public void done(String commands) {
        lines(commands).forEach(line -> world.perform(Json.COMMAND.decode(line)));
    }

    /// One of the answers that stand there, one a line.
    @Then("it answers:")
    public void answers(String outcomes) {
        var permitted =
                new Permitted.OneOf(lines(outcomes).stream().map(Json.OUTCOME::decode).toList());
        world.answers().forEach(answer -> demand(permitted, answer));
    }

    /// Whatever the reference model permits after all that was done.
    @Then("it answers as the model does")
    public void modelled() {
        try (var model = new ReferenceModel(world.platform())) {
            var last = world.trace().entries().getLast();
            for (var entry : world.trace().entries()) {
                var permitted = model.step(entry.command());
                if (entry == last) {
                    demand(permitted, entry.outcome());
                }
                model.settle(entry.outcome());
            }
        }
    }

    private static void demand(Permitted permitted, Outcome outcome) {
        if (!permitted.permits(outcome)) {
            throw new Mismatch(Words.of(permitted), Words.of(outcome));
        }
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
