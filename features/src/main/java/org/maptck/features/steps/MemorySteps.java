package org.maptck.features.steps;

import io.cucumber.java.en.When;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Mapping;
import org.maptck.model.Protection;

/// Steps about maps in memory.
public final class MemorySteps {
    private final World world;
    private final Contents contents;

    public MemorySteps(World world, Contents contents) {
        this.world = world;
        this.contents = contents;
    }

    @When("user space maps {length} of {map} from {length} on as {mapping} {protection}{shared}")
    public void map(
            Length length,
            Handle map,
            Length offset,
            Mapping mapping,
            Protection protection,
            Sharing sharing) {
        world.perform(
                new Command.MapMemory(
                        mapping,
                        map,
                        offset.on(world.platform()),
                        length.on(world.platform()),
                        protection,
                        sharing.shared(),
                        sharing.option()));
    }

    @When("user space {memoryuse} at {length} of {mapping}")
    public void use(MemoryUse use, Length offset, Mapping mapping) {
        long from = offset.on(world.platform());
        if (use.changes()) {
            touch(mapping, from);
        }
        world.perform(use.asked().at(mapping, from));
    }

    @When("user space stores {value} at {length} of {mapping}")
    public void store(Value value, Length offset, Mapping mapping) {
        long from = offset.on(world.platform());
        touch(mapping, from);
        var bytes = value.forUser(world.spec(mapping), world.platform());
        world.perform(new Command.WriteMemory(mapping, from, bytes));
    }

    @When("user space makes {remapping} of {mapping}")
    public void change(Remapping change, Mapping mapping) {
        world.perform(change.of(mapping));
    }

    private void touch(Mapping mapping, long offset) {
        var made = world.mapOf(mapping);
        var spec = world.spec(made.map());
        long index = (made.offset() + offset) / spec.stride();
        if (index < spec.maxEntries()) {
            contents.touches(made.map(), index);
        }
    }
}
