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
    private static final int POPULATE = 0x8000;
    private static final int LOCK = 0x2000;
    private static final int HUGE_PAGES = 0x40000;
    private static final int SYNC = 0x80000;
    private static final int VALIDATE = 2;
    private static final int DONTNEED = 4;
    private static final int ASYNC = 1;
    private static final int INVALIDATE = 2;
    private static final int SYNCHRONOUS = 4;
    private static final int MAY_MOVE = 1;
    private static final Outcome FAULT = new Outcome.Refused(Errno.EFAULT);
    private static final Outcome INVALID = new Outcome.Refused(Errno.EINVAL);

    /// Maps wherever there is room, then moves the mapping to a place with a forbidden page after
    /// it, so that a call that runs over its end meets no memory of anybody else.
    Outcome map(Command.MapMemory map) {
        int sharing = (map.shared() ? Pages.SHARED : Pages.PRIVATE) | bits(map);
        int protection = bits(map.protection());
        long found =
                pages.map(bindings.fd(map.map()), map.offset(), map.length(), protection, sharing);
        if (found < 0) {
            return ErrnoNumbers.refused(found);
        }
        long span = kernel().platform().pageAligned(map.length());
        long place = pages.allocate(span + pages.size(), Pages.NONE);
        pages.move(found, span, place);
        bindings.bind(map.mapping(), new Mapped(place, span, map.protection(), true));
        return ErrnoNumbers.DONE;
    }

    private Kernel kernel() {
        return pages.kernel();
    }

    /// A durable mapping is asked for in the one way in which options that are not known count.
    private static int bits(Command.MapMemory map) {
        return switch (map.option()) {
            case NONE -> 0;
            case POPULATED -> POPULATE;
            case LOCKED -> LOCK;
            case HUGE -> HUGE_PAGES;
            case DURABLE -> map.shared() ? SYNC | VALIDATE : SYNC;
        };
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
        return (mapped.protection().read() && mapped.present())
                || attributes.readable(mapped.address());
    }

    Outcome write(Command.WriteMemory write) {
        var mapped = bindings.mapping(write.mapping());
        Bytes bytes = write.bytes();
        if (!mapped.holds(write.offset(), bytes.size())
                || !mapped.protection().write()
                || !readable(mapped)) {
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

    Outcome use(Command.UseMapping use) {
        var mapped = bindings.mapping(use.mapping());
        if (!mapped.exists()) {
            return INVALID;
        }
        return ErrnoNumbers.done(
                switch (use.use()) {
                    case DISCARD -> discard(use.mapping(), mapped);
                    case GROW -> grow(mapped);
                    case CUT -> cut(use.mapping(), mapped);
                    case FLUSH -> kernel(Call.MSYNC, mapped, SYNCHRONOUS);
                    case FLUSH_LATER -> kernel(Call.MSYNC, mapped, ASYNC);
                    case INVALIDATE -> kernel(Call.MSYNC, mapped, INVALIDATE);
                });
    }

    private long kernel(Call call, Mapped mapped, int flag) {
        return kernel().call(call, mapped.address(), mapped.span(), flag);
    }

    private long discard(Mapping mapping, Mapped mapped) {
        long result = kernel(Call.MADVISE, mapped, DONTNEED);
        if (result == 0) {
            bindings.discard(mapping);
        }
        return result;
    }

    /// Where it grew after all, it is not where the binding says any more, and goes.
    private long grow(Mapped mapped) {
        long longer = mapped.span() + pages.size();
        long result =
                kernel().call(Call.MREMAP, mapped.address(), mapped.span(), longer, MAY_MOVE, 0, 0);
        if (result >= 0) {
            throw new IllegalStateException("a mapping of a map grew");
        }
        return result;
    }

    /// What is cut off stays taken, by a page that nobody can access and what comes after it.
    private long cut(Mapping mapping, Mapped mapped) {
        long page = pages.size();
        long result = kernel().call(Call.MREMAP, mapped.address(), mapped.span(), page);
        if (result < 0) {
            return result;
        }
        if (mapped.span() > page) {
            pages.guard(mapped.address() + page);
            pages.release(mapped.address() + mapped.span(), page);
            bindings.cut(mapping, page);
        }
        return 0;
    }

    Outcome unmap(Mapping mapping) {
        if (!bindings.mapping(mapping).exists()) {
            return INVALID;
        }
        bindings.unmap(mapping);
        return ErrnoNumbers.DONE;
    }
}
