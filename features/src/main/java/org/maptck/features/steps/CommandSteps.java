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
    /// What stands for whatever the model permits.
    public static final String AS_THE_MODEL = "as the model does";

    private final World world;

    public CommandSteps(World world) {
        this.world = world;
    }

    /// A command a line.
    @When("this is done:")
    public void done(String commands) {
        lines(commands).forEach(line -> world.perform(Json.COMMAND.decode(line)));
    }

    /// One of the answers that stand there, one a line, or whatever the reference model permits
    /// after all that was done.
    @Then("it answers:")
    public void answers(String outcomes) {
        if (outcomes.strip().equals(AS_THE_MODEL)) {
            modelled();
            return;
        }
        var permitted =
                new Permitted.OneOf(lines(outcomes).stream().map(Json.OUTCOME::decode).toList());
        world.answers().forEach(answer -> demand(permitted, answer));
    }

    private void modelled() {
        try (var model = new ReferenceModel(world.platform())) {
            var entries = world.trace().entries();
            for (var entry : entries.subList(0, entries.size() - 1)) {
                model.step(entry.command());
                model.settle(entry.outcome());
            }
            demand(model.step(entries.getLast().command()), entries.getLast().outcome());
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
