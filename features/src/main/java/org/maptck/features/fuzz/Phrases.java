package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Mapping;
import org.maptck.model.MappingOption;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;

/// Commands in the phrases of the rules, one after the other; nothing where no phrase says a
/// command.
///
/// It follows which maps, mappings and names a scenario knows, as some phrases need that.
final class Phrases {
    private final Platform platform;
    private final Set<Handle> maps = new HashSet<>();
    private final Set<Mapping> mappings = new HashSet<>();
    private final Set<PinName> pins = new HashSet<>();

    Phrases(Platform platform) {
        this.platform = platform;
    }

    /// A phrase, and the rows of its table, if it has one.
    record Phrase(String words, List<List<String>> rows) {
        static Optional<Phrase> of(String words) {
            return Optional.of(new Phrase(words, List.of()));
        }
    }

    /// Whether a phrase may speak of a map by what it was created as.
    boolean knows(Handle map) {
        return maps.contains(map);
    }

    /// Notes what a command came to.
    void note(Command command, Outcome outcome, boolean said) {
        if (command instanceof Command.Enveloped(var inner, _)) {
            note(inner, outcome, said);
        }
        if (!(outcome instanceof Outcome.Done)) {
            return;
        }
        switch (command) {
            case Command.Create c -> maps.add(c.map());
            case Command.MapMemory c when maps.contains(c.map()) -> mappings.add(c.mapping());
            case Command.Pin c when said -> pins.add(c.name());
            case Command.Duplicate c when said -> maps.add(c.copy());
            case Command.OpenById c when said -> maps.add(c.map());
            case Command.OpenPin c when said -> maps.add(c.map());
            default -> {}
        }
    }

    Optional<Phrase> of(Command command) {
        return of(command, "");
    }

    private Optional<Phrase> of(Command command, String envelope) {
        return switch (command) {
            case Command.Create c -> created(c, envelope);
            case Command.Close c -> user("closes " + map(c.map()));
            case Command.Lookup c ->
                    both(key(c.key(), c.map()), into(c.value()))
                            .flatMap(words ->
                                    user(
                                            "looks up "
                                                    + inserted(words, flags(c.flags()))
                                                    + envelope));
            case Command.Update c -> updated(c, envelope);
            case Command.Delete c ->
                    key(c.key(), c.map()).flatMap(key -> user("deletes " + key + envelope));
            case Command.LookupAndDelete c ->
                    both(key(c.key(), c.map()), into(c.value()))
                            .flatMap(words ->
                                    user(
                                            "looks up and deletes "
                                                    + inserted(words, flags(c.flags()))
                                                    + envelope));
            case Command.NextKey c ->
                    both(key(c.key(), c.map()), into(c.next()))
                            .flatMap(words ->
                                    user(
                                            "asks for the key after "
                                                    + inserted(words, "")
                                                    + envelope));
            case Command.LookupBatch c -> batch(c, envelope);
            case Command.UpdateBatch c -> updatedBatch(c, envelope);
            case Command.DeleteBatch c ->
                    key(c.keys(), c.map())
                            .flatMap(key -> user(batch("deletes", c.count(), key, c.flags())));
            case Command.LookupAndDeleteBatch c ->
                    key(c.start(), c.map())
                            .flatMap(key ->
                                    user(batch("looks up and deletes", c.count(), key, c.flags())));
            case Command.Freeze c -> user("freezes " + map(c.map()) + envelope);
            case Command.GetInfo c -> user("describes " + map(c.map()) + envelope);
            case Command.MapMemory c when c.option() != MappingOption.NONE -> Optional.empty();
            case Command.MapMemory c ->
                    user(
                            "maps %d bytes of %s from %d bytes on as mapping %s %s%s"
                                    .formatted(
                                            c.length(),
                                            map(c.map()),
                                            c.offset(),
                                            c.mapping(),
                                            c.protection(),
                                            c.shared() ? "" : " privately"));
            case Command.ReadMemory c ->
                    user(
                            "loads %d bytes at %d bytes of mapping %s"
                                    .formatted(c.length(), c.offset(), c.mapping()));
            case Command.WriteMemory c ->
                    mappings.contains(c.mapping()) && c.bytes().size() > 0
                            ? user(
                                    "stores bytes %s at %d bytes of mapping %s"
                                            .formatted(c.bytes(), c.offset(), c.mapping()))
                            : Optional.empty();
            case Command.AddMemory c ->
                    mappings.contains(c.mapping())
                            ? user(
                                    "atomically adds %d to %d bytes at %d bytes of mapping %s"
                                            .formatted(
                                                    c.addend(), c.width(), c.offset(), c.mapping()))
                            : Optional.empty();
            case Command.Protect c ->
                    user("makes " + c.protection() + " of mapping " + c.mapping());
            case Command.Unmap c -> user("makes an end of mapping " + c.mapping());
            case Command.Run c -> new ProgramPhrases(this, platform).of(c);
            case Command.Race _ -> Optional.empty();
            case Command.Duplicate c ->
                    maps.contains(c.map())
                            ? user("opens a copy of " + map(c.map()) + as(c.copy()))
                            : Optional.empty();
            case Command.OpenById c ->
                    maps.contains(c.known())
                            ? opened("the id of " + map(c.known()), c.flags(), c.map())
                            : Optional.empty();
            case Command.Pin c ->
                    maps.contains(c.map())
                            ? user("makes the pin " + c.name() + " of " + map(c.map()))
                            : Optional.empty();
            case Command.OpenPin c ->
                    pins.contains(c.name())
                            ? opened("the pin " + c.name(), c.flags(), c.map())
                            : Optional.empty();
            case Command.Unpin c -> user("removes the pin " + c.name() + " of the map");
            case Command.Enveloped(var inner, var wrapping) -> of(inner, ", in " + wrapping);
            case Command.ReadInfo _,
                    Command.ShowDescriptor _,
                    Command.UseFile _,
                    Command.UseMapping _,
                    Command.ReadPin _,
                    Command.CreateOuter _,
                    Command.Insert _,
                    Command.OpenInner _,
                    Command.Iterate _,
                    Command.Deprived _ ->
                    Optional.empty();
        };
    }

