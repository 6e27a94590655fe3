package org.maptck.adapters.linux;

import java.nio.ByteOrder;
import org.maptck.model.Bytes;
import org.maptck.model.TypeShape;

/// A description of types, and the numbers of the types that were added to it.
final class TypeNumbers {
    private final Btf btf;

    TypeNumbers(ByteOrder order) {
        btf = new Btf(order);
    }

    /// Adds a type: its number.
    int add(TypeShape shape) {
        return switch (shape) {
            case TypeShape.Integral(int bytes, int bits, var coding) ->
                    btf.integer("number", bytes, bits, encoding(coding));
            case TypeShape.Alias(var of) -> btf.alias("alias", add(of));
            case TypeShape.Choice(int bytes) -> btf.enumeration("choice", bytes, "one");
            case TypeShape.Structure(int bytes) -> btf.structure("structure", bytes, bytes(bytes));
            case TypeShape.Holding holding -> holding(holding);
            case TypeShape.Pointer() -> btf.pointer(btf.integer("target", Integer.BYTES));
            case TypeShape.Section(int bytes) -> section(bytes);
        };
    }

    private Btf.Member bytes(int count) {
        return bytes("bytes", count, 0);
    }

    private Btf.Member bytes(String name, int count, int offset) {
        int character = btf.integer("byte", 1);
        int index = btf.integer("index", Integer.BYTES);
        return new Btf.Member(name, btf.array(character, index, count), offset);
    }

    private int holding(TypeShape.Holding shape) {
        int from = shape.offset();
        int end = from + shape.field().bytes();
        var before = bytes("before", from, 0);
        var field = new Btf.Member("field", field(shape.field()), from);
        return btf.structure(
                "structure",
                shape.bytes(),
                before,
                field,
                bytes("after", shape.bytes() - end, end));
    }

    private int field(TypeShape.Field field) {
        return switch (field) {
            case TIMER -> btf.structure("bpf_timer", field.bytes(), bytes(field.bytes()));
            case WORK_QUEUE -> btf.structure("bpf_wq", field.bytes(), bytes(field.bytes()));
            case KERNEL_POINTER -> {
                int object = btf.structure("task_struct", Long.BYTES, bytes(Long.BYTES));
                yield btf.pointer(btf.tagged("kptr_untrusted", object));
            }
        };
    }

    private int section(int bytes) {
        int variable = btf.variable("variable", bytes(bytes).type());
        return btf.section(".data", bytes, variable);
    }

    private static int encoding(TypeShape.Coding coding) {
        return switch (coding) {
            case UNSIGNED -> 0;
            case SIGNED -> 1;
            case CHARACTER -> 2;
            case TRUTH -> 4;
        };
    }

    Bytes encoded() {
        return btf.encoded();
    }
}
