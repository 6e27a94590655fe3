package org.maptck.adapters.linux;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Supplier;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Bytes;
import org.maptck.model.Envelope;
import org.maptck.model.Outcome;
import org.maptck.model.Privilege;

/// One caller's argument block of bpf(2). A command sets every field up to the size that it passes,
/// so nothing is left over from the one before.
final class Attributes {
    static final int MAP_CREATE = 0;
    static final int MAP_LOOKUP_ELEM = 1;
    static final int MAP_UPDATE_ELEM = 2;
    static final int MAP_DELETE_ELEM = 3;
    static final int MAP_GET_NEXT_KEY = 4;
    static final int PROG_LOAD = 5;
    static final int OBJ_PIN = 6;
    static final int OBJ_GET = 7;
    static final int PROG_TEST_RUN = 10;
    static final int MAP_GET_FD_BY_ID = 14;
    static final int OBJ_GET_INFO_BY_FD = 15;
    private static final int BTF_LOAD = 18;
    static final int BTF_GET_FD_BY_ID = 19;
    static final int MAP_LOOKUP_AND_DELETE_ELEM = 21;
    static final int MAP_FREEZE = 22;
    static final int MAP_LOOKUP_BATCH = 24;
    static final int MAP_LOOKUP_AND_DELETE_BATCH = 25;
    static final int MAP_UPDATE_BATCH = 26;
    static final int MAP_DELETE_BATCH = 27;
    static final int LINK_CREATE = 28;
    static final int ITER_CREATE = 33;

    /// A command that no kernel has: it reads its arguments and refuses.
    private static final int NO_COMMAND = -1;

    private static final long EFAULT = -14;
    private static final int BTF_LOAD_SIZE = 24;
    private static final long LOW = 0xffff_ffffL;

    private final Kernel kernel;
    private final Pages pages;
    private final long address;
    private final Capabilities capabilities;
    private Envelope envelope = Envelope.USUAL;
    private Set<Privilege> privileges = Privilege.all();

    Attributes(Pages pages) {
        this.pages = pages;
        kernel = pages.kernel();
        address = pages.allocate(pages.size(), Pages.READ | Pages.WRITE);
        capabilities = new Capabilities(pages);
    }

    Attributes u32(int offset, long value) {
        kernel.put(address + offset, 4, value);
        return this;
    }

    Attributes u64(int offset, long value) {
        kernel.put(address + offset, 8, value);
        return this;
    }

    /// Sets the first `size` bytes, a multiple of 8, to zero.
    Attributes zero(int size) {
        for (int offset = 0; offset < size; offset += 8) {
            u64(offset, 0);
        }
        return this;
    }

    /// The 4-byte field after a call.
    long u32(int offset) {
        return kernel.get(address + offset, 4);
    }

    long address(int offset) {
        return address + offset;
    }

    /// Does the command with the first `size` bytes: a result or the negative errno.
    long call(int command, int size) {
        if (usual()) {
            return own(command, size);
        }
        return capabilities.with(privileges, () -> callWithin(command, size));
    }

    /// Whether calls are those of a caller with all privileges, made as usual.
    boolean usual() {
        return envelope.equals(Envelope.USUAL) && privileges.size() == Privilege.values().length;
    }

    /// Does a command that the adapter itself needs, whatever the caller may do: a result or the
    /// negative errno.
    long own(int command, int size) {
        return kernel.call(Call.BPF, command, address, size);
    }

    /// Begins a command, of a caller with all privileges, made as usual.
    Supplier<Outcome> begin(Prepared command, Kernel.Pipeline pipeline) {
        var answer = pipeline.begin(request(command));
        return () -> command.told().apply(answer.get());
    }

    /// Does a command over and over: the different outcomes, in the order of their first sight.
    SequencedSet<Outcome> repeat(Prepared command, int times, Kernel.Pipeline pipeline) {
        var answers = pipeline.repeat(times, request(command));
        var outcomes = new LinkedHashSet<Outcome>();
        answers.forEach(answer -> outcomes.add(command.told().apply(answer)));
        return outcomes;
    }

    private Kernel.Request request(Prepared command) {
        return new Kernel.Request(
                Call.BPF,
                command.command(),
                address,
                command.size(),
                command.memory(),
                command.length());
    }

    /// Lets calls be those of a caller with these privileges alone.
    Outcome as(Set<Privilege> fewer, Supplier<Outcome> calls) {
        privileges = fewer;
        try {
            return calls.get();
        } finally {
            privileges = Privilege.all();
        }
    }

    /// Lets calls hand over their arguments in that way.
    Outcome within(Envelope wrapping, Supplier<Outcome> calls) {
        envelope = wrapping;
        try {
            return calls.get();
        } finally {
            envelope = Envelope.USUAL;
        }
    }

    /// Whether the call that is under way can write to its arguments.
    boolean writable() {
        return envelope.place() == Envelope.Place.WRITABLE;
    }

    /// Whether the call that is under way hands over all of its `usual` bytes.
    boolean whole(int usual) {
        return (envelope.passed(usual) & LOW) >= usual;
    }

    private long callWithin(int command, int usual) {
        long size = envelope.passed(usual);
        int present = (int) Math.min(size & LOW, pages.size());
        if (present > usual) {
            kernel.write(address + usual, Bytes.zeros(present - usual));
        }
        envelope.set().ifPresent(offset -> kernel.put(address + offset, 1, 1));
        long result = placed(command + envelope.commandPlus(), size);
        envelope.set().ifPresent(offset -> kernel.put(address + offset, 1, 0));
        return result;
    }

    private long placed(long command, long size) {
        return switch (envelope.place()) {
            case WRITABLE -> kernel.call(Call.BPF, command, address, size);
            case READ_ONLY -> readOnly(command, size);
            case UNREADABLE -> kernel.call(Call.BPF, command, 0, size);
        };
    }

    private long readOnly(long command, long size) {
        protect(Pages.READ);
        long result = kernel.call(Call.BPF, command, address, size);
        protect(Pages.READ | Pages.WRITE);
        return result;
    }

    private void protect(int protection) {
        Pages.demand("arguments", pages.protect(address, pages.size(), protection));
    }

    /// A descriptor of these types, which the area holds, or the negative errno.
    long loadTypes(Area area, Bytes types) {
        return zero(BTF_LOAD_SIZE)
                .u64(0, area.holding(types))
                .u32(16, types.size())
                .own(BTF_LOAD, BTF_LOAD_SIZE);
    }

    /// Whether the kernel can read the byte at an address of this process.
    boolean readable(long byteAddress) {
        return kernel.call(Call.BPF, NO_COMMAND, byteAddress, 1) != EFAULT;
    }

    void close() {
        capabilities.close();
        pages.release(address, pages.size());
    }
}
