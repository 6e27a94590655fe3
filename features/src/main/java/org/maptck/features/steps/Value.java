package org.maptck.features.steps;

import java.nio.ByteOrder;
import org.maptck.model.Bytes;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Mapping;
import org.maptck.model.Platform;

/// What a scenario calls a value; the map that it is meant for gives it its size.
public sealed interface Value {
    /// Every byte zero.
    record Zeros() implements Value {}

    /// Bytes that are all different from zero and, for the first 255 numbers, from those of any
    /// other pattern.
    record Pattern(int number) implements Value {}

    /// On each CPU, in ascending order, a pattern of its own: this one, the next, …
    record Patterns(int first) implements Value {}

    /// A number in the machine's byte order, in the first 8 bytes or as many as there are.
    record Numeral(long number) implements Value {}

    /// A number multiplied by the number of CPUs that are online.
    record PerOnlineCpu(long number) implements Value {}

    /// Just these bytes, whatever the size of a value is.
    record Raw(Bytes bytes) implements Value {}

    /// A pattern, and other bytes than zero in the padding of each CPU's slot.
    record Padded(Value value, int padding) implements Value {}

    /// One value in the slot of one CPU, another in all others.
    record Slotted(Value value, int cpu, Value elsewhere) implements Value {}

    /// A value in a buffer of another size than the map's.
    record Sized(Value value, int size) implements Value {}

    /// The key of an index, where a call answers with a key.
    record Key(long index) implements Value {}

    /// A NULL pointer in place of a value.
    record Missing() implements Value {}

    /// An address without memory in place of a value.
    record Unreadable() implements Value {}

    /// Bytes that lie in the first mapping, from an offset on.
    record Mapped(long offset) implements Value {}

    /// A map, where a map of maps is meant.
    record OfMap(Handle map) implements Value {}

    /// The bytes that user space hands over or gets for a map of that kind.
    default Bytes forUser(MapSpec spec, Platform platform) {
        return switch (this) {
            case Raw(var bytes) -> bytes;
            case Key(long index) -> platform.key(index);
            case Sized(var value, int size) ->
                    value.slot((int) spec.valueSize(), platform, 0).resized(size);
            case Zeros _, Pattern _, Patterns _, Numeral _, PerOnlineCpu _, Padded _, Slotted _ ->
                    spec.type().perCpu()
                            ? slots(spec, platform)
                            : slot((int) spec.valueSize(), platform, 0);
            case Missing _, Unreadable _, OfMap _, Mapped _ ->
                    throw new IllegalArgumentException(this + " has no bytes");
        };
    }

    /// The bytes that a program on a CPU hands over or gets.
    default Bytes forProgram(MapSpec spec, Platform platform, int cpu) {
        return this instanceof Raw(var bytes)
                ? bytes
                : slot(
                        (int) spec.valueSize(),
                        platform,
                        Math.max(0, platform.possibleCpus().indexOf(cpu)));
    }

    /// The input of a call of user space.
    default Input input(MapSpec spec, Platform platform) {
        return switch (this) {
            case Missing _ -> new Input.Null();
            case Unreadable _ -> new Input.Unreadable();
            case Mapped(long offset) -> new Input.InMapping(new Mapping(0), offset);
            case Raw _,
                    Key _,
                    OfMap _,
                    Sized _,
                    Zeros _,
                    Pattern _,
                    Patterns _,
                    Numeral _,
                    PerOnlineCpu _,
                    Padded _,
                    Slotted _ ->
                    new Input.Given(forUser(spec, platform));
        };
    }

    private Bytes slots(MapSpec spec, Platform platform) {
        var all = Bytes.EMPTY;
        for (int position = 0; position < platform.cpuCount(); position++) {
            all = all.then(paddedSlot(spec, platform, position));
        }
        return all;
    }

    private Bytes paddedSlot(MapSpec spec, Platform platform, int position) {
        int size = (int) spec.valueSize();
        int stride = (int) spec.stride();
        return this instanceof Padded(var value, int padding)
                ? value.slot(size, platform, position).then(Bytes.filled(stride - size, padding))
                : slot(size, platform, position).resized(stride);
    }

    private Bytes slot(int size, Platform platform, int position) {
        return switch (this) {
            case Zeros _ -> Bytes.zeros(size);
            case Pattern(int number) -> pattern(number, size);
            case Patterns(int first) -> pattern(first + position, size);
            case Numeral(long number) -> number(number, size, platform.byteOrder());
            case PerOnlineCpu(long number) ->
                    number(number * platform.onlineCpus().size(), size, platform.byteOrder());
            case Padded(var value, _) -> value.slot(size, platform, position);
            case Slotted(var value, int cpu, var elsewhere) ->
                    (platform.possibleCpus().get(position) == cpu ? value : elsewhere)
                            .slot(size, platform, position);
            case Raw _, Key _, Sized _, Missing _, Unreadable _, OfMap _, Mapped _ ->
                    throw new IllegalArgumentException(this + " does not fit into a slot");
        };
    }

    private static Bytes number(long number, int size, ByteOrder order) {
        int width = Math.min(size, 8);
        var digits = Bytes.number(number, 8, order);
        var cut =
                order == ByteOrder.LITTLE_ENDIAN
                        ? digits.slice(0, width)
                        : digits.slice(8 - width, 8);
        return cut.resized(size);
    }

    private static Bytes pattern(int number, int size) {
        var bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (1 + (number * 7 + i * 13 + (i >> 8) * 5 + (number >> 8) * 3) % 255);
        }
        return Bytes.owning(bytes);
    }
}
