package org.maptck.features;

import java.util.ArrayList;
import java.util.EnumMap;
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
/// otherwise than a kernel from before, one without it otherwise than a kernel from after. Of
/// several that show it, the kernels nearest to the change are named.
public final class ShownChanges {
    private final Version oldest;
    private final List<Kernel> kernels = new ArrayList<>();

    /// @param agreed what it answered, without what the model itself does not agree with
    private record Kernel(String name, Platform platform, Profile profile, List<Trace> agreed) {
        boolean shows(Behaviour change) {
            var other = profile.has(change) ? profile.without(change) : profile.with(change);
            return agreed.parallelStream().anyMatch(trace -> !agrees(platform, other, trace));
        }
    }

    /// @param oldest the version of the oldest kernel: what is older than it cannot be shown
    public ShownChanges(Version oldest) {
        this.oldest = oldest;
    }

    /// Takes what a kernel answered; the oldest kernel first.
    ///
    /// @param traces worth a look: what all kernels answer alike shows no change
    public void look(String name, Platform platform, List<Trace> traces) {
        var profile = Profile.of(platform.kernel());
        var agreed =
                traces.parallelStream().filter(trace -> agrees(platform, profile, trace)).toList();
        kernels.add(new Kernel(name, platform, profile, agreed));
    }

    private static boolean agrees(Platform platform, Profile profile, Trace trace) {
        try (var model = new ReferenceModel(platform, profile)) {
            return Agreement.difference(model, trace).isEmpty();
        }
    }

    /// Who shows each change.
    public Map<Behaviour, Shown> found() {
        Map<Behaviour, Shown> all = new EnumMap<>(Behaviour.class);
        for (Behaviour change : Behaviour.values()) {
            all.put(
                    change,
                    oldest.atLeast(change.since())
                            ? new Shown(Optional.empty(), Optional.empty())
                            : shown(change));
        }
        return all;
    }

    private Shown shown(Behaviour change) {
        return new Shown(first(kernels.reversed(), change, false), first(kernels, change, true));
    }

    private static Optional<String> first(List<Kernel> order, Behaviour change, boolean having) {
        return order.stream()
                .filter(kernel -> kernel.profile().has(change) == having)
                .filter(kernel -> kernel.shows(change))
                .map(Kernel::name)
                .findFirst();
    }
}
