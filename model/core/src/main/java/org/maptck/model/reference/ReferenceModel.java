package org.maptck.model.reference;

import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;

/// The reference model of array maps on a platform.
public final class ReferenceModel implements Implementation {
    private final Platform platform;

    public ReferenceModel(Platform platform) {
        this.platform = platform;
    }

    /// Does one command and says which outcomes the specification permits.
    public Permitted step(Command command) {
        return new Permitted.Only(new Outcome.Unsupported(command.toString()));
    }

    @Override
    public Outcome apply(Command command) {
        return step(command).example();
    }

    @Override
    public Identity identity() {
        return new Identity("model", "0.1.0", platform, java.util.Set.of());
    }

    @Override
    public void reset() {}

    @Override
    public void close() {}
}
