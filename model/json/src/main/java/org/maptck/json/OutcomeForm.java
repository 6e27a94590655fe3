package org.maptck.json;

import java.util.List;
import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.MapInfo;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.*;

/// An outcome is an object whose fields say which outcome it is.
final class OutcomeForm implements ObjectForm<Outcome> {
    private static final ObjectForm<MapInfo> INFO = new InfoForm();

    /// The fields that name an outcome; of two that are there, the earlier names it.
    private static final List<String> KINDS =
            List.of(
                    "value",
                    "done",
                    "room",
                    "buffer",
                    "printed",
                    "count",
                    "errno",
                    "returned",
                    "info",
                    "steps",
                    "visited",
                    "callers",
                    "unsupported");

    private static final Form<List<Outcome>> OUTCOMES =
            new Form<>() {
                @Override
                public void write(List<Outcome> outcomes, Sink out) {
                    out.list(outcomes, Json.OUTCOME);
                }

                @Override
                public List<Outcome> read(Node node) {
                    return node.items().read(Json.OUTCOME);
                }
            };

    @Override
    public void writeFields(Outcome outcome, Sink out) {
        switch (outcome) {
            case Done() -> out.name("done").flag(true);
            case Refused(var errno) -> out.name("errno").value(errno, Words.ERRNO);
            case Found(var bytes) -> out.name("value").bytes(bytes);
            case Absent() -> out.name("value").nothing();
            case Returned(long number) -> out.name("returned").word(number);
            case Filled(var refusal, var room) -> refusal(refusal, out.name("room").bytes(room));
            case Batched batch -> batched(batch, out);
            case Informed(var refusal, long length, var buffer, var hash) -> {
                out.name("buffer").bytes(buffer).name("length").quantity(length);
                if (hash.size() > 0) {
                    out.name("hash").bytes(hash);
                }
                refusal(refusal, out);
            }
            case Printed(var text) -> out.name("printed").text(text);
            case Described(var info) -> out.name("info").value(info, INFO);
            case Ran(var steps) -> out.name("steps").list(steps, Json.OUTCOME);
            case Visited(long returned, var keys, var values) -> {
                out.name("visited").word(returned).name("keys").list(keys, Words.QUANTITY);
                out.name("values").list(values, Words.BYTES);
            }
            case Raced(var seen) -> out.name("callers").list(seen, OUTCOMES);
            case Unsupported(var what) -> out.name("unsupported").text(what);
        }
    }

    private static void refusal(Optional<Errno> refusal, Sink out) {
        refusal.ifPresent(errno -> out.name("errno").value(errno, Words.ERRNO));
    }

    private static void batched(Batched batch, Sink out) {
        out.name("count").quantity(batch.count());
        if (batch.keys().size() > 0) {
            out.name("keys").bytes(batch.keys());
        }
        if (batch.values().size() > 0) {
            out.name("values").bytes(batch.values());
        }
        batch.cursor().ifPresent(cursor -> out.name("cursor").bytes(cursor));
        refusal(batch.refusal(), out);
    }

    @Override
    public Outcome readFields(Fields in) {
        return switch (kind(in)) {
            case "value" -> value(in.get("value"));
            case "done" -> done(in.get("done"));
            case "room" -> new Filled(in.find("errno", Words.ERRNO), in.get("room").bytes());
            case "count" -> batched(in);
            case "buffer" ->
                    new Informed(
                            in.find("errno", Words.ERRNO),
                            in.get("length").quantity(),
                            in.get("buffer").bytes(),
                            in.get("hash", Words.BYTES, Bytes.EMPTY));
            case "printed" -> new Printed(in.get("printed").text());
            case "errno" -> new Refused(in.get("errno", Words.ERRNO));
            case "returned" -> new Returned(in.get("returned").word());
            case "info" -> new Described(in.get("info", INFO));
            case "steps" -> new Ran(in.list("steps", Json.OUTCOME));
            case "visited" -> visited(in);
            case "callers" -> new Raced(in.list("callers", OUTCOMES));
            case String _ -> new Unsupported(in.get("unsupported").text());
        };
    }

    private static String kind(Fields in) {
        for (String kind : KINDS) {
            if (in.has(kind)) {
                return kind;
            }
        }
        throw in.wrong("an outcome, with one of " + KINDS);
    }

    private static Outcome value(Node node) {
        return node.isNothing() ? new Absent() : new Found(node.bytes());
    }

    private static Outcome done(Node node) {
        node.truth();
        return new Done();
    }

    private static Outcome batched(Fields in) {
        return new Batched(
                in.find("errno", Words.ERRNO),
                in.get("count").quantity(),
                in.get("keys", Words.BYTES, Bytes.EMPTY),
                in.get("values", Words.BYTES, Bytes.EMPTY),
                in.find("cursor", Words.BYTES));
    }

    private static Outcome visited(Fields in) {
        return new Visited(
                in.get("visited").word(),
                in.list("keys", Words.QUANTITY),
                in.list("values", Words.BYTES));
    }
}
