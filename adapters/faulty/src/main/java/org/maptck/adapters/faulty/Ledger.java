package org.maptck.adapters.faulty;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;

/// What the callers of an implementation believe of it.
final class Ledger {
    private static final MapSpec UNKNOWN = MapSpec.of(MapType.UNKNOWN, 0, 0);

    private final Map<Handle, MapSpec> specs = new HashMap<>();
    private final Map<Mapping, Command.MapMemory> mappings = new HashMap<>();
    private final Map<Handle, Handle> templates = new HashMap<>();
    private final Set<Handle> inside = new HashSet<>();
    private final Map<Handle, Handle> originals = new HashMap<>();
    private final Set<Handle> frozen = new HashSet<>();
    private long commands;

    MapSpec spec(Handle map) {
        return specs.getOrDefault(map, UNKNOWN);
    }

    Map<Handle, MapSpec> specs() {
        return specs;
    }

    Optional<Command.MapMemory> mapping(Mapping mapping) {
        return Optional.ofNullable(mappings.get(mapping));
    }

    Map<Mapping, Command.MapMemory> mappings() {
        return mappings;
    }

    boolean frozen(Handle map) {
        return frozen.contains(map);
    }

    /// Handles that were made as copies of this one.
    List<Handle> copies(Handle map) {
        return originals.keySet().stream().filter(copy -> map.equals(originals.get(copy))).toList();
    }

    /// Whether a handle is that of a map of maps.
    boolean outer(Handle map) {
        return templates.containsKey(map);
    }

    /// Whether a map of maps has lost its template.
    boolean templateClosed(Handle map) {
        return templates.containsKey(map) && !specs.containsKey(templates.get(map));
    }

    /// Whether the map of a handle was put into a map of maps.
    boolean inside(Handle map) {
        return inside.contains(map);
    }

    /// How many commands there were before this one.
    long commands() {
        return commands;
    }

    void note(Command command, Outcome outcome) {
        commands++;
        if (outcome instanceof Outcome.Done) {
            noteDone(command);
        }
    }

    private void noteDone(Command command) {
        if (command instanceof Command.Create(var map, var spec, _)) {
            specs.put(map, spec);
            frozen.remove(map);
        } else if (command instanceof Command.Duplicate(var map, var copy)) {
            specs.put(copy, spec(map));
            originals.put(copy, map);
        } else if (command instanceof Command.CreateOuter outer) {
            specs.put(outer.map(), spec(outer.template()));
            templates.put(outer.map(), outer.template());
        } else if (command instanceof Command.Insert insert) {
            inside.add(insert.inner());
        } else if (command instanceof Command.Close(var map)) {
            specs.remove(map);
            frozen.remove(map);
        } else if (command instanceof Command.Freeze(var map)) {
            frozen.add(map);
        } else if (command instanceof Command.MapMemory made) {
            mappings.put(made.mapping(), made);
        } else if (command instanceof Command.Unmap(var mapping)) {
            mappings.remove(mapping);
        }
    }

    void clear() {
        specs.clear();
        originals.clear();
        templates.clear();
        inside.clear();
        mappings.clear();
        frozen.clear();
        commands = 0;
    }
}
