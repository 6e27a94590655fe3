package org.maptck.features;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.maptck.adapters.spi.WithFacts;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.reports.Baseline;

/// The baselines that come with the kit: rules that a kernel itself breaks.
public final class Baselines {
    private Baselines() {}

    /// What is known of an implementation.
    public static Baseline shipped(Implementation implementation) throws IOException {
        return shipped(implementation.identity(), WithFacts.of(implementation));
    }

    /// What is known of one with that identity and facts; nothing where no baseline bears its name
    /// and version. One that bears the last word of the release too goes ahead, as in
    /// `linux-6.1-s390x`, before it one of that very version, as in `linux-6.18.15`, and before it
    /// that of a kernel which interprets programs, as in `linux-6.18-interpreted`.
    static Baseline shipped(Identity identity, Map<String, String> facts) throws IOException {
        var name = identity.name() + "-" + identity.platform().kernel();
        var release = identity.version();
        var names = new ArrayList<String>();
        if ("0".equals(facts.get("bpf_jit_enable"))) {
            names.add(name + "-interpreted");
        }
        names.add(identity.name() + "-" + release.replaceFirst("[^0-9.].*", ""));
        names.add(name + "-" + release.substring(release.lastIndexOf('-') + 1));
        names.add(name);
        for (String known : names) {
            var baseline = named(known + ".txt");
            if (baseline.isPresent()) {
                return baseline.get();
            }
        }
        return Baseline.EMPTY;
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
