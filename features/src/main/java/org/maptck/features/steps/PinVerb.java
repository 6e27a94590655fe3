package org.maptck.features.steps;

/// What is done with a pin.
public enum PinVerb {
    MAKES,
    REMOVES,
    READS
}
