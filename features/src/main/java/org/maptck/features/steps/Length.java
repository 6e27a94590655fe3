package org.maptck.features.steps;

import org.maptck.model.Platform;

/// A length or an offset in pages and bytes.
public record Length(long pages, long bytes) {
    /// All of it in bytes, on a platform.
    public long on(Platform platform) {
        return pages * platform.pageSize() + bytes;
    }
}
