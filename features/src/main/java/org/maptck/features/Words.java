package org.maptck.features;

import java.util.stream.Collectors;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Trace;
import org.maptck.reports.Harmless;

/// Outcomes and commands in a reader's words.
public final class Words {
    private static final int SHOWN = 48;

    private Words() {}

    /// The bytes in hex, cut where they are long.
    public static String of(Bytes bytes) {
        if (bytes.size() > 8 && bytes.isZero()) {
            return bytes.size() + " zero bytes";
        }
        return bytes.size() <= SHOWN
                ? "0x" + bytes
                : "0x" + bytes.slice(0, SHOWN) + "… (" + bytes.size() + " bytes)";
    }

    /// What the caller saw.
    public static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> "success";
            case Outcome.Refused(var errno) -> errno.name();
            case Outcome.Found(var bytes) -> of(bytes);
            case Outcome.Absent() -> "nothing (NULL)";
            case Outcome.Returned(long number) -> "the number " + number;
            case Outcome.Filled(var refusal, var room) ->
                    refusal.map(errno -> errno.name() + " and ").orElse("")
                            + "the buffer "
                            + of(room);
            case Outcome.Batched(var refusal, long count, var keys, var values, var cursor) ->
                    refusal.map(Enum::name).orElse("success")
                            + " after "
                            + count
                            + " elements, keys "
                            + of(keys)
                            + ", values "
                            + of(values)
                            + cursor.map(key -> ", cursor " + of(key)).orElse("");
            case Outcome.Described(var info) -> Harmless.line(info.toString());
            case Outcome.Informed(var refusal, long length, var buffer, var hash) ->
                    refusal.map(Enum::name).orElse("success")
                            + " with "
                            + length
                            + " bytes "
                            + of(buffer)
                            + (hash.size() == 0 ? "" : ", hash " + of(hash));
            case Outcome.Printed(var text) ->
                    "the text " + Harmless.line(text.strip().replace("\n", " | "));
            case Outcome.Ran(var steps) ->
                    steps.stream().map(Words::of).collect(Collectors.joining("; "));
            case Outcome.Visited(long returned, var keys, _) ->
                    returned + " calls for keys " + keys;
            case Outcome.Raced(var seen) -> seen.toString();
            case Outcome.Unsupported(var what) -> "not offered: " + Harmless.line(what);
        };
    }

    /// What the specification permits.
    public static String of(Permitted permitted) {
        return switch (permitted) {
            case Permitted.Only(var outcome) -> of(outcome);
            case Permitted.OneOf(var outcomes) ->
                    outcomes.stream().map(Words::of).collect(Collectors.joining(" or "));
            case Permitted.Such(_, var property, _) -> property;
        };
    }

    /// What was done and seen, a line each.
    public static String of(Trace trace) {
        return trace.entries().stream()
                .map(entry -> entry.command() + " -> " + of(entry.outcome()) + "\n")
                .collect(Collectors.joining());
    }

    /// What the caller did, by the kind of command.
    public static String of(Command command) {
        return command.getClass().getSimpleName();
    }
}
