package org.maptck.features.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Input;
import org.maptck.model.Operand;
import org.maptck.model.Output;

/// What is plainer than a command: the same with one of its parts plainer. Commands are records, so
/// that their parts need not be listed here.
@SuppressWarnings("EnumOrdinal")
final class Plainer {
    private static final int LEAST_PACKET = 14;
    private static final int MOST_ITEMS = 64;

    private Plainer() {}

    /// Candidates, the plainest first; none of them has the command among its own.
    static List<Command> than(Command command) {
        var whole =
                switch (command) {
                    case Command.Enveloped(var inner, _) -> List.of(inner);
                    case Command.Race(var callers, _) -> callers;
                    default -> List.<Command>of();
                };
        return Stream.concat(whole.stream(), parts(command).map(Command.class::cast))
                .filter(Plainer::legal)
                .toList();
    }

    /// Whether it is a command that may be given: a program has a packet, and runs.
    private static boolean legal(Command command) {
        return switch (command) {
            case Command.Run run ->
                    run.repeat() > 0
                            && run.packet().size() >= LEAST_PACKET
                            && !run.steps().isEmpty();
            case Command.Race(var callers, int times) ->
                    times > 0 && callers.stream().allMatch(Plainer::legal);
            default -> true;
        };
    }

    private static Stream<?> plainer(Object part) {
        return switch (part) {
            case Long number -> numbers(number);
            case Integer number -> numbers(Integer.toUnsignedLong(number)).map(Long::intValue);
            case Boolean truth -> truth ? Stream.empty() : Stream.of(true);
            case Bytes bytes -> bytes(bytes);
            case String text -> text.isEmpty() ? Stream.empty() : Stream.of("");
            case Enum<?> value -> enums(value);
            case Optional<?> some -> some.stream().map(_ -> Optional.empty());
            case OptionalLong some ->
                    some.isPresent() ? Stream.of(OptionalLong.empty()) : Stream.empty();
            case OptionalInt some ->
                    some.isPresent() ? Stream.of(OptionalInt.empty()) : Stream.empty();
            case List<?> list -> lists(list);
            case Input.InMapping _, Input.Unreadable _ -> Stream.of(new Input.Null());
            case Output.InMapping _, Output.Null _, Output.Room _ -> Stream.of(new Output.Fits());
            case Operand.PacketByte _, Operand.PacketLength _ -> Stream.of(new Operand.Constant(0));
            case Record whole -> parts(whole);
            default -> Stream.empty();
        };
    }

    /// Zero, then the number with fewer bits.
    private static Stream<Long> numbers(long number) {
        if (number == 0) {
            return Stream.empty();
        }
        var candidates = new ArrayList<Long>(List.of(0L));
        if (number != 1) {
            candidates.add(1L);
            candidates.add(number >>> 1);
            if (Long.bitCount(number) > 1) {
                candidates.add(number & number - 1);
                candidates.add(Long.highestOneBit(number));
            }
            if (number > 1) {
                candidates.add(number - 1);
            }
        }
        return candidates.stream().distinct().filter(less -> less != number);
    }

    private static Stream<Bytes> bytes(Bytes bytes) {
        int size = bytes.size();
        var candidates = new ArrayList<Bytes>();
        if (!bytes.isZero()) {
            candidates.add(Bytes.zeros(size));
            candidates.add(Bytes.of((byte) 1).resized(size));
            candidates.add(Bytes.filled(size, 1));
        }
        if (size > 1) {
            candidates.add(bytes.slice(0, size / 2));
            candidates.add(bytes.slice(0, size - 1));
            if (!bytes.slice(size / 2, size).isZero()) {
                candidates.add(bytes.slice(0, size / 2).resized(size));
            }
        }
        boolean ones = bytes.equals(Bytes.filled(size, 1));
        boolean one = bytes.equals(Bytes.of((byte) 1).resized(size));
        return candidates.stream()
                .filter(less -> less.size() < size || less.isZero() || (!ones && !one));
    }

    private static Stream<Object> enums(Enum<?> value) {
        var all = value.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all).limit(value.ordinal()).map(it -> it);
    }

    /// With an item less, or a plainer one; a list that is too long for that is as plain as it
    /// gets.
    private static Stream<List<?>> lists(List<?> list) {
        if (list.size() > MOST_ITEMS) {
            return Stream.empty();
        }
        var candidates = new ArrayList<List<?>>();
        for (int i = 0; i < list.size() && list.size() > 1; i++) {
            var fewer = new ArrayList<Object>(list);
            fewer.remove(i);
            candidates.add(fewer);
        }
        for (int i = 0; i < list.size(); i++) {
            int place = i;
            plainer(list.get(i)).map(it -> replaced(list, place, it)).forEach(candidates::add);
        }
        return candidates.stream();
    }

    private static List<?> replaced(List<?> list, int place, Object item) {
        var changed = new ArrayList<Object>(list);
        changed.set(place, item);
        return changed;
    }

    private static Stream<Object> parts(Object whole) {
        var components = whole.getClass().getRecordComponents();
        var values = Arrays.stream(components).map(it -> value(it, whole)).toArray();
        var candidates = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            int place = i;
            plainer(values[i])
                    .flatMap(it -> remade(whole, components, values, place, it))
                    .forEach(candidates::add);
        }
        return candidates.stream();
    }

    /// The record with another part; nothing where it does not accept that part.
    private static Stream<Object> remade(
            Object whole, RecordComponent[] components, Object[] values, int place, Object part) {
        var others = values.clone();
        others[place] = part;
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Stream.of(whole.getClass().getDeclaredConstructor(types).newInstance(others));
        } catch (InvocationTargetException _) {
            return Stream.empty();
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(whole.getClass() + " is no open record", closed);
        }
    }

    private static Object value(RecordComponent component, Object whole) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(component + " is not to be read", closed);
        }
    }
}
