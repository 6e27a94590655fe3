package org.maptck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.MapInfo;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;

/// Outcomes that differ from one that was seen in one thing.
final class Altered {
    private static final Outcome ODD = new Outcome.Refused(Errno.EIO);

    private Altered() {}

    /// Of another kind, size, count or refusal: what does not depend on who was first.
    static Stream<Outcome> shapes(Outcome outcome) {
        return Stream.concat(
                Stream.of(ODD, new Outcome.Raced(List.of())),
                switch (outcome) {
                    case Outcome.Found(Bytes bytes) -> Stream.of(new Outcome.Found(longer(bytes)));
                    case Outcome.Filled(var refusal, Bytes room) ->
                            Stream.of(
                                    new Outcome.Filled(other(refusal), room),
                                    new Outcome.Filled(refusal, longer(room)));
                    case Outcome.Batched seen -> shapes(seen);
                    case Outcome.Visited(long returned, var keys, var values) ->
                            Stream.of(
                                    new Outcome.Visited(returned + 1, keys, values),
                                    new Outcome.Visited(returned, fewer(keys), values),
                                    new Outcome.Visited(returned, keys, fewer(values)));
                    case Outcome.Ran(var steps) -> steps(steps, Altered::shapes);
                    case Outcome.Informed(var refusal, long length, Bytes buffer, Bytes hash) ->
                            Stream.of(
                                    new Outcome.Informed(other(refusal), length, buffer, hash),
                                    new Outcome.Informed(refusal, length + 1, buffer, hash),
                                    new Outcome.Informed(refusal, length, longer(buffer), hash));
                    case Outcome.Raced(var callers) ->
                            Stream.of(
                                    new Outcome.Raced(fewer(callers)),
                                    new Outcome.Raced(more(callers)));
                    case Outcome.Done() -> Stream.empty();
                    case Outcome.Refused _ -> Stream.of(new Outcome.Done());
                    case Outcome.Absent() -> Stream.empty();
                    case Outcome.Returned _ -> Stream.empty();
                    case Outcome.Described _ -> Stream.empty();
                    case Outcome.Printed _ -> Stream.empty();
                    case Outcome.Unsupported _ -> Stream.empty();
                });
    }

    private static Stream<Outcome> shapes(Outcome.Batched seen) {
        return Stream.of(
                new Outcome.Batched(
                        other(seen.refusal()),
                        seen.count(),
                        seen.keys(),
                        seen.values(),
                        seen.cursor()),
                new Outcome.Batched(
                        seen.refusal(),
                        seen.count() + 1,
                        seen.keys(),
                        seen.values(),
                        seen.cursor()),
                new Outcome.Batched(
                        seen.refusal(),
                        seen.count(),
                        longer(seen.keys()),
                        seen.values(),
                        seen.cursor()),
                new Outcome.Batched(
                        seen.refusal(),
                        seen.count(),
                        seen.keys(),
                        longer(seen.values()),
                        seen.cursor()),
                new Outcome.Batched(
                        seen.refusal(),
                        seen.count(),
                        seen.keys(),
                        seen.values(),
                        seen.cursor().isPresent() ? Optional.empty() : Optional.of(Bytes.EMPTY)));
    }

