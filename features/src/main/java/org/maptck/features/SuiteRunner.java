package org.maptck.features;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.Node;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.maptck.adapters.spi.ByScenario;
import org.maptck.model.Implementation;
import org.maptck.model.Trace;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// Runs the scenarios of a suite against one implementation and hands on a result for each.
public final class SuiteRunner {
    private static final URI GLUE = URI.create("classpath:/org/maptck/features/steps");

    private final Suite suite;
    private final String address;
    private final Implementation implementation;

    /// @param address what results call the implementation
    public SuiteRunner(Suite suite, String address, Implementation implementation) {
        this.suite = suite;
        this.address = address;
        this.implementation = implementation;
    }

    /// Runs every scenario, in order; those that cannot be asked get their result first.
    ///
    /// @throws IllegalStateException where a step is not known or a scenario was not executed
    public void run(Consumer<Result> results) {
        Map<Place, Scenario> waiting = new HashMap<>();
        for (Scenario scenario : suite.scenarios()) {
            var reason = scenario.notApplicable(implementation.identity());
            if (reason.isPresent()) {
                results.accept(result(scenario, Verdict.NOT_APPLICABLE, reason.get(), Trace.EMPTY));
            } else {
                waiting.put(Place.of(scenario.pickle()), scenario);
            }
        }
        if (!waiting.isEmpty()) {
            execute(waiting, results);
        }
    }

    private void execute(Map<Place, Scenario> waiting, Consumer<Result> results) {
        var listener = new Listener(waiting, results);
        var features =
                suite.features().stream().<Feature>map(f -> new Part(f, waiting.keySet())).toList();
        var runtime =
                Runtime.builder()
                        .withRuntimeOptions(
                                new RuntimeOptionsBuilder()
                                        .addGlue(GLUE)
                                        .setPublishQuiet(true)
                                        .build())
                        .withFeatureSupplier(() -> features)
                        .withAdditionalPlugins(listener)
                        .build();
        ScopedValue.where(Session.CURRENT, new Session(implementation, listener::keep))
                .run(runtime::run);
        listener.demandAllSeen();
    }

    private Result result(Scenario scenario, Verdict verdict, String reason, Trace trace) {
        return new Result(
                address,
                scenario.rule().id(),
                scenario.text().id(),
                verdict,
                reason,
                Optional.empty(),
                trace);
    }

    /// Where a scenario stands, which is what the framework's events know it by.
    private record Place(URI file, Location line) {
        static Place of(Pickle pickle) {
            return new Place(pickle.getUri(), pickle.getLocation());
        }

        static Place of(TestCase testCase) {
            return new Place(testCase.getUri(), testCase.getLocation());
        }
    }

    /// Turns the framework's events into results.
    private final class Listener implements ConcurrentEventListener {
        private final Map<Place, Scenario> waiting;
        private final Set<Place> seen = new HashSet<>();
        private final Consumer<Result> results;
        private final List<RuntimeException> problems = new ArrayList<>();
        private Optional<TestStepFinished> failed = Optional.empty();
        private Optional<UncheckedIOException> unkept = Optional.empty();
        private Trace trace = Trace.EMPTY;

        Listener(Map<Place, Scenario> waiting, Consumer<Result> results) {
            this.waiting = waiting;
            this.results = results;
        }

        void keep(Trace evidence) {
            trace = evidence;
        }

        @Override
        public void setEventPublisher(EventPublisher publisher) {
            publisher.registerHandlerFor(TestCaseStarted.class, this::started);
            publisher.registerHandlerFor(TestStepFinished.class, this::stepped);
            publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
        }

        private void started(TestCaseStarted event) {
            failed = Optional.empty();
            trace = Trace.EMPTY;
            if (implementation instanceof ByScenario asked) {
                asked.begin(scenario(event.getTestCase()).text().id());
            }
        }

        private Scenario scenario(TestCase testCase) {
            return Objects.requireNonNull(waiting.get(Place.of(testCase)));
        }

