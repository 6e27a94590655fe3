package org.maptck.benchmarks.calls;

import java.util.ArrayList;
import java.util.List;
import org.maptck.adapters.linux.Kernel;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Bytes;

/// What was done with a kernel, in order.
final class Notes {
    private static final int LOOKUP = 1;
    private static final int BY_ID = 14;
    private static final int INFO = 15;
    private static final int ID_SIZE = 4;

    /// A command that no kernel has: it reads its arguments and refuses.
    private static final int NO_COMMAND = -1;

    private static final long EFAULT = -14;

    private final List<Entry> entries = new ArrayList<>();
    private final Stores stores = new Stores();
    private Ids ids = new Ids();

    void put(long address, Bytes bytes) {
        stores.put(address, bytes.toArray());
    }

    /// Notes what a call finds in memory.
    void before(Kernel kernel, Call call, long command, long attributes) {
        entries.addAll(stores.take());
        if (call == Call.BPF && command == BY_ID && attributes != 0) {
            ids.origin(kernel.get(attributes, ID_SIZE)).ifPresent(it -> name(it, attributes));
        }
    }

    /// The id is told after the call that told it, and put to where it was put.
    private void name(Ids.Seen origin, long address) {
        int number = ids.nextNumber();
        for (int i = entries.size() - 1; entries.get(i) != origin.call(); i--) {
            if (entries.get(i) instanceof Entry.Stored stored && stored.holds(address)) {
                entries.add(i + 1, new Entry.Named(number, address));
                entries.add(
                        entries.lastIndexOf(origin.call()) + 1,
                        new Entry.Told(number, origin.address()));
                return;
            }
        }
    }

    /// Notes a call, and where it told an id.
    void after(Kernel kernel, Entry.Called called) {
        entries.add(called);
        if (called.call() == Call.BPF && called.result() >= 0) {
            long attributes = called.arguments()[1];
            switch ((int) called.arguments()[0]) {
                case LOOKUP -> see(kernel, kernel.get(attributes + 16, 8), called);
                case INFO -> see(kernel, kernel.get(attributes + 8, 8) + ID_SIZE, called);
                default -> {}
            }
        }
    }

    private void see(Kernel kernel, long address, Entry.Called called) {
        if (kernel.call(Call.BPF, NO_COMMAND, address, ID_SIZE) != EFAULT) {
            ids.see(kernel.get(address, ID_SIZE), address, called);
        }
    }

    /// All entries, which are forgotten here.
    List<Entry> take() {
        var all = List.copyOf(entries);
        entries.clear();
        ids = new Ids();
        return all;
    }
}
