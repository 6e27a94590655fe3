package org.maptck.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.FileUse;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Handle;
import org.maptck.model.Loading;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.MappingOption;
import org.maptck.model.MappingUse;
import org.maptck.model.Oddity;
import org.maptck.model.OuterKind;
import org.maptck.model.Privilege;
import org.maptck.model.Protection;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// The forms that are a single word in JSON.
final class Words {
    static final Form<Bytes> BYTES = of(Sink::bytes, Node::bytes);
    static final Form<Handle> HANDLE = of((out, map) -> out.text(map.toString()), Words::handle);
    static final Form<Mapping> MAPPING =
            of((out, mapping) -> out.number(mapping.number()), Words::mapping);
    static final Form<Errno> ERRNO = of((out, errno) -> out.text(errno.name()), Words::errno);
    static final Form<MapType> TYPE = of((out, type) -> out.text(id(type)), Words::type);
    static final Form<Protection> PROTECTION =
            of((out, protection) -> out.text(protection.toString()), Words::protection);
    static final Form<Long> QUANTITY =
            of((out, quantity) -> out.quantity(quantity), Node::quantity);
    static final Form<Long> WORD = of((out, word) -> out.word(word), Node::word);
    static final Form<Integer> NUMBER = of((out, number) -> out.number(number), Node::number);

    static final Form<AtomicOperation> ATOMIC =
            choice(AtomicOperation.values(), AtomicOperation::id);
    static final Form<Oddity> ODDITY = choice(Oddity.values(), Oddity::id);
    static final Form<Privilege> PRIVILEGE = choice(Privilege.values(), Privilege::id);
    static final Form<ForeignDescriptor> FOREIGN =
            choice(ForeignDescriptor.values(), ForeignDescriptor::id);
    static final Form<Types.Source> TYPE_SOURCE = choice(Types.Source.values(), Types.Source::id);
    static final Form<FileUse> FILE_USE = choice(FileUse.values(), FileUse::id);
    static final Form<MappingUse> MAPPING_USE = choice(MappingUse.values(), MappingUse::id);
    static final Form<MappingOption> MAPPING_OPTION =
            choice(MappingOption.values(), MappingOption::id);
    static final Form<TypeShape> TYPE_SHAPE =
            of((out, type) -> out.text(type.toString()), Words::typeShape);
    static final Form<OuterKind> OUTER_KIND = choice(OuterKind.values(), OuterKind::id);
    static final Form<Loading> LOADING = choice(Loading.values(), Loading::id);

    private Words() {}

    /// One of several words.
    private static <T> Form<T> choice(T[] values, Function<T, String> id) {
        return of(
                (out, value) -> out.text(id.apply(value)),
                node ->
                        Arrays.stream(values)
                                .filter(value -> id.apply(value).equals(node.text()))
                                .findFirst()
                                .orElseThrow(() ->
                                        node.unknown(
                                                "one of "
                                                        + Arrays.stream(values).map(id).toList())));
    }

    private interface Writer<T> {
        Sink write(Sink out, T value);
    }

    private interface Reader<T> {
        T read(Node node);
    }

    private static <T> Form<T> of(Writer<T> writer, Reader<T> reader) {
        return new Form<>() {
            @Override
            public void write(T value, Sink out) {
                var _ = writer.write(out, value);
            }

            @Override
            public T read(Node node) {
                return reader.read(node);
            }
        };
    }

    private static Handle handle(Node node) {
        String letter = node.written().orElse("");
        if (letter.length() != 1 || letter.charAt(0) < 'A' || letter.charAt(0) > 'Z') {
            throw node.wrong("a letter A to Z");
        }
        return new Handle(letter.charAt(0) - 'A');
    }

    private static Mapping mapping(Node node) {
        return new Mapping((int) node.number(0, Mapping.COUNT - 1));
    }

    private static Errno errno(Node node) {
        try {
            return Errno.valueOf(node.text());
        } catch (IllegalArgumentException _) {
            throw node.wrong("the name of an errno, as in EINVAL");
        }
    }

    private static MapType type(Node node) {
        String text = node.text();
        for (MapType type : MapType.values()) {
            if (id(type).equals(text)) {
                return type;
            }
        }
        throw node.unknown("one of " + Arrays.stream(MapType.values()).map(Words::id).toList());
    }

    private static TypeShape typeShape(Node node) {
        try {
            return TypeShape.of(node.text());
        } catch (IllegalArgumentException _) {
            throw node.wrong("a type, as in signed 4");
        }
    }

    private static String id(MapType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static Protection protection(Node node) {
        String letters = node.text();
        if (letters.length() != 3) {
            throw node.wrong("three of rwx or -, as in rw-");
        }
        return new Protection(
                isSet(node, letters, 0, 'r'),
                isSet(node, letters, 1, 'w'),
                isSet(node, letters, 2, 'x'));
    }

    private static boolean isSet(Node node, String letters, int position, char letter) {
        char found = letters.charAt(position);
        if (found != letter && found != '-') {
            throw node.wrong("three of rwx or -, as in rw-");
        }
        return found == letter;
    }
}
