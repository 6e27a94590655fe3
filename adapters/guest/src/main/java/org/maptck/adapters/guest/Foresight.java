package org.maptck.adapters.guest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Bytes;

/// What a thread read after each kind of call the last time, so that the next such call brings it
/// along. Only small reads of memory that has stayed are foreseen: whoever changes the memory of
/// the process makes all threads forget.
final class Foresight {
    /// The most reads that travel with a call.
    static final int MOST = 16;

    private static final int LONGEST = 512;

    private final AtomicInteger changes;
    private final Map<Kind, List<Range>> usual = new HashMap<>();
    private int seenChanges;
    private Kind kind = new Kind(Call.CLOSE, 0);
    private List<Range> asked = new ArrayList<>();
    private List<Range> sent = List.of();
    private Bytes content = Bytes.EMPTY;
    private boolean fresh;

    /// Bytes of memory.
    record Range(long address, int length) {}

    private record Kind(Call call, long first) {}

    /// @param changes how often the memory of the process was changed, by all threads
    Foresight(AtomicInteger changes) {
        this.changes = changes;
    }

    /// Begins a call: what to read after it.
    List<Range> begin(Call call, long first) {
        if (!asked.isEmpty()) {
            usual.put(kind, List.copyOf(asked));
        }
        if (changesMemory(call)) {
            changes.incrementAndGet();
        }
        if (seenChanges != changes.get()) {
            seenChanges = changes.get();
            usual.clear();
        }
        kind = new Kind(call, first);
        asked = new ArrayList<>();
        sent = call == Call.BPF ? usual.getOrDefault(kind, List.of()) : List.of();
        fresh = false;
        return sent;
    }

    private static boolean changesMemory(Call call) {
        return switch (call) {
            case MADVISE, MMAP, MPROTECT, MREMAP, MUNMAP -> true;
            case BPF,
                    CAPGET,
                    CAPSET,
                    CLOSE,
                    FCNTL,
                    FSCONFIG,
                    FSMOUNT,
                    FSOPEN,
                    LSEEK,
                    MSYNC,
                    OPENAT,
                    PPOLL,
                    READ,
                    SCHED_SETAFFINITY,
                    UNLINKAT,
                    WRITE ->
                    false;
        };
    }

    /// The reads that came with the call.
    void arrived(Bytes bytes) {
        content = bytes;
        fresh = true;
    }

    /// Memory may have changed since the call.
    void forget() {
        fresh = false;
    }

    /// Memory that came with the call and has not changed since.
    Optional<Bytes> find(long address, int length) {
        var range = new Range(address, length);
        if (fresh && kind.call() == Call.BPF && length <= LONGEST && asked.size() < MOST) {
            asked.add(range);
        }
        int at = 0;
        for (var brought : sent) {
            if (brought.equals(range) && fresh) {
                return Optional.of(content.slice(at, at + length));
            }
            at += brought.length();
        }
        return Optional.empty();
    }
}
