package org.maptck.adapters.recorded;

import java.util.ArrayList;
import java.util.List;
import org.maptck.adapters.spi.ByScenario;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Trace;

/// Hands every command on to an implementation and notes the answers. A scenario in which it fails
/// to answer is not noted.
public final class Recorder implements Implementation, ByScenario {
    private final Implementation real;
    private final Recording recording;
    private final List<Trace.Entry> entries = new ArrayList<>();
    private String scenario = "";

    /// @param recording takes what is answered; each scenario when it has ended
    public Recorder(Implementation real, Recording recording) {
        this.real = real;
        this.recording = recording;
    }

    @Override
    public Identity identity() {
        return real.identity();
    }

    @Override
    public void begin(String asking) {
        scenario = asking;
        entries.clear();
    }

    @Override
    public Outcome apply(Command command) {
        return apply(List.of(command)).getFirst();
    }

    @Override
    public List<Outcome> apply(List<Command> commands) {
        var asking = scenario;
        scenario = "";
        var outcomes = real.apply(commands);
        scenario = asking;
        for (int i = 0; i < commands.size(); i++) {
            entries.add(new Trace.Entry(commands.get(i), outcomes.get(i)));
        }
        return outcomes;
    }

    @Override
    public void reset() {
        if (!scenario.isEmpty()) {
            recording.put(scenario, new Trace(entries));
            scenario = "";
        }
        real.reset();
    }

    @Override
    public void close() {
        real.close();
    }
}