    private static Optional<Phrase> user(String words) {
        return Phrase.of("user space " + words);
    }

    /// A map that there is, and what else there is to say in a table.
    private static Optional<Phrase> created(Command.Create c, String envelope) {
        var spec = c.spec();
        if (!spec.name().matches("[A-Za-z0-9_.-]*")
                || spec.mapExtra() < 0
                || spec.exclusive().isPresent()
                || !c.extras().equals(Extras.NONE)) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<String>>();
        row(rows, "map_type", spec.type().name(), "ARRAY");
        row(rows, "key_size", "" + spec.keySize(), "4");
        rows.add(List.of("value_size", "" + spec.valueSize()));
        rows.add(List.of("max_entries", "" + spec.maxEntries()));
        row(rows, "map_flags", Flags.ofCreate(spec.flags()), "0");
        row(rows, "map_name", spec.name(), "");
        row(rows, "numa_node", "" + spec.numaNode(), "0");
        row(rows, "map_extra", "" + spec.mapExtra(), "0");
        row(rows, "bpf_spin_lock", spec.lock().map(String::valueOf).orElse(""), "");
        if (!envelope.isEmpty()) {
            rows.add(List.of("(bpf_attr)", envelope.substring(", in ".length())));
        }
        return Optional.of(new Phrase(map(c.map()) + " is created with:", rows));
    }

    private static void row(List<List<String>> rows, String field, String value, String usual) {
        if (!value.equals(usual)) {
            rows.add(List.of(field, value));
        }
    }

    /// How a map that exists is told, where it is one without anything special.
    static Optional<Phrase> existing(Command.Create c) {
        var spec = c.spec();
        var plain = MapSpec.of(spec.type(), spec.valueSize(), spec.maxEntries());
        var words = flagWords(Flags.ofCreate(spec.flags()), spec.flags());
        if (words.isEmpty()
                || !c.extras().equals(Extras.NONE)
                || !spec.equals(plain.withFlags(spec.flags()))) {
            return Optional.empty();
        }
        var type =
                switch (spec.type()) {
                    case ARRAY -> "an array map";
                    case PERCPU_ARRAY -> "a per-CPU array map";
                    default -> "";
                };
        return type.isEmpty()
                ? Optional.empty()
                : Phrase.of(
                        "%s of %d element%s of %d byte%s%s%s"
                                .formatted(
                                        type,
                                        spec.maxEntries(),
                                        spec.maxEntries() == 1 ? "" : "s",
                                        spec.valueSize(),
                                        spec.valueSize() == 1 ? "" : "s",
                                        words.get(),
                                        as(c.map())));
    }

    private Optional<Phrase> updated(Command.Update c, String envelope) {
        if (!maps.contains(c.map())) {
            return Optional.empty();
        }
        return both(key(c.key(), c.map()), value(c.value()))
                .flatMap(words ->
                        user(
                                "updates "
                                        + words.getFirst()
                                        + " to "
                                        + words.getLast()
                                        + flags(c.flags())
                                        + envelope));
    }

