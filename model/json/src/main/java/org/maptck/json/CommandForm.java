package org.maptck.json;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.maptck.model.Command;
import org.maptck.model.Command.*;
import org.maptck.model.Envelope;
import org.maptck.model.Handle;
import org.maptck.model.Loading;
import org.maptck.model.Mapping;
import org.maptck.model.MappingOption;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Protection;

/// A command is an object of what to `do` and its arguments.
final class CommandForm implements ObjectForm<Command> {
    private static final SpecForm SPEC = new SpecForm();
    private static final ExtrasForm EXTRAS = new ExtrasForm();
    private static final InfoRequestForm REQUEST = new InfoRequestForm();

    @Override
    public void writeFields(Command command, Sink out) {
        switch (command) {
            case Create(var map, var spec, var extras) -> {
                SPEC.writeFields(spec, on(map, "create", out));
                EXTRAS.writeFields(extras, out);
            }
            case Close(var map) -> on(map, "close", out);
            case Lookup(var map, var key, var flags, var value) -> {
                on(map, "lookup", out).name("key").value(key, Json.INPUT);
                output("value", value, out);
                flags(flags, out);
            }
            case Update(var map, var key, var value, var flags) -> {
                on(map, "update", out).name("key").value(key, Json.INPUT);
                flags(flags, out.name("value").value(value, Json.INPUT));
            }
            case Delete(var map, var key) ->
                    on(map, "delete", out).name("key").value(key, Json.INPUT);
            case LookupAndDelete(var map, var key, var flags, var value) -> {
                on(map, "lookup-and-delete", out).name("key").value(key, Json.INPUT);
                output("value", value, out);
                flags(flags, out);
            }
            case NextKey(var map, var key, var next) -> {
                on(map, "next-key", out).name("key").value(key, Json.INPUT);
                output("next", next, out);
            }
            case LookupBatch batch -> lookupBatch(batch, out);
            case UpdateBatch(var map, var keys, var values, var count, var flags) -> {
                on(map, "update-batch", out).name("keys").value(keys, Json.INPUT);
                out.name("values").value(values, Json.INPUT);
                flags(flags, out.name("count").quantity(count));
            }
            case DeleteBatch(var map, var keys, var count, var flags) -> {
                on(map, "delete-batch", out).name("keys").value(keys, Json.INPUT);
                flags(flags, out.name("count").quantity(count));
            }
            case LookupAndDeleteBatch(var map, var start, var count, var flags) -> {
                on(map, "lookup-and-delete-batch", out).name("start").value(start, Json.INPUT);
                flags(flags, out.name("count").quantity(count));
            }
            case Freeze(var map) -> on(map, "freeze", out);
            case GetInfo(var map) -> on(map, "get-info", out);
            case MapMemory memory -> mapMemory(memory, out);
            case ReadMemory(var mapping, var offset, var length) ->
                    in(mapping, "read-memory", out)
                            .name("offset")
                            .quantity(offset)
                            .name("length")
                            .number(length);
            case WriteMemory(var mapping, var offset, var bytes) ->
                    in(mapping, "write-memory", out)
                            .name("offset")
                            .quantity(offset)
                            .name("bytes")
                            .bytes(bytes);
            case AddMemory(var mapping, var offset, var width, var addend) -> {
                in(mapping, "add-memory", out).name("offset").quantity(offset);
                out.name("width").number(width).name("addend").word(addend);
            }
            case Protect(var mapping, var protection) ->
                    in(mapping, "protect", out)
                            .name("protection")
                            .value(protection, Words.PROTECTION);
            case UseMapping(var mapping, var use) ->
                    in(mapping, "use-mapping", out).name("use").value(use, Words.MAPPING_USE);
            case Unmap(var mapping) -> in(mapping, "unmap", out);
            case ReadInfo(var map, var request) ->
                    REQUEST.writeFields(request, on(map, "read-info", out));
            case ShowDescriptor(var map) -> on(map, "show-descriptor", out);
            case UseFile(var map, var use) ->
                    on(map, "use-file", out).name("use").value(use, Words.FILE_USE);
            case ReadPin(var name) -> verb("read-pin", out).name("name").text(name.text());
            case Deprived(var inner, var privileges) ->
                    verb("deprived", out)
                            .name("command")
                            .value(inner, Json.COMMAND)
                            .name("privileges")
                            .list(List.copyOf(privileges), Words.PRIVILEGE);
            case Run run -> run(run, out);
            case Race(var callers, int times) ->
                    verb("race", out)
                            .name("callers")
                            .list(callers, Json.COMMAND)
                            .name("times")
                            .number(times);
            case Duplicate(var map, var copy) ->
                    on(map, "duplicate", out).name("copy").value(copy, Words.HANDLE);
            case OpenById(var map, var known, long flags) -> {
                on(map, "open-by-id", out).name("known").value(known, Words.HANDLE);
                flags(flags, out);
            }
            case Pin(var map, var name) -> on(map, "pin", out).name("name").text(name.text());
            case OpenPin(var map, var name, long flags) ->
                    flags(flags, on(map, "open-pin", out).name("name").text(name.text()));
            case Unpin(var name) -> verb("unpin", out).name("name").text(name.text());
            case CreateOuter(var map, var kind, long maxEntries, var template) ->
                    on(map, "create-outer", out)
                            .name("kind")
                            .value(kind, Words.OUTER_KIND)
                            .name("max_entries")
                            .quantity(maxEntries)
                            .name("template")
                            .value(template, Words.HANDLE);
            case Insert(var map, long index, var inner) ->
                    on(map, "insert", out)
                            .name("index")
                            .quantity(index)
                            .name("inner")
                            .value(inner, Words.HANDLE);
            case OpenInner(var map, var outer, long index) ->
                    on(map, "open-inner", out)
                            .name("outer")
                            .value(outer, Words.HANDLE)
                            .name("index")
                            .quantity(index);
            case Iterate(var map, var iteration, boolean closing) -> {
                IterationForm.write(iteration, on(map, "iterate", out));
                if (closing) {
                    out.name("closing").flag(true);
                }
            }
            case Enveloped(var inner, var envelope) -> {
                verb("enveloped", out).name("command").value(inner, Json.COMMAND);
                envelope(envelope, out);
            }
        }
    }

