package org.maptck.features.steps;

import org.maptck.model.Oddity;

/// What a program does that is loaded for the verifier to judge.
///
/// @param number what the oddity needs, or 0
public record Unreached(Oddity oddity, long number) {}
