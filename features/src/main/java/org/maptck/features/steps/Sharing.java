package org.maptck.features.steps;

import org.maptck.model.MappingOption;

/// How a mapping is asked for.
///
/// @param shared whether stores reach the map
public record Sharing(boolean shared, MappingOption option) {}
