package org.maptck.features.steps;

/// What is done with a whole map.
public enum MapVerb {
    CLOSES,
    FREEZES,
    DESCRIBES,
    WALKS,
    ADDS,
    SHOWS,
    READS,
    WRITES,
    SEEKS,
    POLLS
}
