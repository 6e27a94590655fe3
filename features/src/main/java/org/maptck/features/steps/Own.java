package org.maptck.features.steps;

/// What a scenario fills a map with, different for each element.
public enum Own {
    /// Bytes that tell elements, and the CPUs' slots of an element, apart.
    PATTERN,
    /// The index as a number.
    INDEX
}
