package org.maptck.reports;

import java.time.Instant;
import java.util.Map;
import org.maptck.model.Identity;

/// What a run set out to do: the first line of its results.
///
/// @param tool the version of maptck
/// @param selection the level and, where given, tags and ids, in words
/// @param subjects the implementations under test, by address, in order
/// @param notOffered implementations that this machine lacks, by address, each with the reason
/// @param catalogue the rules selected
public record RunHeader(
        String tool,
        Instant started,
        Level level,
        String selection,
        Map<String, Identity> subjects,
        Map<String, String> notOffered,
        Catalogue catalogue) {}
