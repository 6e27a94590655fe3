package org.maptck.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.maptck.model.Implementation;
import org.maptck.reports.Result;

/// Runs the scenarios of a suite against several implementations of one address, each of which
/// takes its share, and hands on the results in the order of the rules.
///
/// @param address what results call the implementations
public record Shares(Suite suite, String address, List<Implementation> implementations) {
    public Shares {
        implementations = List.copyOf(implementations);
    }

    /// Runs every scenario.
    public void run(Consumer<Result> results) {
        if (implementations.size() == 1) {
            new SuiteRunner(suite, address, implementations.getFirst()).run(results);
        } else {
            runShares(results);
        }
    }

    private void runShares(Consumer<Result> results) {
        var order = new InOrder(suite, results);
        try (var pool = Executors.newFixedThreadPool(implementations.size())) {
            var work = new ArrayList<Future<?>>();
            for (int share = 0; share < implementations.size(); share++) {
                var runner = new SuiteRunner(share(share), address, implementations.get(share));
                work.add(pool.submit(() -> runner.run(order)));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("a share broke off", failed.getCause());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", end);
        }
    }

    private Suite share(int share) {
        var mine = new ArrayList<Scenario>();
        for (int i = share; i < suite.scenarios().size(); i += implementations.size()) {
            mine.add(suite.scenarios().get(i));
        }
        return new Suite(suite.catalogue(), mine, suite.features());
    }

    /// Holds a result back until those of all scenarios before it have come.
    private static final class InOrder implements Consumer<Result> {
        private final List<Scenario> scenarios;
        private final Consumer<Result> results;
        private final Map<String, Result> waiting = new HashMap<>();
        private int next;

        InOrder(Suite suite, Consumer<Result> results) {
            scenarios = suite.scenarios();
            this.results = results;
        }

        @Override
        public synchronized void accept(Result result) {
            waiting.put(result.scenario(), result);
            while (next < scenarios.size()) {
                var due = waiting.remove(scenarios.get(next).text().id());
                if (due == null) {
                    return;
                }
                next++;
                results.accept(due);
            }
        }
    }
}
