package org.maptck.adapters.linux;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a kernel was built.
public final class KernelConfiguration {
    private static final Predicate<String> OF_MAPS =
            Pattern.compile(
                            "CONFIG_(BPF\\w*|HZ|NR_CPUS|PREEMPT\\w*|\\w*_PAGES|PAGE_SIZE\\w*|\\w*_PAGE_SHIFT)=.*")
                    .asMatchPredicate();

    private KernelConfiguration() {}

    /// What of it concerns maps: settings with spaces between them.
    ///
    /// @param lines of the file `.config`
    public static String ofMaps(List<String> lines) {
        return lines.stream().filter(OF_MAPS).collect(Collectors.joining(" "));
    }
}
