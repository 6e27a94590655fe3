package org.maptck.features.steps;

import io.cucumber.java.After;
import org.maptck.features.Session;

/// What happens after every scenario, however it ended.
public final class Hooks {
    private final World world;

    public Hooks(World world) {
        this.world = world;
    }

    @After
    public void keepAndReset() {
        var session = Session.CURRENT.get();
        session.evidence().accept(world.trace());
        session.implementation().reset();
    }
}
