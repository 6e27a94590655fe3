package org.maptck.features.steps;

import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.Platform;

/// What a scenario calls an element: a map and a key, or what stands in the key's place.
///
/// @param outer where the map of the element is in the named map, which is then a map of maps
public record Element(Handle map, Optional<Long> outer, Key key) {
    /// A key, or what stands in its place.
    public sealed interface Key {
        /// An index in the machine's byte order.
        record Index(long number) implements Key {}

        /// Bytes as they stand.
        record Raw(Bytes bytes) implements Key {}

        /// A NULL pointer.
        record Missing() implements Key {}

        /// An address without memory.
        record Unreadable() implements Key {}

        /// Memory inside a mapping.
        record InMapping(Mapping mapping, long offset) implements Key {}
    }

    /// The element at an index of a map.
    public static Element at(Handle map, long index) {
        return new Element(map, Optional.empty(), new Key.Index(index));
    }

    /// The key as user space hands it over.
    public Input input(Platform platform) {
        return switch (key) {
            case Key.Index(long number) -> new Input.Given(platform.key(number));
            case Key.Raw(var bytes) -> new Input.Given(bytes);
            case Key.Missing() -> new Input.Null();
            case Key.Unreadable() -> new Input.Unreadable();
            case Key.InMapping(var mapping, long offset) -> new Input.InMapping(mapping, offset);
        };
    }

    /// The index as a program uses it.
    public Operand operand(Platform platform) {
        return new Operand.Constant(index(platform));
    }

    /// The index.
    ///
    /// @throws IllegalArgumentException where there is no readable key of 4 bytes
    public long index(Platform platform) {
        return switch (key) {
            case Key.Index(long number) -> number;
            case Key.Raw(var bytes) when bytes.size() >= 4 -> bytes.number(4, platform.byteOrder());
            case Key.Raw _, Key.Missing _, Key.Unreadable _, Key.InMapping _ ->
                    throw new IllegalArgumentException(key + " is no index");
        };
    }
}