    /// With another byte or number: what depends on what is there.
    static Stream<Outcome> contents(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found(Bytes bytes) -> flipped(bytes).map(Outcome.Found::new);
            case Outcome.Filled(var refusal, Bytes room) ->
                    flipped(room).map(other -> new Outcome.Filled(refusal, other));
            case Outcome.Batched(var refusal, long count, Bytes keys, Bytes values, var cursor) ->
                    flipped(values)
                            .map(other -> new Outcome.Batched(refusal, count, keys, other, cursor));
            case Outcome.Visited(long returned, var keys, var values) ->
                    IntStream.range(0, values.size())
                            .boxed()
                            .flatMap(i ->
                                    flipped(values.get(i))
                                            .map(other -> with(values, i, other))
                                            .map(others ->
                                                    new Outcome.Visited(returned, keys, others)));
            case Outcome.Ran(var steps) -> steps(steps, Altered::contents);
            case Outcome.Informed(var refusal, long length, Bytes buffer, Bytes hash) ->
                    Stream.concat(
                            flipped(buffer)
                                    .map(other ->
                                            new Outcome.Informed(refusal, length, other, hash)),
                            flipped(hash)
                                    .map(other ->
                                            new Outcome.Informed(refusal, length, buffer, other)));
            case Outcome.Described(MapInfo info) -> infos(info).map(Outcome.Described::new);
            case Outcome.Returned(long number) -> Stream.of(new Outcome.Returned(number + 1));
            case Outcome.Printed(String text) ->
                    IntStream.range(0, text.length())
                            .filter(i -> text.charAt(i) == '\n' || i == 0)
                            .mapToObj(i -> text.substring(0, i) + "1" + text.substring(i))
                            .map(Outcome.Printed::new);
            case Outcome.Done() -> Stream.empty();
            case Outcome.Refused _ -> Stream.empty();
            case Outcome.Absent() -> Stream.empty();
            case Outcome.Raced _ -> Stream.empty();
            case Outcome.Unsupported _ -> Stream.empty();
        };
    }

    private static Stream<MapInfo> infos(MapInfo i) {
        var type = i.type() == MapType.ARRAY ? MapType.PERCPU_ARRAY : MapType.ARRAY;
        return Stream.of(
                info(i, type, i.keySize(), i.valueSize(), i.maxEntries(), i.flags()),
                info(i, i.type(), i.keySize() + 1, i.valueSize(), i.maxEntries(), i.flags()),
                info(i, i.type(), i.keySize(), i.valueSize() + 1, i.maxEntries(), i.flags()),
                info(i, i.type(), i.keySize(), i.valueSize(), i.maxEntries() + 1, i.flags()),
                info(i, i.type(), i.keySize(), i.valueSize(), i.maxEntries(), i.flags() ^ 8));
    }

    private static MapInfo info(
            MapInfo of, MapType type, long keySize, long valueSize, long entries, long flags) {
        return new MapInfo(
                type, keySize, valueSize, entries, flags, of.name(), of.id(), of.mapExtra());
    }

    private interface Alteration {
        Stream<Outcome> of(Outcome outcome);
    }

    private static Stream<Outcome> steps(List<Outcome> steps, Alteration alteration) {
        return Stream.concat(
                Stream.of(new Outcome.Ran(fewer(steps)), new Outcome.Ran(more(steps))),
                IntStream.range(0, steps.size())
                        .boxed()
                        .flatMap(i ->
                                alteration
                                        .of(steps.get(i))
                                        .map(other -> new Outcome.Ran(with(steps, i, other)))));
    }

    private static Optional<Errno> other(Optional<Errno> refusal) {
        return refusal.isPresent() ? Optional.empty() : Optional.of(Errno.EIO);
    }

    private static Bytes longer(Bytes bytes) {
        return bytes.then(Bytes.zeros(1));
    }

    private static Stream<Bytes> flipped(Bytes bytes) {
        return IntStream.range(0, bytes.size())
                .mapToObj(i -> {
                    var other = bytes.toArray();
                    other[i] = (byte) (other[i] ^ 0x41);
                    return Bytes.owning(other);
                });
    }

    private static <T> List<T> fewer(List<T> list) {
        return list.isEmpty() ? list : list.subList(0, list.size() - 1);
    }

    private static <T> List<T> more(List<T> list) {
        var longer = new ArrayList<>(list);
        list.stream().limit(1).forEach(longer::add);
        return longer;
    }

    private static <T> List<T> with(List<T> list, int at, T other) {
        var changed = new ArrayList<>(list);
        changed.set(at, other);
        return changed;
    }
}
