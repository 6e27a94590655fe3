package org.maptck.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maptck.features.fuzz.Agreement;
import org.maptck.model.Behaviour;
import org.maptck.model.Platform;
import org.maptck.model.Profile;
import org.maptck.model.Trace;
import org.maptck.model.Version;
import org.maptck.model.reference.ReferenceModel;

/// Which recordings show what changed between kernel versions: a model with the change answers
/// otherwise than a kernel from before, one without it otherwise than a kernel from after.
public final class ShownChanges {
    private final Version oldest;
    private final Map<Behaviour, String> before = new LinkedHashMap<>();
    private final Map<Behaviour, String> after = new LinkedHashMap<>();

    /// @param oldest the version of the oldest kernel: what is older than it cannot be shown
    public ShownChanges(Version oldest) {
        this.oldest = oldest;
    }

    /// Looks at what a kernel answered for all changes that no kernel shows yet. A trace that the
    /// model itself does not agree with shows nothing.
    ///
    /// @param traces worth a look: what all kernels answer alike shows no change
    public void look(String name, Platform platform, List<Trace> traces) {
        var profile = Profile.of(platform.kernel());
        var agreed =
                traces.parallelStream().filter(trace -> agrees(platform, profile, trace)).toList();
        for (Behaviour change : Behaviour.values()) {
            var shown = profile.has(change) ? after : before;
            var other = profile.has(change) ? profile.without(change) : profile.with(change);
            if (!oldest.atLeast(change.since())
                    && !shown.containsKey(change)
                    && agreed.parallelStream().anyMatch(trace -> !agrees(platform, other, trace))) {
                shown.put(change, name);
            }
        }
    }

    private static boolean agrees(Platform platform, Profile profile, Trace trace) {
        try (var model = new ReferenceModel(platform, profile)) {
            return Agreement.difference(model, trace).isEmpty();
        }
    }

    /// A row of the page for each change.
    public List<String> rows() {
        var rows = new ArrayList<String>();
        for (Behaviour change : Behaviour.values()) {
            rows.add(
                    "| %s | %s | `%s` | %s |"
                            .formatted(
                                    change.since(),
                                    change.change(),
                                    change.citation(),
                                    who(change)));
        }
        return rows;
    }

    private String who(Behaviour change) {
        var old = Optional.ofNullable(before.get(change));
        var young = Optional.ofNullable(after.get(change));
        if (old.isPresent() && young.isPresent()) {
            return old.get() + " and " + young.get();
        }
        return young.map(name -> name + " alone; before it, *read only*").orElse("*read only*");
    }
}
