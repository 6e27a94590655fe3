package org.maptck.json;

import org.maptck.model.Input;
import org.maptck.model.MapSpec;

/// The fields of a map's parameters, those with their usual value left out.
final class SpecForm implements ObjectForm<MapSpec> {
    private static final long U32 = 0xffff_ffffL;

    @Override
    public void writeFields(MapSpec spec, Sink out) {
        out.name("type").value(spec.type(), Words.TYPE);
        keySize(spec.keySize(), out);
        out.name("value_size").number(spec.valueSize());
        out.name("max_entries").number(spec.maxEntries());
        flagsAndName(spec.flags(), spec.name(), out);
        if (spec.numaNode() != 0) {
            out.name("numa_node").number(spec.numaNode());
        }
        if (spec.mapExtra() != 0) {
            out.name("map_extra").word(spec.mapExtra());
        }
        spec.lock().ifPresent(offset -> out.name("lock").number(offset));
        spec.exclusive().ifPresent(hash -> out.name("exclusive").value(hash, Json.INPUT));
    }

    static void keySize(long keySize, Sink out) {
        if (keySize != MapSpec.KEY_SIZE) {
            out.name("key_size").quantity(keySize);
        }
    }

    static void flagsAndName(long flags, String name, Sink out) {
        if (flags != 0) {
            out.name("flags").quantity(flags);
        }
        if (!name.isEmpty()) {
            out.name("name").text(name);
        }
    }

    @Override
    public MapSpec readFields(Fields in) {
        return new MapSpec(
                in.get("type", Words.TYPE),
                u32(in, "key_size", MapSpec.KEY_SIZE),
                u32(in.get("value_size")),
                u32(in.get("max_entries")),
                u32(in, "flags", 0),
                in.get("name", Json.TEXT, ""),
                in.get("numa_node", Words.NUMBER, 0),
                in.get("map_extra", Words.WORD, 0L),
                in.find("lock", Words.NUMBER),
                in.find("exclusive").map(SpecForm::hash));
    }

    private static Input hash(Node node) {
        var hash = Json.INPUT.read(node);
        if (hash instanceof Input.InMapping) {
            throw node.wrong("memory of its own");
        }
        return hash;
    }

    private static long u32(Fields in, String name, long absent) {
        return in.find(name).map(SpecForm::u32).orElse(absent);
    }

    private static long u32(Node node) {
        return node.number(0, U32);
    }
}
