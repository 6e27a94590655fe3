package org.maptck.features.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.OptionalLong;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Input;

/// Steps about many elements in one call.
public final class BatchSteps {
    private final World world;
    private final Contents contents;

    public BatchSteps(World world, Contents contents) {
        this.world = world;
        this.contents = contents;
    }

    @When(
            "user space {batchverb} a batch of {number} elements after {element}{flags}{buffers}{envelope}")
    public void batch(
            BatchVerb verb,
            long count,
            Element start,
            long flags,
            Buffers into,
            Wrapping envelope) {
        var key = start.input(world.platform());
        var map = start.map();
        var command =
                switch (verb) {
                    case LOOKS_UP ->
                            new Command.LookupBatch(
                                    map,
                                    key,
                                    into.cursor(),
                                    into.keys(),
                                    into.values(),
                                    count,
                                    flags);
                    case LOOKS_UP_AND_DELETES ->
                            new Command.LookupAndDeleteBatch(map, key, count, flags);
                    case DELETES -> new Command.DeleteBatch(map, key, count, flags);
                };
        world.perform(envelope.around(command));
    }

    /// Rows of an index and a value.
    @When("user space updates a batch of {map}{count}{flags}{envelope}:")
    public void update(
            Handle map, OptionalLong count, long flags, Wrapping envelope, DataTable rows) {
        var spec = world.spec(map);
        var keys = Bytes.EMPTY;
        var values = Bytes.EMPTY;
        for (var row : rows.asLists()) {
            long index = Long.decode(row.getFirst());
            contents.touches(map, index);
            keys = keys.then(world.platform().key(index));
            values = values.then(Parameters.plain(row.getLast()).forUser(spec, world.platform()));
        }
        var update =
                new Command.UpdateBatch(
                        map,
                        new Input.Given(keys),
                        new Input.Given(values),
                        count.orElse(rows.height()),
                        flags);
        world.perform(envelope.around(update));
    }
}