    private Optional<Phrase> batch(Command.LookupBatch c, String envelope) {
        var key = key(c.start(), c.map());
        var keys = into(c.keys());
        var values = into(c.values());
        var cursor = into(c.cursor());
        if (key.isEmpty() || keys.isEmpty() || values.isEmpty() || cursor.isEmpty()) {
            return Optional.empty();
        }
        return user(
                batch("looks up", c.count(), key.get(), c.flags())
                        + part("keys", keys.get())
                        + part("values", values.get())
                        + part("cursor", cursor.get())
                        + envelope);
    }

    private static String part(String name, String into) {
        return into.isEmpty() ? "" : ", " + name + into;
    }

    private static String batch(String verb, long count, String key, long flags) {
        return verb + " a batch of " + count + " elements after " + key + flags(flags);
    }

    private Optional<Phrase> updatedBatch(Command.UpdateBatch c, String envelope) {
        if (!(c.keys() instanceof Input.Given(var keys))
                || !(c.values() instanceof Input.Given(var values))
                || !maps.contains(c.map())) {
            return Optional.empty();
        }
        int count = keys.size() / MapSpec.KEY_SIZE;
        if (count == 0
                || keys.size() % MapSpec.KEY_SIZE != 0
                || values.size() == 0
                || values.size() % count != 0) {
            return Optional.empty();
        }
        int size = values.size() / count;
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < count; i++) {
            var key = keys.slice(i * MapSpec.KEY_SIZE, (i + 1) * MapSpec.KEY_SIZE);
            rows.add(
                    List.of(
                            "" + key.number(MapSpec.KEY_SIZE, platform.byteOrder()),
                            "bytes " + values.slice(i * size, (i + 1) * size)));
        }
        var counted = c.count() == count ? "" : " counted as " + c.count();
        var words = map(c.map()) + counted + flags(c.flags()) + envelope + ":";
        return Optional.of(new Phrase("user space updates a batch of " + words, rows));
    }

    private static Optional<Phrase> opened(String source, long flags, Handle map) {
        return flagWords(Flags.ofCreate(flags), flags)
                .flatMap(words -> user("opens " + source + words + as(map)));
    }

    /// The words for creation flags; nothing where they do not begin with a name.
    private static Optional<String> flagWords(String printed, long flags) {
        if (flags == 0) {
            return Optional.of("");
        }
        return printed.startsWith("BPF_F_") ? Optional.of(" with " + printed) : Optional.empty();
    }

    static String map(Handle map) {
        return map.equals(Handle.A) ? "the map" : "map " + map;
    }

    private static String as(Handle map) {
        return map.equals(Handle.A) ? "" : " as map " + map;
    }

    static String of(Handle map) {
        return map.equals(Handle.A) ? "" : " of map " + map;
    }

    static String flags(long flags) {
        return flags == 0 ? "" : " with " + Flags.ofElement(flags);
    }

    private Optional<String> key(Input key, Handle map) {
        return switch (key) {
            case Input.Given(var bytes) when bytes.size() == MapSpec.KEY_SIZE ->
                    Optional.of(
                            "index "
                                    + bytes.number(MapSpec.KEY_SIZE, platform.byteOrder())
                                    + of(map));
            case Input.Given(var bytes) when bytes.size() > 0 ->
                    Optional.of("the key " + bytes + of(map));
            case Input.Null _ -> Optional.of("no key" + of(map));
            case Input.Unreadable _ -> Optional.of("an unreadable key" + of(map));
            case Input.Given _, Input.InMapping _ -> Optional.empty();
        };
    }

    private static Optional<String> value(Input value) {
        return switch (value) {
            case Input.Given(var bytes) -> bytes(bytes);
            case Input.Null _ -> Optional.of("no value");
            case Input.Unreadable _ -> Optional.of("an unreadable value");
            case Input.InMapping _ -> Optional.empty();
        };
    }

    static Optional<String> bytes(Bytes bytes) {
        return bytes.size() == 0 ? Optional.empty() : Optional.of("bytes " + bytes);
    }

    private static Optional<String> into(Output output) {
        return switch (output) {
            case Output.Fits _ -> Optional.of("");
            case Output.Room(int size) -> Optional.of(" into a buffer of " + size + " bytes");
            case Output.Null _ -> Optional.of(" into no buffer");
            case Output.InMapping _ -> Optional.empty();
        };
    }

    private static Optional<List<String>> both(Optional<String> one, Optional<String> other) {
        return one.flatMap(first -> other.map(second -> List.of(first, second)));
    }

    private static String inserted(List<String> words, String between) {
        return words.getFirst() + between + words.getLast();
    }
}
