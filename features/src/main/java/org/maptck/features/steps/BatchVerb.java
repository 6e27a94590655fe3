package org.maptck.features.steps;

/// What is done with a batch, but for writing it.
public enum BatchVerb {
    LOOKS_UP,
    LOOKS_UP_AND_DELETES,
    DELETES
}
