package org.maptck.reports;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Command.*;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Iteration;
import org.maptck.model.Loading;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.MappingOption;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.*;
import org.maptck.model.Output;
import org.maptck.model.Trace;

/// Commands and outcomes for a reader: each in one line, long runs of bytes cut short.
public final class TraceText {
    private static final int SHOWN_BYTES = 32;
    private static final int SHOWN_ENTRIES = 100;

    private TraceText() {}

    /// What was done and, after an arrow, what was seen.
    public static String of(Trace.Entry entry) {
        return of(entry.command()) + " \u2192 " + of(entry.outcome());
    }

    /// What a reader is shown of a trace, a line an entry.
    static List<String> shown(Trace trace) {
        var entries = trace.entries();
        var shown = entries.stream().limit(SHOWN_ENTRIES).map(TraceText::of);
        int left = entries.size() - SHOWN_ENTRIES;
        return Stream.concat(
                        shown,
                        Stream.of("and " + left + " more in results.jsonl").limit(left > 0 ? 1 : 0))
                .toList();
    }

    /// What is done, as in `update A key 00000000 value 0100 BPF_EXIST`.
    public static String of(Command command) {
        return switch (command) {
            case Create(var map, var spec, var extras) ->
                    "create " + map + " " + spec(spec) + ExtrasText.of(extras);
            case Close(var map) -> "close " + map;
            case Lookup(var map, var key, long flags, var value) ->
                    "lookup " + map + " key " + of(key) + flags(flags) + into("value", value);
            case Update(var map, var key, var value, long flags) ->
                    "update " + map + " key " + of(key) + " value " + of(value) + flags(flags);
            case Delete(var map, var key) -> "delete " + map + " key " + of(key);
            case LookupAndDelete(var map, var key, long flags, var value) ->
                    "lookup and delete "
                            + (map + " key " + of(key) + flags(flags) + into("value", value));
            case NextKey(var map, var key, var next) ->
                    "next key " + map + " after " + of(key) + into("key", next);
            case LookupBatch batch -> lookupBatch(batch);
            case UpdateBatch(var map, var keys, var values, long count, long flags) ->
                    "update batch "
                            + (map + " keys " + of(keys) + " values " + of(values))
                            + count(count, flags);
            case DeleteBatch(var map, var keys, long count, long flags) ->
                    "delete batch " + map + " keys " + of(keys) + count(count, flags);
            case LookupAndDeleteBatch(var map, var start, long count, long flags) ->
                    "lookup and delete batch " + map + " after " + of(start) + count(count, flags);
            case Freeze(var map) -> "freeze " + map;
            case GetInfo(var map) -> "get info " + map;
            case MapMemory memory -> mapMemory(memory);
            case ReadMemory(var mapping, long offset, int length) ->
                    "read mapping " + mapping + " at " + offset + ", " + length + " bytes";
            case WriteMemory(var mapping, long offset, var bytes) ->
                    "write mapping " + mapping + " at " + offset + " bytes " + of(bytes);
            case AddMemory(var mapping, long offset, int width, long addend) ->
                    "add to mapping %s at %d, %d bytes, %s"
                            .formatted(mapping, offset, width, number(addend));
            case Protect(var mapping, var protection) ->
                    "protect mapping " + mapping + " " + protection;
            case UseMapping(var mapping, var use) -> use.noun() + " of mapping " + mapping;
            case Unmap(var mapping) -> "unmap mapping " + mapping;
            case ReadInfo(var map, var request) ->
                    "read info " + map + " " + ExtrasText.of(request);
            case ShowDescriptor(var map) -> "show descriptor " + map;
            case UseFile(var map, var use) -> use.id() + " descriptor " + map + " as a file";
            case ReadPin(var name) -> "read pin '" + name + "'";
            case Deprived(var inner, var privileges) ->
                    of(inner) + ", with " + ExtrasText.of(privileges);
            case Run run -> run(run);
            case Race(var callers, int times) ->
                    "race " + times + " times: " + join(callers, TraceText::of, " | ");
            case Duplicate(var map, var copy) -> "duplicate " + map + " as " + copy;
            case OpenById(var map, var known, long flags) ->
                    "open the id of " + known + " as " + map + opening(flags);
            case Pin(var map, var name) -> "pin " + map + " as '" + name + "'";
            case OpenPin(var map, var name, long flags) ->
                    "open pin '" + name + "' as " + map + opening(flags);
            case Unpin(var name) -> "unpin '" + name + "'";
            case CreateOuter(var map, var kind, long maxEntries, var template) ->
                    "create %s %s of %d maps like %s"
                            .formatted(map, kind.id(), maxEntries, template);
            case Insert(var map, long index, var inner) ->
                    "insert " + map + "[" + index + "] = " + inner;
            case OpenInner(var map, var outer, long index) ->
                    "open the map in " + outer + "[" + index + "] as " + map;
            case Iterate(var map, var iteration, boolean closing) ->
                    "iterate " + map + ", " + of(iteration) + (closing ? ", closed" : "");
            case Enveloped(var inner, var envelope) -> of(inner) + ", in " + envelope;
        };
    }

