package org.maptck.features.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maptck.features.Mismatch;
import org.maptck.features.Words;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// What every element of a scenario's maps must hold: zeros, until a step that was seen to succeed
/// wrote something else.
public final class Contents {
    private static final int LOOKED_AT = 64;

    private final World world;
    private final Map<Handle, Map<Long, Bytes>> known = new TreeMap<>();
    private final Map<Handle, Set<Long>> touched = new HashMap<>();
    private final Map<Handle, Map<Long, Bytes>> last = new HashMap<>();

    public Contents(World world) {
        this.world = world;
    }

    /// A new map: all zeros.
    public void created(Handle map) {
        last.put(map, new HashMap<>());
        known.put(map, last.get(map));
        touched.put(map, new TreeSet<>());
    }

    /// The map is not looked at any more through this handle.
    public void gone(Handle map) {
        known.remove(map);
    }

    /// A handle is bound to the map that another one is bound to, or was.
    ///
    /// @param readable whether the map can be looked at through it
    public void same(Handle map, Handle original, boolean readable) {
        var values = last.computeIfAbsent(original, _ -> new HashMap<>());
        last.put(map, values);
        touched.put(map, touched.computeIfAbsent(original, _ -> new TreeSet<>()));
        if (readable) {
            known.put(map, values);
        } else {
            known.remove(map);
        }
    }

    /// A step that may write names this element: it is not one of those that "else" speaks of.
    public void touches(Handle map, long index) {
        touched.computeIfAbsent(map, _ -> new TreeSet<>()).add(index);
    }

    /// The element was seen to hold this.
    public void holds(Handle map, long index, Bytes value) {
        last.computeIfAbsent(map, _ -> new HashMap<>()).put(index, value);
    }

    /// Demands that every element holds what it held, but for those that a step named.
    public void checkOthers() {
        check(true);
    }

    /// Demands that every element holds what it held.
    public void checkAll() {
        check(false);
    }

    private void check(boolean exceptTouched) {
        known.forEach((map, values) -> {
            var spec = world.spec(map);
            var wanted = new TreeMap<Long, Bytes>();
            for (long index : indexes(spec, values.keySet())) {
                if (!exceptTouched || !touched.getOrDefault(map, Set.of()).contains(index)) {
                    wanted.put(index, values.getOrDefault(index, zeros(spec)));
                }
            }
            check(map, wanted);
        });
    }

    /// Demands that an element holds a value, as user space sees it.
    public void check(Handle map, long index, Bytes value) {
        check(map, new TreeMap<>(Map.of(index, value)));
    }

    private void check(Handle map, NavigableMap<Long, Bytes> wanted) {
        var lookups = new ArrayList<Command>();
        wanted.keySet().forEach(index -> lookups.add(lookup(map, index)));
        var seen = world.perform(lookups).iterator();
        wanted.forEach((index, value) -> demand(map, index, value, seen.next()));
    }

    private Command lookup(Handle map, long index) {
        var key = new Input.Given(world.platform().key(index));
        return new Command.Lookup(map, key, Flags.ANY, new Output.Fits());
    }

    private static void demand(Handle map, long index, Bytes value, Outcome seen) {
        if (!seen.equals(new Outcome.Found(value))) {
            throw new Mismatch(
                    "index " + index + " of map " + map + " to hold " + Words.of(value),
                    Words.of(seen));
        }
    }

    private Bytes zeros(MapSpec spec) {
        return Bytes.zeros((int) spec.userValueSize(world.platform().cpuCount()));
    }

    /// The elements that a look at the whole map takes: all of a small one; of a large one the
    /// first, the last, some between, and those that were written.
    public static NavigableSet<Long> indexes(MapSpec spec, Set<Long> written) {
        var indexes = new TreeSet<>(written);
        long last = spec.maxEntries() - 1;
        long stride = Math.max(1, spec.maxEntries() / LOOKED_AT);
        for (long index = 0; index <= last; index += stride) {
            indexes.add(index);
        }
        indexes.add(last);
        return indexes;
    }
}
