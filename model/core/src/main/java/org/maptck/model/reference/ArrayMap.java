package org.maptck.model.reference;

import java.util.List;
import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Flags;
import org.maptck.model.MapSpec;
import org.maptck.model.Platform;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// A map that exists: its elements, each of one slot, or of one a possible CPU.
final class ArrayMap {
    private static final int LOCK_SIZE = 4;
    private static final int NO_LOCK = -1;

    /// Bytes of a value that are the kernel's affair: its lock or another such field.
    ///
    /// @param pointer whether they are the address of an object
    private record Hidden(int from, int to, boolean pointer) {
        static Hidden of(TypeShape.Holding type) {
            int from = type.offset();
            var field = type.field();
            return new Hidden(from, from + field.bytes(), field == TypeShape.Field.KERNEL_POINTER);
        }
    }

    private final long id;
    private final MapSpec spec;
    private final Types types;
    private final long maxEntries;
    private final int slots;
    private final int valueSize;
    private final int userSize;
    private final long stride;
    private final int lock;
    private final Hidden hidden;
    private final Storage storage;
    private boolean frozen;

    /// @param locks whether a lock in the value is one
    /// @param special the type of the values, where a part of it is the kernel's affair
    ArrayMap(
            long id,
            MapSpec spec,
            Types types,
            Platform platform,
            boolean locks,
            Optional<TypeShape.Holding> special) {
        this.id = id;
        this.spec = spec;
        this.types = types;
        this.maxEntries = spec.maxEntries();
        this.slots = spec.type().perCpu() ? platform.cpuCount() : 1;
        this.valueSize = Math.toIntExact(spec.valueSize());
        this.userSize = Math.toIntExact(spec.userValueSize(slots));
        this.stride = spec.stride();
        this.lock = locks ? spec.lock().orElse(NO_LOCK) : NO_LOCK;
        this.hidden = hidden(special);
        this.storage =
                new Storage(mappable() ? platform.pageAligned(elementBytes()) : elementBytes());
    }

    private Hidden hidden(Optional<TypeShape.Holding> special) {
        return locked()
                ? new Hidden(lock, lock + LOCK_SIZE, false)
                : special.map(Hidden::of).orElse(new Hidden(valueSize, valueSize, false));
    }

    long id() {
        return id;
    }

    MapSpec spec() {
        return spec;
    }

    Types types() {
        return types;
    }

    /// Whether its keys and values have types.
    boolean typed() {
        return types.named() || spec.lock().isPresent();
    }

    /// Bytes of all elements, with their padding and in all slots.
    long elementBytes() {
        return maxEntries * slots * stride;
    }

    long maxEntries() {
        return maxEntries;
    }

    int valueSize() {
        return valueSize;
    }

    /// Bytes of a value as system calls see it.
    int userSize() {
        return userSize;
    }

    long stride() {
        return stride;
    }

    boolean perCpu() {
        return spec.type().perCpu();
    }

    boolean has(long flag) {
        return (spec.flags() & flag) != 0;
    }

    boolean mappable() {
        return has(Flags.MMAPABLE);
    }

    /// Whether it is for one program alone, which is none of ours.
    boolean exclusive() {
        return spec.exclusive().isPresent();
    }

    boolean locked() {
        return lock != NO_LOCK;
    }

    /// Whether a part of its values is the kernel's affair.
    boolean special() {
        return hidden.from() < hidden.to();
    }

    /// Whether there is a lock at that offset of a value.
    boolean lockAt(long offset) {
        return locked() && lock == offset;
    }

    /// Whether `width` bytes at `offset` of a value share one with what is the kernel's affair.
    boolean touchesHidden(long offset, long width) {
        return special() && offset < hidden.to() && hidden.from() < offset + width;
    }

    /// Whether `width` bytes at `offset` of a value have all of a pointer of the kernel among them.
    boolean holdsPointer(long offset, long width) {
        return hidden.pointer() && offset <= hidden.from() && hidden.to() <= offset + width;
    }

    /// Bytes up to the last that is no part of a lock.
    int sizeWithoutLastLock() {
        return locked() && lock + LOCK_SIZE == valueSize ? lock : valueSize;
    }

    boolean frozen() {
        return frozen;
    }

    void freeze() {
        frozen = true;
    }

    /// All of it, with the rest of the last page where it may be mapped.
    Storage memory() {
        return storage;
    }

    /// All that answers depend on, as a value.
    List<Object> state() {
        return List.of(spec, types, frozen, storage.read(0, Math.toIntExact(storage.size())));
    }

    long offset(long index, int slot) {
        return (index * slots + slot) * stride;
    }

    Bytes userValue(long index) {
        return storage.read(offset(index, 0), userSize);
    }

    Bytes value(long index, int slot) {
        return storage.read(offset(index, slot), valueSize);
    }

    /// Stores what user space gave: a value, or a stride for each possible CPU.
    void storeUserValue(long index, Bytes source, boolean padding) {
        if (perCpu() && padding && !special()) {
            storage.write(offset(index, 0), source, 0, userSize);
            return;
        }
        for (int slot = 0; slot < slots; slot++) {
            storeValue(index, slot, source, Math.toIntExact(slot * stride));
        }
    }

    /// Stores one value in every slot.
    void storeEverywhere(long index, Bytes source) {
        for (int slot = 0; slot < slots; slot++) {
            storeValue(index, slot, source, 0);
        }
    }

    /// Stores a value, found in `source` from `from` on, all but what is the kernel's affair.
    void storeValue(long index, int slot, Bytes source, int from) {
        long at = offset(index, slot);
        int after = hidden.to();
        storage.write(at, source, from, hidden.from());
        storage.write(at + after, source, from + after, valueSize - after);
    }
}
