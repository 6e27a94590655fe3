package org.maptck.model;

import java.util.Locale;
import java.util.Optional;

/// The description of types that a creation hands over.
///
/// @param source the descriptor of the description
/// @param key the type of the keys, if one is named
/// @param value the type of the values, if one is named
public record Types(Source source, Optional<TypeShape> key, Optional<TypeShape> value) {
    /// None.
    public static final Types NONE = new Types(Source.NONE, Optional.empty(), Optional.empty());

    /// Where a description comes from. Types are named by number, and a description that is not the
    /// caller's own has none or others by those numbers.
    public enum Source {
        /// The number 0.
        NONE,
        /// A number that no descriptor has.
        CLOSED,
        /// A descriptor of a map.
        OTHER,
        /// The description of the kernel itself.
        KERNEL,
        /// One that the caller loaded, with those types.
        OWN;

        /// The name in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Types of the caller's own.
    public static Types own(TypeShape key, TypeShape value) {
        return new Types(Source.OWN, Optional.of(key), Optional.of(value));
    }

    /// The structure with a field of the kernel's that values are, if they are one.
    public Optional<TypeShape.Holding> holding() {
        return value.map(TypeShape::resolved)
                .filter(TypeShape.Holding.class::isInstance)
                .map(TypeShape.Holding.class::cast);
    }

    /// Whether a type is named.
    public boolean named() {
        return key.isPresent() || value.isPresent();
    }
}
