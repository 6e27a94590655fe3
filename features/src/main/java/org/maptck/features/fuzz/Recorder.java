package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// The model, and a list of what it was told to do.
final class Recorder implements Implementation {
    private final ReferenceModel model;
    private final List<Command> commands = new ArrayList<>();

    Recorder() {
        this(Platform.DEFAULT);
    }

    Recorder(Platform platform) {
        model = new ReferenceModel(platform);
    }

    List<Command> commands() {
        return commands;
    }

    @Override
    public Identity identity() {
        return model.identity();
    }

    @Override
    public Outcome apply(Command command) {
        commands.add(command);
        return model.apply(command);
    }

    @Override
    public void reset() {
        model.reset();
    }

    @Override
    public void close() {
        model.close();
    }
}
