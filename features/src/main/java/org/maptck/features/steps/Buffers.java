package org.maptck.features.steps;

import org.maptck.model.Output;

/// Where a batch lets its answers be written.
public record Buffers(Output keys, Output values, Output cursor) {}
