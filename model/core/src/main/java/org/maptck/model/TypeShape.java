package org.maptck.model;

/// A type in a description of types, as far as maps care for it. Prints as [#of] reads it.
public sealed interface TypeShape {
    /// An integer of some bytes, of which `bits` count from the first bit on.
    ///
    /// @param bytes 1, 2, 4 or 8
    /// @param bits 1 to 8 times the bytes
    record Integral(int bytes, int bits, Coding coding) implements TypeShape {
        @Override
        public String toString() {
            return coding.id() + " " + bytes + (bits == 8 * bytes ? "" : " of " + bits + " bits");
        }
    }

    /// Another name for a type.
    record Alias(TypeShape of) implements TypeShape {
        @Override
        public String toString() {
            return "alias of " + of;
        }
    }

    /// An enumeration of so many bytes: 1, 2, 4 or 8.
    record Choice(int bytes) implements TypeShape {
        @Override
        public String toString() {
            return "enum " + bytes;
        }
    }

    /// A structure of so many bytes.
    record Structure(int bytes) implements TypeShape {
        @Override
        public String toString() {
            return "struct " + bytes;
        }
    }

    /// A structure of so many bytes, one of whose fields is the kernel's affair.
    ///
    /// @param offset of the field, in bytes
    record Holding(int bytes, Field field, int offset) implements TypeShape {
        @Override
        public String toString() {
            return "struct " + bytes + " with " + field.id() + " at " + offset;
        }
    }

    /// An address.
    record Pointer() implements TypeShape {
        @Override
        public String toString() {
            return "pointer";
        }
    }

    /// A data section of so many bytes.
    record Section(int bytes) implements TypeShape {
        @Override
        public String toString() {
            return "section " + bytes;
        }
    }

    /// A field of which programs alone make use.
    enum Field {
        /// `struct bpf_timer`.
        TIMER("timer", 16),
        /// `struct bpf_wq`.
        WORK_QUEUE("work-queue", 16),
        /// An address of an object of the kernel, which has no owner here.
        KERNEL_POINTER("kernel-pointer", 8);

        private final String id;
        private final int bytes;

        Field(String id, int bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        /// The word for it.
        public String id() {
            return id;
        }

        /// Bytes that it takes.
        public int bytes() {
            return bytes;
        }
    }

    /// What the bits of an integer mean.
    enum Coding {
        UNSIGNED("unsigned"),
        SIGNED("signed"),
        CHARACTER("char"),
        TRUTH("bool");

        private final String id;

        Coding(String id) {
            this.id = id;
        }

        /// The word for it.
        public String id() {
            return id;
        }
    }

    /// Bytes of a value of that type, where a machine word has so many.
    default int size(int word) {
        return switch (this) {
            case Integral(int bytes, _, _) -> bytes;
            case Alias(var of) -> of.size(word);
            case Choice(int bytes) -> bytes;
            case Structure(int bytes) -> bytes;
            case Holding(int bytes, _, _) -> bytes;
            case Pointer() -> word;
            case Section(int bytes) -> bytes;
        };
    }

    /// What the type is once other names are looked through.
    default TypeShape resolved() {
        return this instanceof Alias(var of) ? of.resolved() : this;
    }

    /// The type of these words, as in `signed 4`, `unsigned 4 of 16 bits`, `alias of enum 4`,
    /// `struct 12`, `struct 24 with timer at 8`, `pointer` or `section 8`.
    ///
    /// @throws IllegalArgumentException for other words
    static TypeShape of(String words) {
        var parts = words.split(" ", -1);
        return switch (parts[0]) {
            case "alias" -> new Alias(of(words.substring("alias of ".length())));
            case "enum" -> new Choice(number(parts, 1));
            case "struct" ->
                    parts.length > 3
                            ? new Holding(number(parts, 1), field(parts[3]), number(parts, 5))
                            : new Structure(number(parts, 1));
            case "pointer" -> new Pointer();
            case "section" -> new Section(number(parts, 1));
            case String coding -> {
                int bytes = number(parts, 1);
                yield new Integral(
                        bytes, parts.length > 3 ? number(parts, 3) : 8 * bytes, coding(coding));
            }
        };
    }

    private static int number(String[] parts, int at) {
        if (at < parts.length && parts[at].matches("\\d{1,9}")) {
            return Integer.parseInt(parts[at]);
        }
        throw new IllegalArgumentException(
                "type '" + String.join(" ", parts) + "', wanted a number of bytes");
    }

    private static Field field(String word) {
        for (Field field : Field.values()) {
            if (field.id().equals(word)) {
                return field;
            }
        }
        throw new IllegalArgumentException("field '" + word + "', wanted one, as in timer");
    }

    private static Coding coding(String word) {
        for (Coding coding : Coding.values()) {
            if (coding.id().equals(word)) {
                return coding;
            }
        }
        throw new IllegalArgumentException("type '" + word + "', wanted a kind, as in signed 4");
    }
}
