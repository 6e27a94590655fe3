package org.maptck.features.steps;

/// What is done with a map by a table of fields.
public enum Tabled {
    CREATED,
    DESCRIBED
}
