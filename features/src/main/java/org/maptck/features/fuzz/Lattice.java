package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Platform;
import org.maptck.model.Step;
import org.maptck.reports.Face;

/// Which inputs were tried: for every command and step, by what key, with what flags, on maps of
/// which size.
@SuppressWarnings({"EnumOrdinal", "ArrayRecordComponent"})
public final class Lattice {
    /// What a key is to the map that it is for.
    enum KeyClass {
        NONE,
        FIRST,
        INSIDE,
        LAST,
        PAST,
        FAR,
        ODD
    }

    /// What a flag word is made of.
    enum FlagClass {
        NONE,
        ONE,
        SEVERAL,
        UNKNOWN
    }

    /// How large the values of the map are.
    enum SizeClass {
        SMALL,
        WORD,
        PADDED,
        WORDS,
        PAGE
    }

    private static final MapSpec USUAL = MapSpec.of(MapType.ARRAY, 8, 4);
    private static final String EMPTY = "  empty: ";
    private static final int SIZES = SizeClass.values().length;
    private static final int FLAGS = FlagClass.values().length;
    private static final int CELLS = KeyClass.values().length * FLAGS * SIZES;

    private final Traits traits;
    private final Map<Class<?>, Row> rows = new LinkedHashMap<>();
    private final MapSpec[] specs = new MapSpec[Handle.COUNT];

    /// What was counted of one kind.
    record Row(String name, Face face, long[] cells) {
        long total() {
            return Arrays.stream(cells).sum();
        }
    }

    Lattice(CommandLists lists, Platform platform) {
        traits = new Traits(platform);
        lists.kinds().forEach(kind -> rows.put(kind.type(), row(kind.type(), kind.face())));
        if (rows.containsKey(Command.Run.class)) {
            lists.steps().forEach(kind -> rows.put(kind.type(), row(kind.type(), kind.face())));
        }
    }

    private static Row row(Class<?> type, Face face) {
        boolean step = Step.class.isAssignableFrom(type);
        var name = (step ? "step " : "") + type.getSimpleName();
        return new Row(name, face, new long[CELLS]);
    }

    /// Counts a list.
    void count(List<Command> commands) {
        Arrays.fill(specs, USUAL);
        for (Command command : commands) {
            count(command);
        }
    }

    private void count(Command command) {
        switch (command) {
            case Command.Create(var map, var spec, _) -> specs[map.number()] = spec;
            case Command.Enveloped(var inner, _) -> count(inner);
            case Command.Race(var callers, _) -> callers.forEach(this::count);
            case Command.Run(_, _, _, var steps, _) -> steps.forEach(this::count);
            default -> {}
        }
        count(command.getClass(), traits.of(command));
    }

    private void count(Step step) {
        count(step.getClass(), traits.of(step));
    }

    private void count(Class<?> type, Traits.Of input) {
        var row = rows.get(type);
        if (row != null) {
            var spec = specs[input.map()];
            int key = input.key(spec).ordinal();
            int cell = (key * FLAGS + input.flags().ordinal()) * SIZES + size(spec).ordinal();
            row.cells()[cell]++;
        }
    }

    private static SizeClass size(MapSpec spec) {
        long size = spec.valueSize();
        if (size >= 4096) {
            return SizeClass.PAGE;
        }
        if (size == Long.BYTES) {
            return SizeClass.WORD;
        }
        if (size < Long.BYTES) {
            return SizeClass.SMALL;
        }
        return size % Long.BYTES == 0 ? SizeClass.WORDS : SizeClass.PADDED;
    }

    /// The table: a row a kind with its cells that were met of those that there are, and after it
    /// each cell that there is and that was not met.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%-26s %-8s %12s %10s".formatted("kind", "face", "times", "cells"));
        var empty = new ArrayList<String>();
        rows.forEach((type, row) -> {
            var missing = empty(row, traits.keyed(type), traits.flagged(type));
            int all = all(traits.keyed(type), traits.flagged(type));
            lines.add(
                    "%-26s %-8s %12d %10s"
                            .formatted(
                                    row.name(),
                                    row.face().id(),
                                    row.total(),
                                    all - missing.size() + "/" + all));
            missing.forEach(cell -> empty.add(EMPTY + row.name() + " " + cell));
        });
        lines.addAll(empty);
        return lines;
    }

    /// The cells that there are and that were not met, each after its kind.
    public List<String> empty() {
        return lines().stream()
                .filter(line -> line.startsWith(EMPTY))
                .map(line -> line.substring(EMPTY.length()))
                .toList();
    }

    /// How many cells there are.
    public long cells() {
        return rows.keySet().stream()
                .mapToLong(type -> all(traits.keyed(type), traits.flagged(type)))
                .sum();
    }

    /// How many cells there are, and how many of them were met, over all kinds.
    public String summary() {
        int all = 0;
        int missing = 0;
        for (var row : rows.entrySet()) {
            boolean keyed = traits.keyed(row.getKey());
            boolean flagged = traits.flagged(row.getKey());
            all += all(keyed, flagged);
            missing += empty(row.getValue(), keyed, flagged).size();
        }
        return (all - missing)
                + " of "
                + all
                + " cells of the input lattice, "
                + missing
                + " empty";
    }

    private static int all(boolean keyed, boolean flagged) {
        return (keyed ? KeyClass.values().length - 1 : 1) * (flagged ? FLAGS : 1) * SIZES;
    }

    private static List<String> empty(Row row, boolean keyed, boolean flagged) {
        var missing = new ArrayList<String>();
        for (int cell = 0; cell < CELLS; cell++) {
            var key = KeyClass.values()[cell / (FLAGS * SIZES)];
            var flag = FlagClass.values()[cell / SIZES % FLAGS];
            boolean there = keyed == (key != KeyClass.NONE) && (flagged || flag == FlagClass.NONE);
            if (there && row.cells()[cell] == 0) {
                var size = SizeClass.values()[cell % SIZES];
                missing.add(
                        ("key " + key + ", flags " + flag + ", value " + size)
                                .toLowerCase(Locale.ROOT));
            }
        }
        return missing;
    }
}
