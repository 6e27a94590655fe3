package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maptck.model.Implementation;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// The rules as they are shipped.
class SuiteTest {
    private static final Suite SUITE = Suite.bundled();

    private static List<Result> run(Implementation implementation) {
        var results = new ArrayList<Result>();
        new SuiteRunner(SUITE, "subject", implementation).run(results::add);
        return results;
    }

    private static Map<Verdict, List<String>> verdicts(List<Result> results) {
        return results.stream()
                .collect(
                        Collectors.groupingBy(
                                Result::verdict,
                                Collectors.mapping(
                                        r ->
                                                r.scenario()
                                                        + ": "
                                                        + r.reason()
                                                        + " "
                                                        + r.difference(),
                                        Collectors.toList())));
    }

    @Test
    void theLintFindsNothing() {
        assertEquals(List.of(), Lint.of(SUITE));
    }

    @Test
    void everySentenceOfTheDocumentHasARuleOrAReason() {
        assertEquals(List.of(), Document.mapArray().problems(SUITE.catalogue()));
    }

    @Test
    void theIndexNamesEveryFeatureFile() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/rules"))) {
            var names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".feature"))
                            .sorted()
                            .toList();
            assertEquals(names, List.copyOf(FeatureFiles.bundled().keySet()));
        }
    }

    /// Counted in the text itself, so that a scenario that the parser loses is missed.
    @Test
    void asManyScenariosAreExecutedAsTheFilesHold() {
        int counted = FeatureFiles.bundled().values().stream().mapToInt(SuiteTest::count).sum();
        assertEquals(counted, SUITE.scenarios().size());
        assertEquals(counted, run(new ReferenceModel(Platform.DEFAULT)).size());
    }

    private static int count(String text) {
        int scenarios = 0;
        boolean examples = false;
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("Examples:")) {
                examples = true;
                scenarios--;
            } else if (examples && line.startsWith("|")) {
                scenarios++;
            } else {
                examples = false;
                scenarios += line.startsWith("Scenario:") ? 1 : 0;
            }
        }
        return scenarios;
    }

    @Test
    void theModelPassesEveryScenarioThatAppliesToIt() {
        var verdicts = verdicts(run(new ReferenceModel(Platform.DEFAULT)));
        assertEquals(List.of(), verdicts.getOrDefault(Verdict.FAIL, List.of()));
        assertEquals(List.of(), verdicts.getOrDefault(Verdict.INCONCLUSIVE, List.of()));
        assertTrue(verdicts.getOrDefault(Verdict.PASS, List.of()).size() > 300);
    }

    @Test
    void theKernelPassesEveryScenarioThatAppliesToIt() throws IOException {
        try (var kernel = Kernel.demand(Kernel.here())) {
            var shipped = Baselines.shipped(kernel);
            var verdicts = verdicts(run(kernel).stream().map(shipped::judge).toList());
            assertEquals(List.of(), verdicts.getOrDefault(Verdict.UNEXPECTED_PASS, List.of()));
            assertEquals(List.of(), verdicts.getOrDefault(Verdict.FAIL, List.of()));
            assertEquals(List.of(), verdicts.getOrDefault(Verdict.INCONCLUSIVE, List.of()));
        }
    }

    @Test
    void thereAreFewPhrases() throws IOException {
        var phrases = new ArrayList<String>();
        try (var sources = Files.walk(Path.of("src/main/java/org/maptck/features/steps"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                phrases.addAll(phrases(Files.readString(source)));
            }
        }
        assertTrue(phrases.size() <= 30, () -> phrases.size() + " phrases: " + phrases);
    }

    private static List<String> phrases(String source) {
        return Pattern.compile("@(?:Given|When|Then)\\(\\s*\"([^\"]+)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
