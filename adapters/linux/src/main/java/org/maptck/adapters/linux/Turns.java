package org.maptck.adapters.linux;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.maptck.model.Command;

/// Who may do a command while others do theirs: all at once, but for commands that change what a
/// handle, mapping, id or pin stands for. Those wait until nobody uses one.
///
/// @param free whether nobody ever waits
record Turns(ReadWriteLock lock, boolean free) {
    Turns(List<Command> callers) {
        this(new ReentrantReadWriteLock(), callers.stream().noneMatch(Turns::rebinds));
    }

    <T> T take(Command command, Supplier<T> action) {
        Lock mine = rebinds(command) ? lock.writeLock() : lock.readLock();
        mine.lock();
        try {
            return action.get();
        } finally {
            mine.unlock();
        }
    }

    private static boolean rebinds(Command command) {
        return command instanceof Command.Create
                || command instanceof Command.Close
                || command instanceof Command.MapMemory
                || command instanceof Command.Protect
                || command instanceof Command.Unmap
                || command instanceof Command.GetInfo
                || command instanceof Command.Duplicate
                || command instanceof Command.OpenById
                || command instanceof Command.Pin
                || command instanceof Command.OpenPin
                || command instanceof Command.Unpin
                || command instanceof Command.UseMapping
                || command instanceof Command.Deprived
                || command instanceof Command.Enveloped;
    }
}
