package org.maptck.features.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What came of mutants of the model that were judged by the recorded answers of kernels: how many
/// each class has and how many of them a recorded answer contradicts, and why the others are let
/// live.
///
/// In text it is a line a class, as in `ArrayMap 45 of 50`, and then a line a survivor:
/// `ArrayMap.read Math 2: why`, where the number counts the mutants of that kind in the method.
public record Mutants(SortedMap<String, Count> classes, List<Survivor> survivors) {
    /// The name of the resource.
    public static final String FILE = "mutants.txt";

    private static final String OF = " of ";

    /// Mutants of a class.
    public record Count(int killed, int all) {
        Count plus(boolean kill) {
            return new Count(killed + (kill ? 1 : 0), all + 1);
        }
    }

    /// A mutant that no recorded answer contradicts.
    ///
    /// @param place class, method, kind of mutant and number
    /// @param why empty where nobody has said it
    public record Survivor(String place, String why) {
        String type() {
            return place.substring(0, place.lastIndexOf('.', place.indexOf(' ')));
        }
    }

    /// What comes with the kit.
    public static Mutants bundled() throws IOException {
        try (InputStream in = Mutants.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IOException("no resource /" + FILE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// What [#text] wrote.
    ///
    /// @throws IllegalArgumentException for any other line
    public static Mutants parse(String text) {
        var classes = new TreeMap<String, Count>();
        var survivors = new ArrayList<Survivor>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon >= 0) {
                survivors.add(
                        new Survivor(line.substring(0, colon), line.substring(colon + 1).strip()));
            } else {
                count(line, classes);
            }
        }
        return new Mutants(classes, survivors);
    }

    private static void count(String line, Map<String, Count> classes) {
        int space = line.indexOf(' ');
        int of = line.indexOf(OF);
        if (space < 0 || of < space) {
            throw new IllegalArgumentException(
                    "mutants '" + line + "', wanted a class and 'KILLED of ALL'");
        }
        int killed = Integer.parseInt(line.substring(space + 1, of));
        int all = Integer.parseInt(line.substring(of + OF.length()));
        classes.put(line.substring(0, space), new Count(killed, all));
    }

    /// With the result of another run of the mutations, in which some classes or all were changed,
    /// and the reasons that were given before for those that still live.
    public Mutants renewed(List<Mutation> mutations) {
        var reasons = new HashMap<String, String>();
        survivors.forEach(known -> reasons.put(known.place(), known.why()));
        var again = mutations.stream().map(Mutation::type).collect(Collectors.toSet());
        var counted = new TreeMap<>(classes);
        counted.keySet().removeAll(again);
        var living = new ArrayList<>(survivors);
        living.removeIf(known -> again.contains(known.type()));
        Map<String, Integer> numbers = new HashMap<>();
        for (Mutation mutation : mutations) {
            var place = mutation.place();
            place += " " + numbers.merge(place, 1, Integer::sum);
            counted.merge(
                    mutation.type(),
                    new Count(0, 0).plus(mutation.killed()),
                    (before, _) -> before.plus(mutation.killed()));
            if (!mutation.killed()) {
                living.add(new Survivor(place, reasons.getOrDefault(place, "")));
            }
        }
        living.sort(Comparator.comparing(Survivor::type));
        return new Mutants(counted, living);
    }

    /// All classes together.
    public Count all() {
        return new Count(
                classes.values().stream().mapToInt(Count::killed).sum(),
                classes.values().stream().mapToInt(Count::all).sum());
    }

    /// A line a class, and a line a survivor.
    public String text() {
        var text = new StringBuilder();
        classes.forEach((name, count) ->
                text.append(name + " " + count.killed() + OF + count.all() + "\n"));
        survivors.forEach(one -> text.append(one.place() + ": " + one.why() + "\n"));
        return text.toString();
    }
}