        private void stepped(TestStepFinished event) {
            var status = event.getResult().getStatus();
            if (failed.isEmpty() && status != Status.PASSED && status != Status.SKIPPED) {
                failed = Optional.of(event);
            }
        }

        private void finished(TestCaseFinished event) {
            var scenario = scenario(event.getTestCase());
            seen.add(Place.of(event.getTestCase()));
            if (failed.isPresent()) {
                judged(scenario, failed.get()).ifPresent(this::tell);
            } else {
                var kept = Evidence.ofPass(trace);
                tell(result(scenario, Verdict.PASS, Tears.remark(trace), kept));
            }
        }

        /// Where results cannot be kept any more, the rest is not told.
        private void tell(Result result) {
            if (unkept.isPresent()) {
                return;
            }
            try {
                results.accept(result);
            } catch (UncheckedIOException full) {
                unkept = Optional.of(full);
            }
        }

        /// The result of a scenario with a failed step; none where the fault is in the scenario or
        /// in the glue.
        private Optional<Result> judged(Scenario scenario, TestStepFinished event) {
            var step =
                    event.getTestStep() instanceof PickleStepTestStep pickle
                            ? pickle.getStep().getKeyword() + pickle.getStep().getText()
                            : "the end of the scenario";
            return switch (event.getResult().getError()) {
                case Mismatch wrong -> Optional.of(differs(scenario, step, wrong));
                case NotApplicable why ->
                        Optional.of(result(scenario, Verdict.NOT_APPLICABLE, words(why), trace));
                case Broken why ->
                        Optional.of(result(scenario, Verdict.INCONCLUSIVE, words(why), trace));
                case null -> {
                    problems.add(
                            new BadFeature(
                                    scenario.text().id()
                                            + ": step '"
                                            + step
                                            + "' is not one of the phrases"));
                    yield Optional.empty();
                }
                case Throwable bug -> {
                    var where = scenario.text().id() + ": step '" + step + "': " + bug;
                    problems.add(new IllegalStateException(where, bug));
                    yield Optional.empty();
                }
            };
        }

        private static String words(RuntimeException why) {
            return String.valueOf(why.getMessage());
        }

        private Result differs(Scenario scenario, String step, Mismatch wrong) {
            return new Result(
                    address,
                    scenario.rule().id(),
                    scenario.text().id(),
                    Verdict.FAIL,
                    String.valueOf(wrong.getMessage()),
                    Optional.of(new Result.Difference(step, wrong.expected(), wrong.got())),
                    trace);
        }

        void demandAllSeen() {
            if (unkept.isPresent()) {
                throw unkept.get();
            }
            if (!problems.isEmpty()) {
                throw problems.getFirst();
            }
            if (seen.size() != waiting.size()) {
                throw new IllegalStateException(
                        "executed " + seen.size() + " scenarios, wanted " + waiting.size());
            }
        }
    }

    /// A feature file with some of its scenarios.
    private record Part(io.cucumber.core.gherkin.Feature whole, Set<Place> places)
            implements Feature {
        @Override
        public List<Pickle> getPickles() {
            return whole.getPickles().stream().filter(p -> places.contains(Place.of(p))).toList();
        }

        @Override
        public Pickle getPickleAt(Node node) {
            return whole.getPickleAt(node);
        }

        @Override
        public String getSource() {
            return whole.getSource();
        }

        @Override
        public Iterable<?> getParseEvents() {
            return whole.getParseEvents();
        }

        @Override
        public URI getUri() {
            return whole.getUri();
        }

        @Override
        public Location getLocation() {
            return whole.getLocation();
        }

        @Override
        public Optional<String> getKeyword() {
            return whole.getKeyword();
        }

        @Override
        public Optional<String> getName() {
            return whole.getName();
        }

        @Override
        public Optional<Node> getParent() {
            return whole.getParent();
        }

        @Override
        public Collection<Node> elements() {
            return whole.elements();
        }
    }
}
