package org.maptck.features.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.maptck.model.Bytes;
import org.maptck.model.Flags;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;

/// An outcome with several parts, each under the name that scenarios use for it.
record Report(Map<String, String> fields) {
    static Report of(Outcome outcome, Platform platform) {
        return switch (outcome) {
            case Outcome.Described(var info) ->
                    new Report(
                            Map.of(
                                    "map_extra", Long.toString(info.mapExtra()),
                                    "type", info.type().name(),
                                    "key_size", Long.toString(info.keySize()),
                                    "value_size", Long.toString(info.valueSize()),
                                    "max_entries", Long.toString(info.maxEntries()),
                                    "map_flags", Flags.ofCreate(info.flags()),
                                    "name", info.name()));
            case Outcome.Batched batch -> batch(batch, platform);
            case Outcome.Informed informed -> new Report(Printing.fields(informed, platform));
            case Outcome.Printed(var text) -> new Report(Printing.fields(text, platform));
            case Outcome.Visited(long returned, var keys, var values) ->
                    new Report(
                            Map.of(
                                    "returned", Long.toString(returned),
                                    "keys", spaced(keys.stream().map(Object::toString)),
                                    "values",
                                            values.stream()
                                                    .map(Bytes::toString)
                                                    .collect(Collectors.joining())));
            case Outcome.Done _,
                    Outcome.Refused _,
                    Outcome.Found _,
                    Outcome.Absent _,
                    Outcome.Returned _,
                    Outcome.Filled _,
                    Outcome.Ran _,
                    Outcome.Raced _,
                    Outcome.Unsupported _ ->
                    new Report(Map.of());
        };
    }

    private static Report batch(Outcome.Batched batch, Platform platform) {
        var fields = new HashMap<String, String>();
        fields.put("errno", batch.refusal().map(Enum::name).orElse("none"));
        fields.put("count", Long.toString(batch.count()));
        fields.put("keys", keys(batch.keys(), platform));
        fields.put("values", batch.values().toString());
        fields.put("cursor", batch.cursor().map(key -> keys(key, platform)).orElse("none"));
        return new Report(fields);
    }

    private static String keys(Bytes keys, Platform platform) {
        var indexes = new java.util.ArrayList<String>();
        for (int at = 0; at + MapSpec.KEY_SIZE <= keys.size(); at += MapSpec.KEY_SIZE) {
            var key = keys.slice(at, at + MapSpec.KEY_SIZE);
            indexes.add(Long.toString(key.number(MapSpec.KEY_SIZE, platform.byteOrder())));
        }
        return String.join(" ", indexes);
    }

    private static String spaced(java.util.stream.Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }

    boolean has(Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(field -> field.getValue().equals(fields.get(field.getKey())));
    }
}
