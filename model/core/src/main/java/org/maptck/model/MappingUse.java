package org.maptck.model;

import java.util.Locale;

/// What can be tried with a whole mapping.
public enum MappingUse {
    /// `madvise(2)` with `MADV_DONTNEED`: gives its pages back.
    DISCARD("discard"),
    /// `mremap(2)` to a page more, moved if need be.
    GROW("growth"),
    /// `mremap(2)` to its first page.
    CUT("cut"),
    /// `msync(2)` with `MS_SYNC`.
    FLUSH("flush"),
    /// `msync(2)` with `MS_ASYNC`.
    FLUSH_LATER("later flush"),
    /// `msync(2)` with `MS_INVALIDATE`.
    INVALIDATE("invalidation");

    private final String noun;

    MappingUse(String noun) {
        this.noun = noun;
    }

    /// What it is, in a word or two.
    public String noun() {
        return noun;
    }

    /// The name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
