package org.maptck.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a caller may be allowed beyond the usual: the capabilities of Linux that calls about maps
/// and programs ask for.
public enum Privilege {
    /// Creating maps and loading programs.
    BPF,
    /// What programs may learn of addresses and of memory that was never written.
    PERFMON,
    /// Loading classifiers.
    NET_ADMIN,
    /// All of the others, ids, and devices.
    SYS_ADMIN;

    /// Every privilege there is.
    public static Set<Privilege> all() {
        return EnumSet.allOf(Privilege.class);
    }

    /// The name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The name in the manual pages, as in `CAP_BPF`.
    public String capability() {
        return "CAP_" + name();
    }
}
