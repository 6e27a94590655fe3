package org.maptck.reports;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The traces that a page carries packed, each once.
final class PackedTraces {
    private final Map<List<String>, Integer> places = new LinkedHashMap<>();

    /// The place of a trace; none for one without entries.
    Optional<Integer> add(List<String> trace) {
        if (trace.isEmpty()) {
            return Optional.empty();
        }
        places.putIfAbsent(trace, places.size());
        return Optional.ofNullable(places.get(trace));
    }

    /// A line an entry, an empty line between two traces.
    String packed() throws IOException {
        return Packed.of(
                places.keySet().stream()
                        .map(trace -> String.join("\n", trace))
                        .collect(Collectors.joining("\n\n")));
    }
}
