package org.maptck.features;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.maptck.model.Identity;
import org.maptck.reports.Baseline;

/// The baselines that come with the kit: rules that a kernel itself breaks.
public final class Baselines {
    private Baselines() {}

    /// What is known of an implementation; nothing where no baseline bears its name and version. A
    /// baseline that bears the last word of the release too, as in `linux-6.1-s390x`, goes ahead.
    public static Baseline shipped(Identity identity) throws IOException {
        var name = identity.name() + "-" + identity.platform().kernel();
        var release = identity.version();
        var special = name + "-" + release.substring(release.lastIndexOf('-') + 1);
        var found = named(special + ".txt");
        return found.isPresent() ? found.get() : named(name + ".txt").orElse(Baseline.EMPTY);
    }

    private static Optional<Baseline> named(String name) throws IOException {
        try (var in = Baselines.class.getResourceAsStream("/baselines/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(
                            Baseline.read(
                                    name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
