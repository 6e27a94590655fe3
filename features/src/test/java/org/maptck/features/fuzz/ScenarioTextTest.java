package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maptck.features.SuiteReader;
import org.maptck.features.SuiteRunner;
import org.maptck.model.Command;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// A scenario that is printed from commands does just these commands.
class ScenarioTextTest {
    private static final int LISTS = 600;
    private static final double LEAST_SAID = 0.5;

    private final Platform platform = Platform.DEFAULT;
    private final ReferenceModel model = new ReferenceModel(platform);

    private static String feature(List<String> scenarios) {
        var text =
                new StringBuilder(
                        "Feature: f\n  @rule:my.rule @observed\n  Rule: r\n    Source: me\n");
        for (int i = 0; i < scenarios.size(); i++) {
            text.append("    Scenario: s").append(i).append('\n').append(scenarios.get(i));
        }
        return text.toString();
    }

    @Test
    void everyListOfCommandsComesBackFromItsScenario() {
        var lists = new CommandLists(model.identity(), Optional.empty());
        var commands = new ArrayList<Command>();
        var scenarios = new ArrayList<String>();
        for (int i = 0; i < LISTS; i++) {
            var trace = Trace.of(model, lists.list(Choices.of(5, i)));
            commands.addAll(trace.commands());
            scenarios.add(ScenarioText.steps(trace, platform));
        }
        var heard = new Recorder(platform);
        var failures = new ArrayList<Result>();
        var suite = SuiteReader.read(Map.of("printed.feature", feature(scenarios)));
        new SuiteRunner(suite, "model", heard)
                .run(result -> {
                    if (result.verdict() != Verdict.PASS) {
                        failures.add(result);
                    }
                });
        assertEquals(List.of(), failures);
        assertEquals(commands.size(), heard.commands().size());
        for (int i = 0; i < commands.size(); i++) {
            assertEquals(commands.get(i), heard.commands().get(i));
        }
        long unsaid =
                String.join("", scenarios).lines().filter(l -> l.endsWith("this is done:")).count();
        assertTrue(unsaid < commands.size() * (1 - LEAST_SAID), unsaid + " of " + commands.size());
    }
}
