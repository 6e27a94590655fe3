package org.maptck.adapters.linux;

import java.util.Set;
import java.util.function.LongSupplier;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Privilege;

/// What the running thread may do: capabilities belong to threads, and one that is merely not in
/// effect can be taken back.
final class Capabilities {
    private static final int VERSION = 0x2008_0522;
    private static final int DATA = 16;
    private static final int WORDS = 12;
    private static final long CALLER = 0;

    private final Pages pages;
    private final Kernel kernel;
    private final long address;

    Capabilities(Pages pages) {
        this.pages = pages;
        kernel = pages.kernel();
        address = pages.allocate(pages.size(), Pages.READ | Pages.WRITE);
    }

    /// Does a call with those privileges of all that the thread has, and no other of them.
    long with(Set<Privilege> privileges, LongSupplier call) {
        if (privileges.size() == Privilege.values().length) {
            return call.getAsLong();
        }
        kernel.put(address, 4, VERSION);
        kernel.put(address + 4, 4, CALLER);
        Pages.demand("capget", kernel.call(Call.CAPGET, address, address + DATA, 0));
        long low = effective(0);
        long high = effective(1);
        effect(low & ~mask(privileges, 0), high & ~mask(privileges, 1));
        try {
            return call.getAsLong();
        } finally {
            effect(low, high);
        }
    }

    private long effective(int word) {
        return kernel.get(address + DATA + (long) word * WORDS, 4);
    }

    private void effect(long low, long high) {
        kernel.put(address + DATA, 4, low);
        kernel.put(address + DATA + WORDS, 4, high);
        Pages.demand("capset", kernel.call(Call.CAPSET, address, address + DATA, 0));
    }

    /// The bits of the privileges that are missing, of one word of 32.
    private static long mask(Set<Privilege> privileges, int word) {
        long mask = 0;
        for (Privilege privilege : Privilege.values()) {
            int number = number(privilege);
            if (!privileges.contains(privilege) && number / Integer.SIZE == word) {
                mask |= 1L << number % Integer.SIZE;
            }
        }
        return mask;
    }

    private static int number(Privilege privilege) {
        return switch (privilege) {
            case NET_ADMIN -> 12;
            case SYS_ADMIN -> 21;
            case PERFMON -> 38;
            case BPF -> 39;
        };
    }

    void close() {
        pages.release(address, pages.size());
    }
}
