package org.maptck.features;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.maptck.model.Identity;
import org.maptck.reports.Baseline;

/// The baselines that come with the kit: rules that a kernel itself breaks.
public final class Baselines {
    private Baselines() {}

    /// What is known of an implementation; nothing where no baseline bears its name and version.
    public static Baseline shipped(Identity identity) throws IOException {
        var name = identity.name() + "-" + identity.platform().kernel() + ".txt";
        try (var in = Baselines.class.getResourceAsStream("/baselines/" + name)) {
            return in == null
                    ? Baseline.EMPTY
                    : Baseline.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
