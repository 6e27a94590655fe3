package org.maptck.cli;

import java.util.HashMap;
import java.util.Map;
import org.maptck.adapters.spi.ByScenario;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;

/// Hands every command on, and counts them by scenario.
final class Counted implements Implementation, ByScenario {
    private final Implementation real;
    private final Map<String, Integer> counts = new HashMap<>();
    private String scenario = "";

    Counted(Implementation real) {
        this.real = real;
    }

    /// How many commands a scenario gave; none where it was not asked.
    int commands(String id) {
        return counts.getOrDefault(id, 0);
    }

    @Override
    public Identity identity() {
        return real.identity();
    }

    @Override
    public void begin(String asking) {
        scenario = asking;
    }

    @Override
    public Outcome apply(Command command) {
        counts.merge(scenario, 1, Integer::sum);
        return real.apply(command);
    }

    @Override
    public void reset() {
        real.reset();
    }

    @Override
    public void close() {
        real.close();
    }
}
