package org.maptck.cli;

import java.util.concurrent.Callable;
import org.maptck.adapters.spi.Adapters;
import org.maptck.reports.ExitCode;
import picocli.CommandLine.Command;

/// `maptck adapters`.
@Command(
        name = "adapters",
        mixinStandardHelpOptions = true,
        description = "List the kinds of implementation, and which this machine offers.")
final class AdaptersCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        for (var adapter : Adapters.installed().all()) {
            System.out.printf("%-10s %s%n", adapter.kind(), adapter.summary());
            adapter.missing().ifPresent(why -> System.out.printf("%-10s not here: %s%n", "", why));
        }
        System.out.println("An adapter of your own: docs/write-an-adapter.md");
        return ExitCode.CONFORMS.code();
    }
}
