package org.maptck.adapters.recorded;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.maptck.adapters.spi.ByScenario;
import org.maptck.adapters.spi.WithFacts;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Trace;

/// Gives the answers of a recording. A scenario that was not recorded, or that now asks something
/// else, has no answer: that is an exception which says so.
public final class RecordedImplementation implements Implementation, ByScenario, WithFacts {
    private final Identity identity;
    private final Map<String, String> facts;
    private final Function<String, Optional<Trace>> traces;
    private String scenario = "";
    private Optional<Trace> trace = Optional.empty();
    private int next;

    public RecordedImplementation(Recording recording) {
        this(recording.identity(), recording.facts(), recording::trace);
    }

    /// @param traces what was answered to a scenario, if it was asked
    public RecordedImplementation(
            Identity identity,
            Map<String, String> facts,
            Function<String, Optional<Trace>> traces) {
        this.identity = identity;
        this.facts = facts;
        this.traces = traces;
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Map<String, String> facts() {
        return facts;
    }

    @Override
    public void begin(String asking) {
        scenario = asking;
        trace = traces.apply(asking);
        next = 0;
    }

    @Override
    public Outcome apply(Command command) {
        var entries =
                trace.orElseThrow(() -> new IllegalStateException(scenario + " is not recorded"))
                        .entries();
        if (next == entries.size() || !entries.get(next).command().equals(command)) {
            throw new IllegalStateException(
                    scenario + " is recorded with another command " + (next + 1));
        }
        return entries.get(next++).outcome();
    }

    @Override
    public void reset() {
        scenario = "what is asked outside of a scenario";
        trace = Optional.empty();
        next = 0;
    }

    @Override
    public void close() {
        reset();
    }
}
