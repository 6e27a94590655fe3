package org.maptck.junit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.maptck.features.Baselines;
import org.maptck.features.Scenario;
import org.maptck.features.Selection;
import org.maptck.features.Suite;
import org.maptck.features.SuiteRunner;
import org.maptck.model.Implementation;
import org.maptck.reports.Baseline;
import org.maptck.reports.Result;
import org.maptck.reports.Rule;
import org.maptck.reports.Verdict;
import org.opentest4j.AssertionFailedError;

/// The tests of one test class.
record RuleTests(Class<?> place, Conformance wanted) {
    /// Runs the selected scenarios and tells the result of each as a test, by rule.
    ///
    /// @throws AssertionFailedError where no scenario could be asked
    Stream<DynamicContainer> containers(Callable<Implementation> start) throws Exception {
        var suite = Suite.bundled(selection());
        var results = run(suite, start);
        demandAsked(results);
        var scenarios =
                suite.scenarios().stream()
                        .collect(Collectors.toMap(it -> it.text().id(), Function.identity()));
        var byRule = results.stream().collect(Collectors.groupingBy(Result::rule));
        return suite.catalogue().rules().stream()
                .map(rule ->
                        container(
                                rule,
                                byRule.getOrDefault(rule.id(), List.of()),
                                id -> Objects.requireNonNull(scenarios.get(id))));
    }

    private Selection selection() {
        return new Selection(
                wanted.level(), Optional.empty(), wanted.tags(), List.of(wanted.ids()));
    }

    private List<Result> run(Suite suite, Callable<Implementation> start) throws Exception {
        var results = new ArrayList<Result>();
        var known = known();
        try (var subject = start.call()) {
            var shipped = Baselines.shipped(subject);
            new SuiteRunner(suite, "class:" + wanted.of().getName(), subject)
                    .run(raw -> results.add(known.judge(shipped.judge(raw))));
        }
        return results;
    }

    private Baseline known() throws IOException {
        var name = wanted.baseline();
        if (name.isEmpty()) {
            return Baseline.EMPTY;
        }
        try (var in = place.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(
                        name
                                + ": no such resource beside "
                                + place.getName()
                                + ", wanted a baseline");
            }
            var known = Baseline.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            known.checkAgainst(Suite.bundled().catalogue(), name);
            return known;
        }
    }

    private void demandAsked(List<Result> results) {
        if (results.stream().allMatch(it -> it.verdict() == Verdict.NOT_APPLICABLE)) {
            var reasons = results.stream().map(Result::reason).distinct().toList();
            throw new AssertionFailedError(
                    "nothing ran: none of the "
                            + results.size()
                            + " scenarios of "
                            + selection().words()
                            + " could be asked "
                            + reasons);
        }
    }

    private static DynamicContainer container(
            Rule rule, List<Result> results, Function<String, Scenario> scenarios) {
        var tests =
                results.stream()
                        .map(result -> test(rule, result, scenarios.apply(result.scenario())));
        var first = scenarios.apply(rule.scenarios().getFirst().id());
        var line = first.pickle().getRuleLocation().orElse(first.pickle().getLocation()).getLine();
        return DynamicContainer.dynamicContainer(
                rule.id() + ": " + rule.sentence(), source(first, line), tests);
    }

    private static DynamicTest test(Rule rule, Result result, Scenario scenario) {
        return DynamicTest.dynamicTest(
                scenario.text().title(),
                source(scenario, scenario.pickle().getLocation().getLine()),
                () -> new Said(rule, result).tell());
    }

    private static URI source(Scenario scenario, int line) {
        var file = scenario.pickle().getUri().getPath();
        return URI.create("classpath:/rules" + file + "?line=" + line);
    }
}
