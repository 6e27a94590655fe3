package org.maptck.benchmarks.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The ids that the kernel told lately, and where: those that are asked for later get numbers.
final class Ids {
    private static final int KEPT = 64;

    private final Deque<Seen> seen = new ArrayDeque<>();
    private int numbers;

    /// @param call the call that told it
    record Seen(long id, long address, Entry.Called call) {}

    void see(long id, long address, Entry.Called call) {
        seen.addFirst(new Seen(id, address, call));
        if (seen.size() > KEPT) {
            seen.removeLast();
        }
    }

    /// Where an id was told last.
    Optional<Seen> origin(long id) {
        return seen.stream().filter(it -> it.id() == id).findFirst();
    }

    int nextNumber() {
        return numbers++;
    }
}
