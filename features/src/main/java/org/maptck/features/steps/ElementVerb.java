package org.maptck.features.steps;

/// What is done with an element, but for writing it.
public enum ElementVerb {
    LOOKS_UP,
    DELETES,
    LOOKS_UP_AND_DELETES,
    ASKS_FOR_THE_KEY_AFTER,
    LOCATES
}
