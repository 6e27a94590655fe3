package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.OuterKind;
import org.maptck.model.Platform;
import org.maptck.model.Protection;

/// Every two callers of a few at once, in groups by what they may see of each other: the name of a
/// race begins with that of its group.
public record RaceTable(Platform platform) {
    /// Nobody writes: each sees what it would see alone.
    public static final String READING = "race-reading-";

    /// Programs on CPUs of their own in a per-CPU array: the same.
    public static final String APART = "race-apart-";

    /// Stores of the same bytes in the same place: readers see bytes that were there or are stored.
    public static final String STORING = "race-storing-";

    /// The same under the element's lock: readers see a whole value.
    public static final String LOCKED = "race-locked-";

    /// What is stored depends on what is there: readers see anything of the right size.
    public static final String CHANGING = "race-changing-";

    /// Both add the same to the same place: each sum is seen once.
    public static final String ADDING = "race-adding-";

    /// Maps, names and descriptors come and go: anything may be seen.
    public static final String WORLD = "race-world-";

    static final Handle MAP = Handle.A;
    static final Handle OUTER = new Handle(2);
    static final Mapping MAPPING = new Mapping(0);
    static final int VALUE = 8;
    static final int ENTRIES = 4;
    private static final int TIMES = 64;

    /// All of them by name, each with what has to be there before.
    public SequencedMap<String, List<Command>> named() {
        var races = new LinkedHashMap<String, List<Command>>();
        var callers = new RaceCallers(platform);
        var plain = before(spec(MapType.ARRAY).withFlags(Flags.MMAPABLE), true);
        var perCpu = before(spec(MapType.PERCPU_ARRAY), false);
        var locked = before(spec(MapType.ARRAY).withLock(0), false);
        among(races, READING, plain, callers.readers());
        between(races, STORING, plain, callers.readers(), callers.stores());
        among(races, STORING + "both-", plain, callers.stores());
        between(races, CHANGING, plain, callers.readers(), callers.changes());
        between(races, CHANGING + "both-", plain, callers.stores(), callers.changes());
        among(races, CHANGING + "alone-", plain, callers.changes());
        for (int i = 0; i < callers.adders(0).size(); i++) {
            add(races, ADDING + i, plain, callers.adders(0).get(i), callers.adders(1).get(i));
        }
        between(races, WORLD, plain, callers.world(), callers.readers());
        between(races, APART, perCpu, callers.local(0), callers.local(1));
        between(races, CHANGING + "cpu-", perCpu, callers.local(0), callers.local(0));
        between(races, CHANGING + "slots-", perCpu, callers.local(0), callers.slots(1));
        between(races, LOCKED, locked, callers.lockedReaders(), callers.lockedStores());
        between(
                races,
                STORING + "unlocked-",
                locked,
                callers.openReaders(),
                callers.lockedStores());
        between(races, STORING + "open-", locked, callers.lockedReaders(), callers.openStores());
        return races;
    }

    private static MapSpec spec(MapType type) {
        return MapSpec.of(type, VALUE, ENTRIES);
    }

    private List<Command> before(MapSpec spec, boolean mapped) {
        var before = new ArrayList<Command>();
        before.add(new Command.Create(MAP, spec));
        IntStream.range(0, ENTRIES).forEach(i -> before.add(RaceCallers.fill(platform, i)));
        if (mapped) {
            before.add(new Command.CreateOuter(OUTER, OuterKind.ARRAY_OF_MAPS, 1, MAP));
            before.add(new Command.Insert(OUTER, 0, MAP));
            before.add(
                    new Command.MapMemory(
                            MAPPING, MAP, 0, platform.pageSize(), Protection.READ_WRITE, true));
        }
        return before;
    }

    private static void among(
            Map<String, List<Command>> races,
            String group,
            List<Command> before,
            List<Command> callers) {
        for (int i = 0; i < callers.size(); i++) {
            for (int j = i; j < callers.size(); j++) {
                add(races, group + i + "-" + j, before, callers.get(i), callers.get(j));
            }
        }
    }

    private static void between(
            Map<String, List<Command>> races,
            String group,
            List<Command> before,
            List<Command> some,
            List<Command> others) {
        for (int i = 0; i < some.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                add(races, group + i + "-" + j, before, some.get(i), others.get(j));
            }
        }
    }

    private static void add(
            Map<String, List<Command>> races,
            String name,
            List<Command> before,
            Command one,
            Command other) {
        var commands = new ArrayList<>(before);
        commands.add(new Command.Race(List.of(one, other), TIMES));
        races.put(name, commands);
    }

    static Input key(Platform platform, long index) {
        return new Input.Given(platform.key(index));
    }
}
