package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maptck.features.Suite;
import org.maptck.reports.Baseline;
import org.maptck.reports.ExitCode;

/// `--baseline`: which implementation is known for which differences.
final class KnownDifferences {
    private KnownDifferences() {}

    /// The baselines by address.
    ///
    /// @param options `ADAPTER=FILE` each, or `FILE` where there is one implementation
    /// @throws Stop where it is not said whose a baseline is, or twice whose
    static Map<String, Baseline> read(List<String> options, Set<String> addresses, Suite suite)
            throws IOException {
        var known = new LinkedHashMap<String, Baseline>();
        for (String option : options) {
            var named = named(option, addresses);
            String file = named.map(it -> option.substring(it.length() + 1)).orElse(option);
            String address = named.orElseGet(() -> only(option, addresses));
            if (known.put(address, BaselineCommand.read(Path.of(file), suite)) != null) {
                throw new Stop(
                        ExitCode.USAGE,
                        "--baseline %s: a second one for '%s', wanted one"
                                .formatted(option, address));
            }
        }
        return known;
    }

    private static Optional<String> named(String option, Set<String> addresses) {
        return addresses.stream()
                .filter(address -> option.startsWith(address + "="))
                .max(Comparator.comparingInt(String::length));
    }

    private static String only(String option, Set<String> addresses) {
        if (addresses.size() != 1) {
            throw new Stop(
                    ExitCode.USAGE,
                    "--baseline %s: does not say whose, wanted ADAPTER=FILE with one of %s"
                            .formatted(option, String.join(", ", addresses)));
        }
        return addresses.iterator().next();
    }
}
