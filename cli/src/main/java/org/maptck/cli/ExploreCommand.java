package org.maptck.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.maptck.features.Baselines;
import org.maptck.features.explore.Exploration;
import org.maptck.features.explore.Explorer;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `maptck explore`.
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = "Try every command in every reachable state of small maps.")
final class ExploreCommand implements Callable<Integer> {
    @Mixin private AdapterOption adapter = new AdapterOption();

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "2",
            description = "how many changes a state may be away from nothing, 2 without it")
    private int depth;

    @Override
    public Integer call() throws IOException {
        if (depth < 0) {
            throw new Stop(ExitCode.USAGE, "depth " + depth + ", wanted 0 or more");
        }
        try (var subject = adapter.open()) {
            var known = Baselines.shipped(subject);
            return said(Explorer.explore(subject, known, depth)).code();
        }
    }

    private ExitCode said(Exploration exploration) {
        exploration.examples().forEach(difference -> System.out.println(difference + "\n"));
        System.out.println(adapter.address() + ", depth " + depth + ": " + exploration.summary());
        return exploration.wrong() == 0 ? ExitCode.CONFORMS : ExitCode.DIFFERS;
    }
}
