package org.maptck.model;

import java.util.Set;

/// Who an implementation is, on which platform, and what it offers.
public record Identity(
        String name, String version, Platform platform, Set<Capability> capabilities) {
    public Identity {
        capabilities = Set.copyOf(capabilities);
    }
}
