package org.maptck.features.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.FileUse;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Iteration;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.OuterKind;
import org.maptck.model.Step;

/// Steps about whole maps.
public final class MapSteps {
    private static final int OWN_PATTERNS = 300;

    private final World world;
    private final Contents contents;

    public MapSteps(World world, Contents contents) {
        this.world = world;
        this.contents = contents;
    }

    @Given("a(n) {maptype} of {number} element(s) of {number} byte(s){createflags}{as}")
    public void exists(MapType type, long maxEntries, long valueSize, long flags, Handle map) {
        var spec = MapSpec.of(type, valueSize, maxEntries).withFlags(flags);
        world.must(List.of(new Command.Create(map, spec)));
        contents.created(map);
    }

    @When("{map} is {tabled} with:")
    public void tabled(Handle map, Tabled verb, DataTable fields) {
        var rows = fields.asMap();
        switch (verb) {
            case CREATED -> create(map, rows);
            case DESCRIBED -> world.perform(new Command.ReadInfo(map, CreationTable.request(rows)));
        }
    }

    private void create(Handle map, Map<String, String> rows) {
        if (rows.getOrDefault("inner_map_fd", "").startsWith("map ")) {
            world.perform(outer(map, rows));
            return;
        }
        var envelope = Wrapping.of(rows.getOrDefault("(bpf_attr)", "an envelope"));
        var create = new Command.Create(map, spec(rows), CreationTable.extras(rows));
        var command = CreationTable.caller(rows).around(envelope.around(create));
        if (world.perform(command) instanceof Outcome.Done) {
            contents.created(map);
        }
    }

    private static Command outer(Handle map, Map<String, String> fields) {
        return new Command.CreateOuter(
                map,
                OuterKind.valueOf(fields.getOrDefault("map_type", "ARRAY_OF_MAPS")),
                Long.decode(fields.getOrDefault("max_entries", "4")),
                handle(fields.getOrDefault("inner_map_fd", "map A")));
    }

    private static Handle handle(String words) {
        return Handle.named(words.substring(words.length() - 1));
    }

    private MapSpec spec(Map<String, String> fields) {
        var spec =
                new MapSpec(
                        MapType.valueOf(fields.getOrDefault("map_type", "ARRAY")),
                        number(fields.getOrDefault("key_size", "4")),
                        number(fields.getOrDefault("value_size", "8")),
                        number(fields.getOrDefault("max_entries", "4")),
                        Flags.create(fields.getOrDefault("map_flags", "0")),
                        fields.getOrDefault("map_name", ""),
                        (int) number(fields.getOrDefault("numa_node", "0")),
                        number(fields.getOrDefault("map_extra", "0")),
                        Optional.ofNullable(fields.get("bpf_spin_lock")).map(Integer::valueOf),
                        Optional.ofNullable(fields.get("excl_prog_hash")).map(MapSteps::hash));
        return spec;
    }

    private static Input hash(String cell) {
        return switch (cell) {
            case "NULL" -> new Input.Null();
            case "unreadable" -> new Input.Unreadable();
            default -> {
                int size = Integer.parseInt(cell.split(" ", -1)[0]);
                yield new Input.Given(Bytes.filled(size, 0x5a));
            }
        };
    }

    /// A number, or `limit`, the largest value of a per-CPU array, with a number added.
    private long number(String cell) {
        if (!cell.startsWith("limit")) {
            return Long.decode(cell);
        }
        var rest = cell.substring("limit".length());
        return world.platform().perCpuLimit() + (rest.isEmpty() ? 0 : Long.parseLong(rest));
    }

    @Given("every element of {map} holds its own {own}")
    public void fill(Handle map, Own own) {
        int slots = world.spec(map).type().perCpu() ? world.platform().cpuCount() : 1;
        switch (own) {
            case PATTERN -> fill(map, index -> new Value.Patterns((int) (1 + index * slots)));
            case INDEX -> fill(map, Value.Numeral::new);
        }
    }

    private void fill(Handle map, java.util.function.LongFunction<Value> value) {
        var spec = world.spec(map);
        var updates = new ArrayList<Command>();
        for (long index = 0; index < Math.min(OWN_PATTERNS, spec.maxEntries()); index++) {
            var bytes = value.apply(index).forUser(spec, world.platform());
            var key = new Input.Given(world.platform().key(index));
            updates.add(new Command.Update(map, key, new Input.Given(bytes), Flags.ANY));
            contents.holds(map, index, bytes);
        }
        world.must(updates);
    }

    @When("{actor} {mapverb} {map}{limit}{flags}{envelope}")
    public void onMap(
            Actor actor, MapVerb verb, Handle map, int limit, long flags, Wrapping envelope) {
        switch (verb) {
            case CLOSES -> {
                world.perform(new Command.Close(map));
                contents.gone(map);
            }
            case FREEZES -> world.perform(actor.around(envelope.around(new Command.Freeze(map))));
            case DESCRIBES ->
                    world.perform(actor.around(envelope.around(new Command.GetInfo(map))));
            case SHOWS -> world.perform(new Command.ShowDescriptor(map));
            case READS -> world.perform(new Command.UseFile(map, FileUse.READ));
            case WRITES -> world.perform(new Command.UseFile(map, FileUse.WRITE));
            case SEEKS -> world.perform(new Command.UseFile(map, FileUse.SEEK));
            case POLLS -> world.perform(new Command.UseFile(map, FileUse.POLL));
            case WALKS -> world.run(actor, _ -> new Step.ForEach(map, flags, limit));
            case ADDS -> world.run(actor, _ -> new Step.ForEachAdding(map, 1000));
        }
    }

    /// Runs an iterator's program for each element, and once more at the end.
    @When("an iterator {iterating} {map}{range}{closing}")
    public void iterate(String words, Handle map, Range range, boolean closing) {
        var at = range.in(world.spec(map));
        var iteration =
                switch (words) {
                    case "notes" -> new Iteration.Noting(at.offset(), at.width());
                    case "adds 1000 to" -> new Iteration.Adding(1000);
                    default -> new Iteration.StoringKey();
                };
        world.perform(new Command.Iterate(map, iteration, closing));
        if (closing) {
            contents.gone(map);
        }
    }

    /// Loads a program whose code no run reaches.
    @When("{actor} that {unreached} in {map} is loaded")
    public void unreached(Actor actor, Unreached code, Handle map) {
        world.run(actor, _ -> new Step.Unreached(map, code.oddity(), code.number()));
    }
}
