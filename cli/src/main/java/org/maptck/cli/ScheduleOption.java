package org.maptck.cli;

import java.util.List;
import java.util.Optional;
import org.maptck.features.fuzz.Scheduled;
import org.maptck.model.Implementation;
import picocli.CommandLine.Option;

/// In which order the callers of a race come.
final class ScheduleOption {
    @Option(
            names = "--schedule",
            paramLabel = "N",
            converter = Number64.class,
            description =
                    "callers at once take turns in an order that N decides, which is the same every"
                            + " time; without it, they come as the implementation lets them")
    private Optional<Long> number = Optional.empty();

    Implementation over(Implementation implementation) {
        return number.<Implementation>map(it -> new Scheduled(implementation, it))
                .orElse(implementation);
    }

    List<Implementation> over(List<Implementation> implementations) {
        return implementations.stream().map(this::over).toList();
    }

    /// The option again, with a space before it, where it was given.
    String words() {
        return number.map(it -> " --schedule " + it).orElse("");
    }
}
