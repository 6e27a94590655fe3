package org.maptck.json;

import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;

/// What a map says of itself, in the fields of its parameters.
final class InfoForm implements ObjectForm<MapInfo> {
    @Override
    public void writeFields(MapInfo info, Sink out) {
        out.name("type").value(info.type(), Words.TYPE);
        SpecForm.keySize(info.keySize(), out);
        out.name("value_size").quantity(info.valueSize());
        out.name("max_entries").quantity(info.maxEntries());
        SpecForm.flagsAndName(info.flags(), info.name(), out);
        if (info.id() != 0) {
            out.name("id").quantity(info.id());
        }
        if (info.mapExtra() != 0) {
            out.name("map_extra").word(info.mapExtra());
        }
    }

    @Override
    public MapInfo readFields(Fields in) {
        return new MapInfo(
                in.get("type", Words.TYPE),
                in.get("key_size", Words.QUANTITY, (long) MapSpec.KEY_SIZE),
                in.get("value_size").quantity(),
                in.get("max_entries").quantity(),
                in.get("flags", Words.QUANTITY, 0L),
                in.get("name", Json.TEXT, ""),
                in.get("id", Words.QUANTITY, 0L),
                in.get("map_extra", Words.WORD, 0L));
    }
}