    private static Sink verb(String verb, Sink out) {
        return out.name("do").text(verb);
    }

    private static Sink on(Handle map, String verb, Sink out) {
        return verb(verb, out).name("map").value(map, Words.HANDLE);
    }

    private static Sink in(Mapping mapping, String verb, Sink out) {
        return verb(verb, out).name("mapping").value(mapping, Words.MAPPING);
    }

    private static void output(String name, Output output, Sink out) {
        if (!(output instanceof Output.Fits)) {
            out.name(name).value(output, Json.OUTPUT);
        }
    }

    static void flags(long flags, Sink out) {
        if (flags != 0) {
            out.name("flags").word(flags);
        }
    }

    private static void lookupBatch(LookupBatch batch, Sink out) {
        on(batch.map(), "lookup-batch", out).name("start").value(batch.start(), Json.INPUT);
        output("cursor", batch.cursor(), out);
        output("keys", batch.keys(), out);
        output("values", batch.values(), out);
        flags(batch.flags(), out.name("count").quantity(batch.count()));
    }

    private static void mapMemory(MapMemory memory, Sink out) {
        in(memory.mapping(), "map-memory", out).name("map").value(memory.map(), Words.HANDLE);
        out.name("offset").quantity(memory.offset());
        out.name("length").quantity(memory.length());
        out.name("protection").value(memory.protection(), Words.PROTECTION);
        if (!memory.shared()) {
            out.name("shared").flag(false);
        }
        if (memory.option() != MappingOption.NONE) {
            out.name("option").value(memory.option(), Words.MAPPING_OPTION);
        }
    }