    /// What is seen, as in `EINVAL` or `value 0100`.
    public static String of(Outcome outcome) {
        return switch (outcome) {
            case Done() -> "done";
            case Refused(var errno) -> errno.name();
            case Found(var bytes) -> of(bytes);
            case Absent() -> "NULL";
            case Returned(long number) -> "returned " + number(number);
            case Filled(var refusal, var room) -> "room " + of(room) + refusal(refusal);
            case Batched(var refusal, long count, var keys, var values, var cursor) ->
                    "batch of %d keys %s values %s".formatted(count, of(keys), of(values))
                            + cursor.map(it -> " cursor " + of(it)).orElse("")
                            + refusal(refusal);
            case Described(var info) -> "info " + info(info);
            case Informed(var refusal, long length, var buffer, var hash) ->
                    "info of %d bytes %s".formatted(length, of(buffer))
                            + (hash.size() == 0 ? "" : " hash " + of(hash))
                            + refusal(refusal);
            case Printed(var text) -> "printed " + Harmless.line(text);
            case Ran(var steps) -> steps.isEmpty() ? "ran" : join(steps, TraceText::of, "; ");
            case Visited(long returned, var keys, var values) ->
                    "visited "
                            + keys
                            + " ["
                            + join(values, TraceText::of, ", ")
                            + "], returned "
                            + returned;
            case Raced(var seen) ->
                    "raced: " + join(seen, all -> join(all, TraceText::of, ", "), " | ");
            case Unsupported(var what) -> "unsupported: " + Harmless.line(what);
        };
    }

    private static <T> String join(List<T> parts, Function<T, String> text, String between) {
        return parts.stream().map(text).collect(Collectors.joining(between));
    }

    private static String spec(MapSpec spec) {
        return "%s of %d x %d bytes"
                        .formatted(Choices.id(spec.type()), spec.maxEntries(), spec.valueSize())
                + (spec.keySize() == MapSpec.KEY_SIZE ? "" : " key size " + spec.keySize())
                + (spec.flags() == 0 ? "" : " " + Flags.ofCreate(spec.flags()))
                + (spec.name().isEmpty() ? "" : " name '" + Harmless.line(spec.name()) + "'")
                + (spec.numaNode() == 0 ? "" : " node " + spec.numaNode())
                + (spec.mapExtra() == 0 ? "" : " map_extra " + number(spec.mapExtra()))
                + spec.lock().map(offset -> " lock at " + offset).orElse("")
                + spec.exclusive().map(hash -> " for the program of hash " + of(hash)).orElse("");
    }

    private static String of(Iteration iteration) {
        return switch (iteration) {
            case Iteration.Noting(int offset, int width) -> "note +" + offset + ":" + width;
            case Iteration.Adding(long addend) -> "add " + number(addend);
            case Iteration.StoringKey() -> "store to the key";
        };
    }

    private static String info(MapInfo info) {
        return "%s of %d x %d bytes, key size %d, flags %s, name '%s', id %d"
                .formatted(
                        Choices.id(info.type()),
                        info.maxEntries(),
                        info.valueSize(),
                        info.keySize(),
                        Flags.ofCreate(info.flags()),
                        Harmless.line(info.name()),
                        info.id());
    }

    private static String lookupBatch(LookupBatch batch) {
        return "lookup batch "
                + (batch.map() + " after " + of(batch.start()))
                + count(batch.count(), batch.flags())
                + into("cursor", batch.cursor())
                + into("keys", batch.keys())
                + into("values", batch.values());
    }

    private static String mapMemory(MapMemory memory) {
        return "map %s from %d, %s bytes, %s %s as mapping %s"
                .formatted(
                        memory.map(),
                        memory.offset(),
                        Long.toUnsignedString(memory.length()),
                        memory.protection(),
                        (memory.shared() ? "shared" : "private")
                                + (memory.option() == MappingOption.NONE
                                        ? ""
                                        : " " + memory.option().id()),
                        memory.mapping());
    }

    private static String run(Run run) {
        return "run on CPU "
                + run.cpu()
                + (run.loading() == Loading.CLASSIFIER ? "" : " as " + run.loading().id())
                + (run.repeat() == 1 ? "" : ", " + run.repeat() + " times")
                + (run.packet().equals(Run.NO_PACKET) ? "" : ", packet " + of(run.packet()))
                + ": "
                + join(run.steps(), StepText::of, "; ");
    }

    private static String of(Input input) {
        return switch (input) {
            case Input.Given(var bytes) -> of(bytes);
            case Input.Null() -> "NULL";
            case Input.Unreadable() -> "unreadable";
            case Input.InMapping(var mapping, long offset) ->
                    "in mapping " + mapping + " at " + offset;
        };
    }

    private static String into(String what, Output output) {
        return switch (output) {
            case Output.Fits() -> "";
            case Output.Room(int size) -> " (" + what + " into " + size + " bytes)";
            case Output.Null() -> " (" + what + " into NULL)";
            case Output.InMapping(var mapping, long offset) ->
                    " (" + what + " into mapping " + mapping + " at " + offset + ")";
        };
    }

    private static String count(long count, long flags) {
        return " count " + count + flags(flags);
    }

    static String flags(long flags) {
        return flags == 0 ? "" : " " + Flags.ofElement(flags);
    }

    private static String opening(long flags) {
        return flags == 0 ? "" : " " + Flags.ofCreate(flags);
    }

    private static String refusal(Optional<Errno> refusal) {
        return refusal.map(errno -> ", " + errno).orElse("");
    }

    static String of(Bytes bytes) {
        if (bytes.size() <= SHOWN_BYTES) {
            return bytes.size() == 0 ? "none" : bytes.toString();
        }
        return bytes.slice(0, SHOWN_BYTES) + "... (" + bytes.size() + " bytes)";
    }

    static String number(long number) {
        return number >= 0 && number < 1 << 16
                ? Long.toString(number)
                : "0x" + Long.toHexString(number);
    }
}
