package org.maptck.cli;

import java.util.concurrent.Callable;
import org.maptck.adapters.process.Checkup;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Harmless;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `maptck check`.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "See whether an adapter is sound, before its map is judged: says which of both is"
                        + " at fault.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ADAPTER", description = "kind or kind:argument")
    private String adapter = "";

    @Mixin private LimitOptions limits = new LimitOptions();

    @Override
    public Integer call() {
        try (var patient = Adapters.installed().open(Address.of(adapter), limits.limits())) {
            System.out.println(
                    "ok      starts and says hello as " + Harmless.line(patient.identity().name()));
            var lines = Checkup.of(patient);
            lines.forEach(CheckCommand::print);
            System.out.println(Checkup.verdict(lines));
            boolean sound = lines.stream().allMatch(Checkup.Line::ok);
            return (sound ? ExitCode.CONFORMS : ExitCode.DIFFERS).code();
        } catch (CannotOpen why) {
            System.out.println("not ok  starts and says hello");
            System.out.println("the adapter is at fault, not the map: it does not start");
            throw new Stop(ExitCode.NO_ADAPTER, String.valueOf(why.getMessage()));
        }
    }

    private static void print(Checkup.Line line) {
        System.out.println(
                (line.ok() ? "ok      " : "not ok  ")
                        + line.what()
                        + (line.says().isEmpty() ? "" : ": " + Harmless.line(line.says())));
    }
}