    private static void run(Run run, Sink out) {
        verb("run", out).name("cpu").number(run.cpu());
        if (!run.packet().equals(Run.NO_PACKET)) {
            out.name("packet").bytes(run.packet());
        }
        if (run.repeat() != 1) {
            out.name("repeat").number(run.repeat());
        }
        if (run.loading() != Loading.CLASSIFIER) {
            out.name("loading").value(run.loading(), Words.LOADING);
        }
        out.name("steps").list(run.steps(), Json.STEP);
    }

    @Override
    public Command readFields(Fields in) {
        return switch (in.get("do").text()) {
            case "create" -> new Create(map(in), SPEC.readFields(in), EXTRAS.readFields(in));
            case "close" -> new Close(map(in));
            case "lookup" ->
                    new Lookup(map(in), in.get("key", Json.INPUT), flags(in), output(in, "value"));
            case "update" ->
                    new Update(
                            map(in),
                            in.get("key", Json.INPUT),
                            in.get("value", Json.INPUT),
                            flags(in));
            case "delete" -> new Delete(map(in), in.get("key", Json.INPUT));
            case "lookup-and-delete" ->
                    new LookupAndDelete(
                            map(in), in.get("key", Json.INPUT), flags(in), output(in, "value"));
            case "next-key" -> new NextKey(map(in), in.get("key", Json.INPUT), output(in, "next"));
            case "lookup-batch" ->
                    new LookupBatch(
                            map(in),
                            in.get("start", Json.INPUT),
                            output(in, "cursor"),
                            output(in, "keys"),
                            output(in, "values"),
                            in.get("count").quantity(),
                            flags(in));
            case "update-batch" ->
                    new UpdateBatch(
                            map(in),
                            in.get("keys", Json.INPUT),
                            in.get("values", Json.INPUT),
                            in.get("count").quantity(),
                            flags(in));
            case "delete-batch" ->
                    new DeleteBatch(
                            map(in),
                            in.get("keys", Json.INPUT),
                            in.get("count").quantity(),
                            flags(in));
            case "lookup-and-delete-batch" ->
                    new LookupAndDeleteBatch(
                            map(in),
                            in.get("start", Json.INPUT),
                            in.get("count").quantity(),
                            flags(in));
            case "freeze" -> new Freeze(map(in));
            case "get-info" -> new GetInfo(map(in));
            case "map-memory" ->
                    new MapMemory(
                            mapping(in),
                            map(in),
                            offset(in),
                            in.get("length").quantity(),
                            protection(in),
                            in.find("shared").map(Node::flag).orElse(true),
                            in.get("option", Words.MAPPING_OPTION, MappingOption.NONE));
            case "read-memory" ->
                    new ReadMemory(mapping(in), offset(in), in.get("length").number());
            case "write-memory" ->
                    new WriteMemory(mapping(in), offset(in), in.get("bytes").bytes());
            case "add-memory" ->
                    new AddMemory(
                            mapping(in),
                            offset(in),
                            in.get("width").number(),
                            in.get("addend").word());
            case "protect" -> new Protect(mapping(in), protection(in));
            case "use-mapping" -> new UseMapping(mapping(in), in.get("use", Words.MAPPING_USE));
            case "unmap" -> new Unmap(mapping(in));
            case "read-info" -> new ReadInfo(map(in), REQUEST.readFields(in));
            case "show-descriptor" -> new ShowDescriptor(map(in));
            case "use-file" -> new UseFile(map(in), in.get("use", Words.FILE_USE));
            case "read-pin" -> new ReadPin(pinName(in));
            case "deprived" -> deprived(in);
            case "run" ->
                    new Run(
                            in.get("cpu").number(),
                            in.find("packet").map(Node::bytes).orElse(Run.NO_PACKET),
                            in.get("repeat", Words.NUMBER, 1),
                            in.list("steps", Json.STEP),
                            in.get("loading", Words.LOADING, Loading.CLASSIFIER));
            case "race" -> new Race(in.list("callers", Json.COMMAND), in.get("times").number());
            case "duplicate" -> new Duplicate(map(in), in.get("copy", Words.HANDLE));
            case "open-by-id" -> new OpenById(map(in), in.get("known", Words.HANDLE), flags(in));
            case "pin" -> new Pin(map(in), pinName(in));
            case "open-pin" -> new OpenPin(map(in), pinName(in), flags(in));
            case "unpin" -> new Unpin(pinName(in));
            case "create-outer" ->
                    new CreateOuter(
                            map(in),
                            in.get("kind", Words.OUTER_KIND),
                            in.get("max_entries").quantity(),
                            in.get("template", Words.HANDLE));
            case "insert" ->
                    new Insert(map(in), in.get("index").quantity(), in.get("inner", Words.HANDLE));
            case "open-inner" ->
                    new OpenInner(
                            map(in), in.get("outer", Words.HANDLE), in.get("index").quantity());
            case "iterate" ->
                    new Iterate(
                            map(in),
                            IterationForm.read(in),
                            in.find("closing").map(Node::flag).orElse(false));
            case "enveloped" -> enveloped(in);
            case String _ -> throw in.get("do").unknown("the name of a command, as in lookup");
        };
    }

