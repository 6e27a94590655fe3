package org.maptck.features.steps;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maptck.model.Extras;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.InfoRequest;
import org.maptck.model.Privilege;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// The fields of tables about whole maps that few scenarios name.
final class CreationTable {
    private CreationTable() {}

    /// The caller of the row `(caller)`: `root`, `nobody`, or capabilities joined by `+`.
    static Actor caller(Map<String, String> rows) {
        var caller = rows.getOrDefault("(caller)", "root");
        return new Actor.UserSpace(
                switch (caller) {
                    case "root" -> Privilege.all();
                    case "nobody" -> Actor.privileges("");
                    default -> Actor.privileges(caller.replace('+', '|'));
                });
    }

    static Extras extras(Map<String, String> rows) {
        return new Extras(
                foreign(rows, "inner_map_fd"),
                Integer.parseInt(rows.getOrDefault("map_ifindex", "0")),
                Integer.parseInt(rows.getOrDefault("btf_vmlinux_value_type_id", "0")),
                foreign(rows, "value_type_btf_obj_fd"),
                foreign(rows, "map_token_fd"),
                new Types(
                        Types.Source.valueOf(upper(rows, "btf_fd")),
                        type(rows, "btf_key_type"),
                        type(rows, "btf_value_type")));
    }

    private static ForeignDescriptor foreign(Map<String, String> rows, String field) {
        return ForeignDescriptor.valueOf(upper(rows, field));
    }

    private static String upper(Map<String, String> rows, String field) {
        return rows.getOrDefault(field, "none").toUpperCase(Locale.ROOT);
    }

    private static Optional<TypeShape> type(Map<String, String> rows, String field) {
        return Optional.ofNullable(rows.get(field))
                .filter(words -> !words.equals("none"))
                .map(TypeShape::of);
    }

    /// Memory of `info_len` bytes, the first `(filled)` of them ff, at NULL where `info` is `NULL`;
    /// with `hash_size` a hash is asked for, into `hash`: `writable`, `NULL` or `unwritable`.
    static InfoRequest request(Map<String, String> rows) {
        var hash = rows.getOrDefault("hash", "writable");
        return new InfoRequest(
                Long.parseLong(rows.getOrDefault("info_len", "104")),
                Integer.parseInt(rows.getOrDefault("(filled)", "0")),
                !rows.getOrDefault("info", "").equals("NULL"),
                Optional.ofNullable(rows.get("hash_size"))
                        .map(size ->
                                new InfoRequest.Hash(
                                        Integer.parseInt(size),
                                        !hash.equals("NULL"),
                                        hash.equals("writable"))));
    }
}
