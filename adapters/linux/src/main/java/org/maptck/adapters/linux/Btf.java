package org.maptck.adapters.linux;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.maptck.model.Bytes;

/// Type descriptions in the kernel's BPF Type Format, added one by one; each method that adds a
/// type answers its number.
final class Btf {
    /// The number of the key's type in [#ofLockedValue].
    static final int KEY_TYPE = 1;

    /// The number of the value's type in [#ofLockedValue].
    static final int VALUE_TYPE = 6;

    private static final int MAGIC = 0xeb9f;
    private static final int HEADER = 24;
    private static final int KIND_SHIFT = 24;
    private static final int ENCODING_SHIFT = 24;
    private static final int INT = 1;
    private static final int POINTER = 2;
    private static final int ARRAY = 3;
    private static final int STRUCT = 4;
    private static final int ENUM = 6;
    private static final int TYPEDEF = 8;
    private static final int FUNCTION = 12;
    private static final int FUNCTION_TYPE = 13;
    private static final int VARIABLE = 14;
    private static final int SECTION = 15;
    private static final int TYPE_TAG = 18;

    private final ByteOrder order;
    private final ByteArrayOutputStream types = new ByteArrayOutputStream();
    private final ByteArrayOutputStream names = new ByteArrayOutputStream();
    private int count;

    Btf(ByteOrder order) {
        this.order = order;
        names.write(0);
    }

    /// A field of a structure, at a byte offset.
    record Member(String name, int type, int offset) {}

    int integer(String name, int bytes) {
        return integer(name, bytes, 8 * bytes, 0);
    }

    /// @param encoding 0 for a number without sign, else 1 for signed, 2 for characters, 4 for
    ///   truth values
    int integer(String name, int bytes, int bits, int encoding) {
        type(name, INT, 0, bytes);
        u32(types, (long) encoding << ENCODING_SHIFT | bits);
        return count;
    }

    int pointer(int target) {
        type("", POINTER, 0, target);
        return count;
    }

    int alias(String name, int target) {
        type(name, TYPEDEF, 0, target);
        return count;
    }

    /// An enumeration of one constant, 0.
    int enumeration(String name, int bytes, String constant) {
        type(name, ENUM, 1, bytes);
        u32(types, name(constant));
        u32(types, 0);
        return count;
    }

    /// A type with a word that the kernel knows.
    int tagged(String tag, int type) {
        type(tag, TYPE_TAG, 0, type);
        return count;
    }

    /// A static variable.
    int variable(String name, int type) {
        type(name, VARIABLE, 0, type);
        u32(types, 0);
        return count;
    }

    /// A data section of one variable.
    int section(String name, int bytes, int variable) {
        type(name, SECTION, 1, bytes);
        u32(types, variable);
        u32(types, 0);
        u32(types, bytes);
        return count;
    }

    int array(int element, int index, long length) {
        type("", ARRAY, 0, 0);
        u32(types, element);
        u32(types, index);
        u32(types, length);
        return count;
    }

    int structure(String name, long bytes, Member... members) {
        type(name, STRUCT, members.length, bytes);
        for (Member member : members) {
            u32(types, name(member.name()));
            u32(types, member.type());
            u32(types, 8L * member.offset());
        }
        return count;
    }

    int functionType(int result) {
        type("", FUNCTION_TYPE, 0, result);
        return count;
    }

    /// @param linkage 0 for a static function, 1 for a global one
    int function(String name, int type, int linkage) {
        type(name, FUNCTION, linkage, type);
        return count;
    }

    private void type(String name, int kind, int info, long sizeOrType) {
        u32(types, name(name));
        u32(types, (long) kind << KIND_SHIFT | info);
        u32(types, sizeOrType);
        count++;
    }

    private int name(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        int offset = names.size();
        names.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        names.write(0);
        return offset;
    }

    private void u32(ByteArrayOutputStream section, long value) {
        section.writeBytes(Bytes.number(value, Integer.BYTES, order).toArray());
    }

    /// All of it, as the kernel takes it.
    Bytes encoded() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(Bytes.number(MAGIC, Short.BYTES, order).toArray());
        all.write(1);
        all.write(0);
        u32(all, HEADER);
        u32(all, 0);
        u32(all, types.size());
        u32(all, types.size());
        u32(all, names.size());
        all.writeBytes(types.toByteArray());
        all.writeBytes(names.toByteArray());
        return Bytes.owning(all.toByteArray());
    }

    /// Types of a value of `valueSize` bytes with a spin lock: the first is that of the key, the
    /// last that of the value.
    static Bytes ofLockedValue(ByteOrder order, long valueSize, int lock) {
        var btf = new Btf(order);
        int number = btf.integer("int", Integer.BYTES);
        int character = btf.integer("char", 1);
        int lockType = btf.structure("bpf_spin_lock", Integer.BYTES, new Member("val", number, 0));
        int end = lock + Integer.BYTES;
        int before = btf.array(character, number, lock);
        int after = btf.array(character, number, Math.max(0, valueSize - end));
        btf.structure(
                "value",
                valueSize,
                new Member("before", before, 0),
                new Member("lock", lockType, lock),
                new Member("after", after, end));
        return btf.encoded();
    }
}