    private static void envelope(Envelope envelope, Sink out) {
        envelope.size().ifPresent(size -> out.name("size").quantity(size));
        envelope.set().ifPresent(offset -> out.name("set").number(offset));
        if (envelope.place() != Envelope.Place.WRITABLE) {
            out.name(envelope.readable() ? "writable" : "readable").flag(false);
        }
        if (envelope.commandPlus() != 0) {
            out.name("command_plus").quantity(envelope.commandPlus());
        }
    }

    private static Command enveloped(Fields in) {
        if (!(in.get("command", Json.COMMAND) instanceof Command.Call inner)) {
            throw in.wrong("an envelope: wanted a command that comes in one");
        }
        var size = in.find("size", Words.QUANTITY);
        var set = in.find("set", Words.NUMBER);
        boolean readable = in.find("readable").map(Node::flag).orElse(true);
        boolean writable = in.find("writable").map(Node::flag).orElse(true);
        long plus = in.get("command_plus", Words.QUANTITY, 0L);
        try {
            return new Enveloped(
                    inner,
                    new Envelope(
                            size.map(OptionalLong::of).orElse(OptionalLong.empty()),
                            set.map(OptionalInt::of).orElse(OptionalInt.empty()),
                            place(readable, writable),
                            plus));
        } catch (IllegalArgumentException e) {
            throw in.wrong("an envelope: " + e.getMessage());
        }
    }

    private static Envelope.Place place(boolean readable, boolean writable) {
        if (!readable) {
            return Envelope.Place.UNREADABLE;
        }
        return writable ? Envelope.Place.WRITABLE : Envelope.Place.READ_ONLY;
    }

    private static Command deprived(Fields in) {
        var inner = in.get("command", Json.COMMAND);
        try {
            return new Deprived(inner, Set.copyOf(in.list("privileges", Words.PRIVILEGE)));
        } catch (IllegalArgumentException e) {
            throw in.wrong("a caller: " + e.getMessage());
        }
    }

    private static PinName pinName(Fields in) {
        var node = in.get("name");
        try {
            return new PinName(node.text());
        } catch (IllegalArgumentException _) {
            throw node.wrong("a name of letters, digits, '_', '-' and '.'");
        }
    }

    private static Handle map(Fields in) {
        return in.get("map", Words.HANDLE);
    }

    private static Mapping mapping(Fields in) {
        return in.get("mapping", Words.MAPPING);
    }

    private static Protection protection(Fields in) {
        return in.get("protection", Words.PROTECTION);
    }

    private static long offset(Fields in) {
        return in.get("offset").quantity();
    }

    private static Output output(Fields in, String name) {
        return in.get(name, Json.OUTPUT, OutputForm.USUAL);
    }

    static long flags(Fields in) {
        return in.find("flags").map(Node::word).orElse(0L);
    }
}
