package org.maptck.adapters.linux;

import org.maptck.adapters.linux.Bindings.Mapped;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.Protection;

/// The commands on mappings. Memory is touched only where the kernel is known to let it be.
record MemoryFace(Pages pages, Attributes attributes, Bindings bindings) {
    private static final Outcome FAULT = new Outcome.Refused(Errno.EFAULT);
    private static final Outcome INVALID = new Outcome.Refused(Errno.EINVAL);

    /// Maps wherever there is room, then moves the mapping to a place with a forbidden page after
    /// it, so that a call that runs over its end meets no memory of anybody else.
    Outcome map(Command.MapMemory map) {
        int sharing = map.shared() ? Pages.SHARED : Pages.PRIVATE;
        int protection = bits(map.protection());
        long found =
                pages.map(bindings.fd(map.map()), map.offset(), map.length(), protection, sharing);
        if (found < 0) {
            return ErrnoNumbers.refused(found);
        }
        long span = kernel().platform().pageAligned(map.length());
        long place = pages.allocate(span + pages.size(), Pages.NONE);
        pages.move(found, span, place);
        bindings.bind(map.mapping(), new Mapped(place, span, map.protection()));
        return ErrnoNumbers.DONE;
    }

    private Kernel kernel() {
        return pages.kernel();
    }

    private static int bits(Protection protection) {
        return (protection.read() ? Pages.READ : 0)
                | (protection.write() ? Pages.WRITE : 0)
                | (protection.execute() ? Pages.EXECUTE : 0);
    }

    Outcome read(Command.ReadMemory read) {
        var mapped = bindings.mapping(read.mapping());
        if (!mapped.holds(read.offset(), read.length()) || !readable(mapped)) {
            return FAULT;
        }
        return new Outcome.Found(kernel().read(mapped.address() + read.offset(), read.length()));
    }

    /// Whether loads succeed: where the protection does not say so, the processor decides, and the
    /// kernel is asked to try.
    private boolean readable(Mapped mapped) {
        return mapped.protection().read() || attributes.readable(mapped.address());
    }

    Outcome write(Command.WriteMemory write) {
        var mapped = bindings.mapping(write.mapping());
        Bytes bytes = write.bytes();
        if (!mapped.holds(write.offset(), bytes.size()) || !mapped.protection().write()) {
            return FAULT;
        }
        kernel().write(mapped.address() + write.offset(), bytes);
        return ErrnoNumbers.DONE;
    }

    Outcome add(Command.AddMemory add) {
        if (add.width() != Integer.BYTES && add.width() != Long.BYTES) {
            return INVALID;
        }
        var mapped = bindings.mapping(add.mapping());
        if (!mapped.holds(add.offset(), add.width())
                || !mapped.protection().write()
                || !readable(mapped)) {
            return FAULT;
        }
        if (add.offset() % add.width() != 0) {
            return new Outcome.Unsupported("an atomic add at a misaligned address");
        }
        long address = mapped.address() + add.offset();
        return new Outcome.Returned(kernel().fetchAdd(address, add.width(), add.addend()));
    }

    Outcome protect(Command.Protect protect) {
        var mapped = bindings.mapping(protect.mapping());
        if (!mapped.exists()) {
            return INVALID;
        }
        int protection = bits(protect.protection());
        long result = kernel().call(Call.MPROTECT, mapped.address(), mapped.span(), protection);
        if (result == 0) {
            bindings.protect(protect.mapping(), protect.protection());
        }
        return ErrnoNumbers.done(result);
    }

    Outcome unmap(Mapping mapping) {
        if (!bindings.mapping(mapping).exists()) {
            return INVALID;
        }
        bindings.unmap(mapping);
        return ErrnoNumbers.DONE;
    }
}
