package org.maptck.features.steps;

import io.cucumber.java.en.When;
import java.util.HashMap;
import java.util.Map;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Outcome;
import org.maptck.model.PinName;

/// Steps about further descriptors of a map, and about its names.
public final class IdentitySteps {
    private final World world;
    private final Contents contents;
    private final Map<PinName, Handle> pinned = new HashMap<>();

    public IdentitySteps(World world, Contents contents) {
        this.world = world;
        this.contents = contents;
    }

    @When("{actor} opens {source}{createflags}{as}")
    public void open(Actor actor, Source source, long flags, Handle map) {
        if (world.perform(actor.around(source.opening(map, flags))) instanceof Outcome.Done) {
            var original = original(source);
            world.same(map, original);
            contents.same(map, original, (flags & Flags.WRONLY) == 0);
        }
    }

    private Handle original(Source source) {
        return switch (source) {
            case Source.Copy(var map) -> map;
            case Source.Id(var map) -> map;
            case Source.Inner(var outer, long index) -> world.inner(outer, index);
            case Source.Pinned(var name) -> pinned.getOrDefault(name, Handle.A);
        };
    }

    @When("user space {pinverb} the pin {pin} of {map}")
    public void pin(PinVerb verb, PinName name, Handle map) {
        switch (verb) {
            case MAKES -> {
                if (world.perform(new Command.Pin(map, name)) instanceof Outcome.Done) {
                    pinned.put(name, map);
                }
            }
            case READS -> world.perform(new Command.ReadPin(name));
            case REMOVES -> world.perform(new Command.Unpin(name));
        }
    }
}
