package org.maptck.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was measured, and on which machine.
///
/// A line of the file is the name of a figure and its value in one round, or `fact`, a name of one
/// word and its text.
///
/// @param values by name, in the order of the file
record Figures(Map<String, List<Double>> values, Map<String, String> facts) {
    private static final String FACT = "fact";

    static Figures of(List<String> lines) {
        var values = new LinkedHashMap<String, List<Double>>();
        var facts = new LinkedHashMap<String, String>();
        for (String line : lines) {
            var words = line.split(" ", 3);
            if (words[0].equals(FACT)) {
                facts.put(words[1], words[2]);
            } else {
                values.computeIfAbsent(words[0], _ -> new ArrayList<>())
                        .add(Double.valueOf(words[1]));
            }
        }
        return new Figures(values, facts);
    }

    /// The figure of that name, if it was measured.
    Optional<Samples> find(String name) {
        return Optional.ofNullable(values.get(name))
                .map(all -> new Samples(all.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /// @throws IllegalArgumentException where it was not measured
    Samples get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " was not measured"));
    }

    /// The names that begin so.
    List<String> names(String start) {
        return values.keySet().stream().filter(name -> name.startsWith(start)).toList();
    }
}
